import { readFileSync, writeFileSync } from 'node:fs';
import { groups, targets } from '../../src/targets/index.ts';

const path = 'docs/targets.md';

const rows = [
  ...Object.entries(targets).map(([name, { about }]) => `| \`${name}\` | ${about} |`),
  ...Object.entries(groups).map(
    ([name, members]) => `| \`${name}\` | the same as \`${members.join(',')}\` |`,
  ),
];

/** With UPDATE_DOCS=1 the table is written instead of compared. */
test('docs/targets.md lists every target, as the help does', () => {
  const page = readFileSync(path, 'utf8');
  const table = /(?<=\| target \| makes \|\n\|---\|---\|\n)(?:\|.*\n)*/;
  expect(page).toMatch(table);
  const current = page.replace(table, `${rows.join('\n')}\n`);
  if (process.env.UPDATE_DOCS === '1') writeFileSync(path, current);
  else expect(page).toBe(current);
});
