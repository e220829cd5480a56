import { readFileSync } from 'node:fs';
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
