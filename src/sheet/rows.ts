import { partLetter } from '../quiz/letters.ts';
import { keyLetters, type Printed, printedOf, type Version } from '../quiz/versions/printed.ts';
import type { Words } from '../words/words.ts';

/** A line of bubbles: a question, or one of the left texts of a match. */
export interface BubbleRow {
  readonly number: number;
  readonly question: string;
  /** The left text's letter, a for the first. */
  readonly part?: string;
  readonly letters: readonly string[];
  /** What is to be filled, in printed order. */
  readonly key: readonly string[];
  readonly points: number;
}

/** The lines of bubbles that a version's questions need; those that are answered in words need none. */
export const bubbleRows = (version: Version, words: Words): BubbleRow[] =>
  printedOf(version).flatMap((printed) => rowsOf(printed, words));

function rowsOf(printed: Printed, words: Words): BubbleRow[] {
  const { number, question, options, points } = printed;
  const row = { number, question: question.id, points };
  const letters = options.map((option) => option.letter);
  switch (question.kind) {
    case 'choice':
      return [{ ...row, letters, key: keyLetters(printed) }];
    case 'term':
      return options.length > 0 ? [{ ...row, letters, key: keyLetters(printed) }] : [];
    case 'claim': {
      const verdict = question.verdict ? words.true : words.false;
      return [
        { ...row, letters: [rowInitial(words.true), rowInitial(words.false)], key: [rowInitial(verdict)] },
      ];
    }
    case 'match':
      return question.pairs.map(({ right }, at) => ({
        ...row,
        part: partLetter(at),
        letters,
        key: options.filter(({ text }) => text === right).map((option) => option.letter),
        points: Math.round((points / question.pairs.length) * 10_000) / 10_000,
      }));
    default:
      return [];
  }
}

/** How bubbles and tables write True and False: by the first letter of the paper's words. */
export const rowInitial = (word: string): string => [...word][0]?.toUpperCase() ?? '';

/** How a row is named: "7", or "7b". */
export const rowName = ({ number, part = '' }: Pick<BubbleRow, 'number' | 'part'>): string =>
  `${number}${part}`;
