import type { ChoiceTask } from '../bank/task.ts';
import { partLetter } from '../quiz/letters.ts';
import { keyLetters, matchLetters, type Printed, printedOf, type Version } from '../quiz/versions/printed.ts';
import { toPlain } from '../text/plain.ts';

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
export const bubbleRows = (version: Version): BubbleRow[] => printedOf(version).flatMap(rowsOf);

function rowsOf(printed: Printed): BubbleRow[] {
  const { number, question, task, options, points } = printed;
  const row = { number, question: question.id, points };
  const letters = options.map((option) => option.letter);
  switch (task.t) {
    case 'choice': {
      if (!task.verdict) return [{ ...row, letters, key: keyLetters(printed) }];
      const initials = (words: ChoiceTask['options']) => words.map(({ text }) => rowInitial(toPlain(text)));
      const right = task.options.filter((option) => option.right);
      return [{ ...row, letters: initials(task.options), key: initials(right) }];
    }
    case 'text':
      return options.length > 0 ? [{ ...row, letters, key: keyLetters(printed) }] : [];
    case 'match':
      return matchLetters(task, options).map((key, at) => ({
        ...row,
        part: partLetter(at),
        letters,
        key: [key],
        points: Math.round((points / task.pairs.length) * 10_000) / 10_000,
      }));
    case 'number':
    case 'gaps':
    case 'order':
    case 'regions':
    case 'essay':
      return [];
  }
}

/** How bubbles and tables write True and False: by the first letter of the paper's words. */
export const rowInitial = (word: string): string => [...word].slice(0, 1).join('').toUpperCase();

/** How a row is named: "7", or "7b". */
export const rowName = ({ number, part = '' }: Pick<BubbleRow, 'number' | 'part'>): string =>
  `${number}${part}`;
