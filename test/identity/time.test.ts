import { emptyLock } from '../../src/identity/lock.ts';
import { goodBank } from '../bank/bank-of.ts';
import { settleNotes } from './settle-notes.ts';

const bank = goodBank(`
  - {id: one, ask: 1?, answer: '1'}
  - {id: two, ask: 2?, answer: '2'}
`);
const from = Date.UTC(2017, 0, 1);
const before = Date.UTC(2100, 0, 1);

test.each([from, from + 1, before - 1])('%p is a time that a build may have', (now) => {
  const { notes } = settleNotes(bank, emptyLock(bank.id), now);
  expect(notes.map(({ entry }) => entry.created)).toEqual([now - 1, now]);
});

const wrong = [
  0,
  -5,
  1,
  from - 1,
  before,
  1e20,
  from / 1000,
  from + 0.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
];
test.each(wrong)('%p is refused before anything is stamped with it', (now) => {
  const asked = () => settleNotes(bank, emptyLock(bank.id), now);
  expect(asked).toThrow(RangeError);
  expect(asked).toThrow(
    `the time of a build is in whole milliseconds, in the years 2017 to 2099; not ${now}`,
  );
});
