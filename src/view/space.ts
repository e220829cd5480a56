import type { Region } from '../bank/question.ts';
import type { Task } from '../bank/task.ts';
import type { Printed } from '../quiz/versions/printed.ts';
import { greatest } from '../text/greatest.ts';
import { inlineText, lineOf, toPlain } from '../text/plain.ts';
import type { Inline, Tree } from '../text/tree.ts';
import { count, type Words } from '../words/words.ts';
import type { PrintStyle } from './document.ts';
import { blankWidth, linesForLetters, linesForWords, needsLines } from './handwriting.ts';

/** Where the pupil answers. Lengths are in millimetres. */
export type Space =
  | { readonly t: 'options'; readonly many: boolean; readonly options: readonly LetteredText[] }
  | { readonly t: 'verdict'; readonly words: readonly string[] }
  | { readonly t: 'lines'; readonly count: number }
  | { readonly t: 'short'; readonly width: number; readonly unit: readonly Inline[] }
  | {
      readonly t: 'match';
      /** The letters go on an answer sheet, where the left texts are a, b, c. */
      readonly onSheet: boolean;
      readonly left: readonly Tree[];
      readonly options: readonly LetteredText[];
    }
  | { readonly t: 'order'; readonly items: readonly Tree[] }
  /** Numbered lines. */
  | { readonly t: 'places'; readonly count: number }
  | { readonly t: 'blanks' };

export interface LetteredText {
  readonly letter: string;
  readonly text: Tree;
}

/** What is printed must not hold the key, not even where nobody looks. */
export const withoutKey = ({ letter, text }: LetteredText): LetteredText => ({ letter, text });

/** A question as it is printed: its stem, and the room to answer under it. */
export interface Layout {
  readonly stem: Tree;
  /** Printed small under the stem, such as "Choose all that apply." */
  readonly note?: string | undefined;
  /** How wide the stem's blanks are. */
  readonly blank?: number;
  /** Parts of the picture to cover and number: x, y, width and height as fractions of the picture. */
  readonly covers?: readonly Region['rect'][];
  readonly space: Space;
}

/** Lines for each point, where a question tells neither lines nor words. */
const linesAPoint = 3;

/** How a question is printed. */
export function layoutOf({ task, options, points }: Printed, style: PrintStyle): Layout {
  const { words, columns, onSheet } = style;
  const stem = task.prompt;
  const lettered = options.map(withoutKey);
  switch (task.t) {
    case 'choice': {
      if (task.verdict)
        return { stem, space: { t: 'verdict', words: task.options.map(({ text }) => toPlain(text)) } };
      const many = options.filter(({ right }) => right).length > 1;
      const note = many ? words.chooseAll : undefined;
      return { stem, note, space: { t: 'options', many, options: lettered } };
    }
    case 'text': {
      const { typed, answers, need } = task;
      if (typed) return { stem, space: spaceFor(typed.best.length, columns) };
      if (answers.length > 1) return { stem, space: { t: 'places', count: need } };
      return { stem, space: { t: 'lines', count: linesForLetters(toPlain(answers.flat()).length, columns) } };
    }
    case 'number': {
      const unit = task.unit ? lineOf(task.unit) : [];
      return { stem, space: { t: 'short', width: blankWidth(task.number.length, columns), unit } };
    }
    case 'gaps': {
      const longest = greatest(
        task.gaps.map(({ children }) => inlineText(children).length),
        0,
      );
      return { stem, blank: blankWidth(longest, columns), space: { t: 'blanks' } };
    }
    case 'match':
      return {
        stem,
        space: { t: 'match', onSheet, left: task.pairs.map(({ left }) => left), options: lettered },
      };
    case 'order':
      return { stem, space: { t: 'order', items: options.map(({ text }) => text) } };
    case 'regions': {
      const covers = task.regions.map(({ rect }) => rect);
      return { stem, covers, space: { t: 'places', count: task.regions.length } };
    }
    case 'essay': {
      const { lines, words: amount } = task;
      const guessed = amount === undefined ? points * linesAPoint : linesForWords(amount, columns);
      const note = amount === undefined ? undefined : count(words, 'aboutWords', amount);
      return { stem, note, space: { t: 'lines', count: lines ?? Math.max(3, Math.ceil(guessed)) } };
    }
  }
}

/** Room for words of so many letters: a line as long as they are written, or ruled lines where it would be too long. */
const spaceFor = (letters: number, columns: 1 | 2): Space =>
  needsLines(letters, columns)
    ? { t: 'lines', count: linesForLetters(letters, columns) }
    : { t: 'short', width: blankWidth(letters, columns), unit: [] };

/**
 * What tells pupils what to do in a section that asks only for such tasks and has no instructions of its own.
 * @param pooled terms with a pool of meanings
 */
export function directionFor(task: Task, pooled: boolean, words: Words, onSheet: boolean): string {
  switch (task.t) {
    case 'choice':
      return task.verdict ? words.trueOrFalse : words.chooseOne;
    case 'text':
      return pooled ? words.matchTerms : words.answerShortly;
    case 'gaps':
      return words.fillBlanks;
    case 'match':
      return onSheet ? words.markLetters : words.writeLetters;
    case 'order':
      return words.writeNumbers;
    case 'number':
    case 'regions':
      return words.answerShortly;
    case 'essay':
      return words.writeSentences;
  }
}
