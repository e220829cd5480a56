import type { Bank } from '../../../src/bank/bank.ts';
import { eachQuestion } from '../../../src/bank/question.ts';
import { cardsOf as cardsIn } from '../../../src/targets/flashcards/cards.ts';
import type { CardLayout } from '../../../src/targets/flashcards/layout.ts';
import { createTypesetter } from '../../../src/typst/native.ts';
import { wordsFor } from '../../../src/words/index.ts';
import { bank, choice, choices } from '../../quiz/banks.ts';
import { anyPicture, everyBank } from '../../quiz/every-bank.ts';
import { buildFlashcards } from './build-flashcards.ts';

const typesetter = await createTypesetter();
const build = (of: Bank, own: Partial<CardLayout> = {}) =>
  buildFlashcards(of, { readMedia: anyPicture, typesetter }, own);

const cardsOf = (of: Bank) => cardsIn(of, wordsFor(of.language));

test('every kind with a front and a back has a card; others, and what is on a passage, have none', () => {
  const { bank: every } = everyBank();
  const kinds = new Map(eachQuestion(every.questions).map(({ id, kind }) => [id, kind]));
  const made = new Set(cardsOf(every).map(({ id }) => kinds.get(id)));
  expect([...made].sort()).toEqual([
    'basic',
    'choice',
    'claim',
    'cloze',
    'discuss',
    'list',
    'number',
    'order',
    'term',
    'typed',
  ]);
  expect(cardsOf(every).map(({ id }) => id)).not.toContain('q-inside-1');
});

test('retired questions and those that are no cards stay out', () => {
  const questions = [
    choice('in'),
    choice('old', { retired: '2026-01-01' }),
    choice('paper', { uses: ['quiz'] }),
  ];
  expect(cardsOf(bank(questions)).map(({ id }) => id)).toEqual(['in']);
});

test('a front tells nothing of its answer, and the back has it', () => {
  const find = (id: string) => cardsOf(everyBank().bank).find((card) => card.id === id);
  const front = JSON.stringify(find('q-choice')?.front);
  expect(front).not.toContain('right');
  expect(find('q-choice')?.front.options).toHaveLength(4);
  const [right] = find('q-choice')?.back.options ?? [];
  expect(find('q-choice')?.front.options).toContainEqual(right);
  expect(JSON.stringify(right)).toContain('At new moon');
  expect(JSON.stringify(find('q-cloze')?.back)).toContain(
    '{"type":"strong","children":[{"type":"text","text":"high tides"}]}',
  );
  expect(JSON.stringify(find('q-basic')?.back)).toContain('By their pull.');
  expect(JSON.stringify(find('q-claim')?.front)).toContain('True / False?');
});

test.each([
  [{}, 4],
  [{ perPage: 10 }, 4],
  [{ fold: true }, 5],
] as const)('18 cards with %j make %i or more pages', async (own, least) => {
  const built = await build(bank(choices(18)), own);
  expect(built.cards).toBe(18);
  expect(built.pages).toBe(own && 'fold' in own ? 5 : 'perPage' in own ? 4 : 6);
  expect(built.pages).toBeGreaterThanOrEqual(least);
  expect(built.findings).toEqual([]);
});

test('the same bank gives the same bytes', async () => {
  const first = await build(bank(choices(5)));
  const second = await build(bank(choices(5)));
  expect(first.bytes).toBeDefined();
  expect(second.bytes).toEqual(first.bytes);
});

test('a bank without cards makes no file', async () => {
  expect((await build(bank([choice('paper', { uses: ['quiz'] })]))).bytes).toBeUndefined();
});

test('what a card cannot hold is printed all the same, with advice that names the question', async () => {
  const built = await build(bank([choice('short'), choice('much', { prompt: 'word '.repeat(600) })]));
  expect(built.findings).toMatchObject([{ rule: 'card-too-full', question: 'much' }]);
  expect(built.bytes).toBeDefined();
});
