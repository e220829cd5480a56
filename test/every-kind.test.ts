import { kindNames } from '../src/bank/kinds/index.ts';
import { eachQuestion } from '../src/bank/question.ts';
import { goodBank } from './bank/bank-of.ts';
import { everyKind as written } from './bank/every-kind.ts';
import { everyKind as printed } from './quiz/every-kind.ts';

// The suites for cards, Word, HTML, PDF and answers try what is in these two, so a kind that is in neither is tried by none.

test('the questions of every kind, as YAML, have every kind', () => {
  const { questions } = goodBank(written, {}, ['map.png', 'word.mp3']);
  expect([...new Set(eachQuestion(questions).map(({ kind }) => kind))].sort()).toEqual([...kindNames].sort());
});

test('the questions of every kind, as read, have every kind', () => {
  const kinds = new Set(eachQuestion(printed).map(({ kind }) => kind));
  expect(kindNames.filter((kind) => !kinds.has(kind))).toEqual([]);
});
