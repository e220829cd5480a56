import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type RuleId, ruleIds } from '../../src/check/catalogue.ts';
import { rules } from '../../src/check/rules/index.ts';
import { diagnosticsOf, exampleOf, fencesUnder, pagePath, readPage, shown } from './pages.ts';

/** With UPDATE_DOCS=1 the output under each wrong example and the index are written instead of compared. */
const update = process.env.UPDATE_DOCS === '1';

/** Rules that no bank shows: what they speak of is a mistake of ours or of the machine's, or a merge of lock files. */
const withoutExample: readonly RuleId[] = [
  'paper-not-accessible',
  'font-of-this-machine',
  'number-clash',
  'one-note-twice',
  'unexplained-guid',
];

/** What is to be made of an example where that is not the quiz. */
const printing: Partial<Record<RuleId, string[]>> = {
  'card-too-full': ['flashcards'],
  'picture-not-for-word': ['docx'],
  'numbers-used-up': ['anki'],
};

const index = (): string => {
  const rows = rules.map(({ id, level, summary }) => `| [${id}](${id}.md) | ${level} | ${summary} |`);
  return ['| rule | level | what is wrong |', '|---|---|---|', ...rows].join('\n');
};

test('there is a page for each rule, and no other', () => {
  const pages = readdirSync('docs/diagnostics').filter((name) => name !== 'README.md');
  expect(pages.sort()).toEqual(ruleIds.map((rule) => `${rule}.md`).sort());
});

test('the index lists the rules', () => {
  const path = 'docs/diagnostics/README.md';
  const page = readFileSync(path, 'utf8');
  const current = page.replace(/^\| rule[\s\S]*?(?=\n\n|\n$)/m, index());
  if (update) writeFileSync(path, current);
  else expect(page).toBe(current);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (rule, { level, summary }) => {
  const page = readPage(rule);

  test('says what it is', () => {
    expect(page.split('\n').slice(0, 3)).toEqual([`# ${rule}`, '', `*${level}*: ${summary}`]);
    expect(page).toMatch(/^## How to fix$/m);
  });

  if (withoutExample.includes(rule)) return;

  test('its wrong example raises it, and nothing else that the page does not say', async () => {
    const fences = fencesUnder(page, 'Wrong');
    const example = exampleOf(fences.filter(({ language }) => language !== 'text'));
    const diagnostics = await diagnosticsOf(example, printing[rule] ?? ['quiz']);
    const also = [...page.matchAll(/^Raised with it: \[([a-z0-9-]+)\]/gm)].map(([, other]) => other);
    expect([...new Set(diagnostics.map((each) => each.rule))].sort()).toEqual([rule, ...also].sort());
    const output = shown(diagnostics, example);
    const written = fences.find(({ language, title }) => language === 'text' && !title)?.text;
    if (written === undefined)
      throw new Error('the wrong example has no block ```text under it for what is said');
    if (update)
      writeFileSync(
        pagePath(rule),
        page.replace(`\`\`\`text\n${written}\`\`\``, () => `\`\`\`text\n${output}\`\`\``),
      );
    else expect(written).toBe(output);
  });

  test('its right example raises nothing', async () => {
    const fences = fencesUnder(page, 'Right');
    expect(fences).not.toHaveLength(0);
    expect(await diagnosticsOf(exampleOf(fences))).toEqual([]);
  });
});
