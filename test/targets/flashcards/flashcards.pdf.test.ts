import type { Bank } from '../../../src/bank/bank.ts';
import type { CardLayout } from '../../../src/targets/flashcards/layout.ts';
import { createTypesetter } from '../../../src/typst/native.ts';
import { bank, choice, quiz, section } from '../../quiz/banks.ts';
import { runs, testWith } from '../../tools.ts';
import { millimetres, type PdfWord, readWords } from '../pdf/pdf.ts';
import { buildFlashcards } from './build-flashcards.ts';

const testPoppler = testWith('poppler-utils (pdftotext)', runs('pdftotext', '-v'));
const typesetter = await createTypesetter();
const read = async (of: Bank, own: Partial<CardLayout>) =>
  readWords(
    (await buildFlashcards(of, { readMedia: () => new Uint8Array(), typesetter }, own)).bytes ??
      new Uint8Array(),
  );

const count = 23;
const words = (most: number, at: number) => 'lorem ipsum '.repeat(((at * 7) % most) + 1);
const questions = Array.from({ length: count }, (_, at) =>
  choice(`card${at}`, {
    prompt: `s${at} ${words(60, at)} f${at}`,
    right: [`${words(12, at)} r${at}`],
    wrong: ['dolor', 'amet'],
    why: `${words(90, at)} w${at}`,
  }),
);
const middle = ({ left, right }: PdfWord) => millimetres((left + right) / 2);
const level = ({ top, bottom }: PdfWord) => millimetres((top + bottom) / 2);
const off = (one: number, other: number) => Math.abs(one - other);

describe.each(['a4', 'letter'] as const)('on %s', (paper) => {
  const of = bank(questions, [quiz({ paper, sections: [section({ pick: 1 })] })]);

  describe.each([8, 10] as const)('with %i cards a page', (perPage) => {
    testPoppler.each(['long', 'short'] as const)(
      'turned over the %s edge, backs lie behind their fronts',
      async (flip) => {
        const { words, width, height, pages } = await read(of, { perPage, flip });
        expect(pages).toBe(2 * Math.ceil(count / perPage));
        for (const at of questions.keys()) {
          const [front, back, ...others] = words.filter(({ text }) => text === `card${at}`);
          if (!front || !back) throw new Error(`card${at} is not printed twice`);
          expect(others).toEqual([]);
          expect([front.page % 2, back.page]).toEqual([1, front.page + 1]);
          const [x, y] =
            flip === 'long'
              ? [millimetres(width) - middle(front), level(front)]
              : [middle(front), millimetres(height) - level(front)];
          expect(off(middle(back), x)).toBeLessThan(0.5);
          expect(off(level(back), y)).toBeLessThan(0.5);
        }
      },
    );

    testPoppler('no text leaves its card, and none is lost', async () => {
      const { words, width, height } = await read(of, { perPage });
      const card = { width: width / 2, height: height / (perPage / 2) };
      const cell = ({ left, right, top, bottom }: PdfWord) =>
        [left, right]
          .map((x) => Math.floor(x / card.width))
          .concat([top, bottom].map((y) => Math.floor(y / card.height)));
      for (const word of words) {
        const [left, right, top, bottom] = cell(word);
        expect([word, right, bottom]).toEqual([word, left, top]);
        const margin = millimetres(word.left - (left ?? 0) * card.width);
        expect(margin).toBeGreaterThan(5);
      }
      for (const at of questions.keys())
        for (const mark of [`s${at}`, `f${at}`, `w${at}`])
          expect(words.filter(({ text }) => text === mark)).toHaveLength(1);
    });

    testPoppler('nothing of a card covers its topic or its id', async () => {
      const { words, height } = await read(of, { perPage });
      const rows = perPage / 2;
      for (const word of words.filter(({ text }) => /^([sfrw]\d+|lorem|ipsum)$/.test(text))) {
        const inCard = (word.top % (height / rows)) / (height / rows);
        const below = (word.bottom % (height / rows)) / (height / rows);
        expect(inCard).toBeGreaterThan(0.1);
        expect(below).toBeLessThan(0.96);
      }
    });
  });

  testPoppler('to fold, front and back stand beside each other', async () => {
    const { words, width, pages } = await read(of, { fold: true });
    expect(pages).toBe(Math.ceil(count / 4));
    for (const at of questions.keys()) {
      const [front, back] = words.filter(({ text }) => text === `card${at}`);
      if (!front || !back) throw new Error(`card${at} is not printed twice`);
      expect([back.page, back.top]).toEqual([front.page, front.top]);
      expect(off(middle(front) + middle(back), millimetres(width))).toBeLessThan(0.5);
    }
  });
});
