import type { Option } from '../../../bank/question.ts';
import type { RankKey } from '../../../quiz/shuffle.ts';
import type { Asked, Printed } from '../../../quiz/versions/printed.ts';
import type { TypstBlock, TypstInline } from '../../../typst/markup.ts';
import type { Texts } from '../../../view/texts.ts';
import type { Words } from '../../../words/words.ts';

/** What a kind needs to lay out a question. */
export interface Desk {
  readonly words: Words;
  readonly texts: Texts;
  readonly columns: 1 | 2;
  /** The standard one if not said. */
  readonly edition?: Edition;
  /** Letters go on an answer sheet. */
  readonly onSheet?: boolean;
}

/** For whom a paper is printed: larger for pupils who see little, or in letters that are easier to tell apart. */
export const editions = ['standard', 'large-print', 'dyslexia'] as const;
export type Edition = (typeof editions)[number];

/** Where the pupil answers; `question.typ` has a function of the same name for each. Lengths are in millimetres. */
export type Space =
  | { readonly t: 'options'; readonly many: boolean; readonly options: readonly LetteredText[] }
  | { readonly t: 'verdict'; readonly words: readonly string[] }
  | { readonly t: 'lines'; readonly count: number }
  | { readonly t: 'short'; readonly width: number; readonly unit: readonly TypstInline[] }
  | {
      readonly t: 'match';
      /** The letters go on an answer sheet, where the left texts are a, b, c. */
      readonly onSheet: boolean;
      readonly left: readonly (readonly TypstBlock[])[];
      readonly options: readonly LetteredText[];
    }
  | { readonly t: 'order'; readonly items: readonly (readonly TypstBlock[])[] }
  /** Numbered lines. */
  | { readonly t: 'places'; readonly count: number }
  | { readonly t: 'blanks' };

export interface LetteredText {
  readonly letter: string;
  readonly text: readonly TypstBlock[];
}

/** A question as the templates draw it. */
export interface Layout {
  readonly stem: readonly TypstBlock[];
  /** Printed small under the stem, such as "Choose all that apply." */
  readonly note?: string;
  /** How wide the stem's blanks are. */
  readonly blank?: number;
  /** Parts of the picture to cover and number: x, y, width and height as fractions of the picture. */
  readonly covers?: readonly (readonly [number, number, number, number])[];
  readonly space: Space;
}

/** What answers.json holds of a question's answer. */
export type Answer =
  | { readonly answer: string | readonly string[] }
  | { readonly options: readonly string[]; readonly key: readonly string[] };

/** A question's answer in the printed key. */
export interface Solution {
  /** What is quickly compared: letters, or the word for true or false; empty when there is only text. */
  readonly mark: string;
  readonly texts: readonly (readonly TypstBlock[])[];
  /** Points that a line of the rubric earns, one for each of the texts. */
  readonly points?: readonly string[];
  /** Said before the texts: "any 2 of these". */
  readonly note?: string;
  /** Why single options are right or wrong, in printed order. */
  readonly reasons?: readonly LetteredText[];
}

/** All that paper knows of one kind of question. */
export interface PaperKind<Q extends Asked> {
  /** Tells pupils what to do in a section of this kind alone that has no instructions of its own. */
  direction(words: Words, onSheet: boolean): string;
  /** The orders that its options may be printed in; empty for kinds without options. */
  orders(question: Q, key: RankKey): Option[][];
  /** The right answer where pupils see answers in a row and look for patterns; else empty. */
  mark(printed: Printed<Q>): string;
  layout(printed: Printed<Q>, desk: Desk): Layout;
  answer(printed: Printed<Q>, words: Words): Answer;
  solution(printed: Printed<Q>, desk: Desk): Solution;
}
