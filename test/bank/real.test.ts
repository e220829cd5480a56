import { loadBank } from '../../src/bank/load.ts';
import { readBankFiles } from '../../src/node.ts';
import { brief, check } from './bank-of.ts';

test('the bank on Deutscher is right', async () => {
  const loaded = loadBank(await readBankFiles('cards/deutscher-1956', process.cwd()));
  expect(check(loaded).map(brief)).toEqual([]);
  expect(loaded.questionCount).toBeGreaterThanOrEqual(40);
});
