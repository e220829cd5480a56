import { readdirSync, readFileSync } from 'node:fs';
import { loadBank } from '../../src/bank/load.ts';
import { brief, check } from '../bank/bank-of.ts';
import { schemaErrors } from '../bank/schema-of.ts';
import { bankFilesOf } from './format.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

test('the questions in the README are right', () => {
  const blocks = [...readme.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);
  expect(blocks).toHaveLength(1);
  for (const text of blocks) {
    expect(schemaErrors(text, 'question')).toEqual([]);
    const loaded = loadBank(bankFilesOf({ heading: '', line: 1, file: 'question', text }));
    expect(check(loaded).map(brief)).toEqual([]);
    expect(loaded.bank?.questions).toHaveLength(3);
  }
});

test('the README lists every command', () => {
  const commands = readdirSync('src/cli/commands').flatMap((name) => /^(.*)\.ts$/.exec(name)?.[1] ?? []);
  const listed = [...readme.matchAll(/^\| `recto ([a-z]+)/gm)].map(([, name]) => name);
  expect(listed.sort()).toEqual(commands.sort());
});

test('docs/format.md lists the languages that cards and papers have words in', () => {
  const languages = readdirSync('src/words').flatMap((name) => /^([a-z]{2,3})\.ts$/.exec(name)?.[1] ?? []);
  const row = /^\| `language` .*$/m.exec(readFileSync('docs/format.md', 'utf8'))?.[0];
  for (const language of languages) expect(row).toContain(`\`${language}\``);
});
