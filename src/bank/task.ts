import type { Deletion, Tree } from '../text/tree.ts';
import type { Picture, Region } from './question.ts';

/**
 * What a question asks of a person, whatever its kind: one of eight. `bank/kinds/` makes it; papers, answer sheets, flashcards
 * and what programs are told read it, so that a new kind which is one of these costs them nothing.
 */
export type Task =
  | ChoiceTask
  | TextTask
  | NumberTask
  | GapsTask
  | MatchTask
  | OrderTask
  | RegionsTask
  | EssayTask;

interface Asking {
  /** What is read first: the question, the statement, or what to do. */
  readonly prompt: Tree;
}

/** One or several of some options are right. */
export interface ChoiceTask extends Asking {
  readonly t: 'choice';
  /** Those of the bank, right ones first, pinned ones last; in order where all are numbers. */
  readonly options: readonly TaskOption[];
  /** They are printed in this order: numbers, or true and false. */
  readonly fixed: boolean;
  /** A claim: the options are the words for true and false, and need no letters. */
  readonly verdict: boolean;
}

export interface TaskOption {
  readonly text: Tree;
  readonly right: boolean;
  /** Why it is right or wrong. */
  readonly why?: Tree | undefined;
  /** It stays last when options shuffle. */
  readonly pinned: boolean;
}

/** An answer in words, or several of them. */
export interface TextTask extends Asking {
  readonly t: 'text';
  /** What is right: `need` of these. */
  readonly answers: readonly Tree[];
  readonly need: number;
  /** Their order counts. */
  readonly ordered: boolean;
  /** What is compared letter by letter, where that is so: the answer as it is best written, and what is right as well. */
  readonly typed?: { readonly best: string; readonly accept: readonly string[] } | undefined;
  /** A term to be explained, which may share a pool of meanings with others; then it stands there without the prompt. */
  readonly term?: Tree | undefined;
}

export interface NumberTask extends Asking {
  readonly t: 'number';
  /** As the author wrote it: "1.10". */
  readonly number: string;
  /** How far off is right as well, in the same unit. */
  readonly tolerance: number;
  readonly unit?: Tree | undefined;
  /** "9.81 ± 0.05 m/s". */
  readonly answer: Tree;
}

/** Words left out of a text, which is the prompt. */
export interface GapsTask extends Asking {
  readonly t: 'gaps';
  /** In reading order. */
  readonly gaps: readonly Deletion[];
}

export interface MatchTask extends Asking {
  readonly t: 'match';
  /** Each left text with the place of its right one in `rights`. */
  readonly pairs: readonly { readonly left: Tree; readonly right: number }[];
  /** Each right text once, those that belong to nothing last. */
  readonly rights: readonly Tree[];
}

export interface OrderTask extends Asking {
  readonly t: 'order';
  /** In the right order. */
  readonly items: readonly Tree[];
}

/** Parts of a picture to be named. */
export interface RegionsTask extends Asking {
  readonly t: 'regions';
  readonly picture: Picture;
  readonly regions: readonly { readonly label: Tree; readonly rect: Region['rect'] }[];
}

/** An answer at length, marked by a rubric. */
export interface EssayTask extends Asking {
  readonly t: 'essay';
  readonly rubric: readonly { readonly text: Tree; readonly points: number }[];
  /** How many words it should have. */
  readonly words?: number | undefined;
  /** Ruled lines, where the author says how many. */
  readonly lines?: number | undefined;
}
