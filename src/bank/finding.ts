import type { Path, Words } from './yaml/path.ts';

/**
 * Something that is wrong, as data. How bad it is the rule says. It points into its quiz; without one into its question,
 * and without either into the deck file.
 */
export interface Finding<Id extends string = string> extends Where {
  readonly rule: Id;
  /** What is wrong and what to do about it, in one or two sentences. */
  readonly message: string;
}

/** A place in a bank, by the names of things. */
export interface Where {
  /** The id of the quiz whose blueprint it stands in. */
  readonly quiz?: string | undefined;
  /** The id of the question it is about. */
  readonly question?: string | undefined;
  /** Which of several questions or quizzes with this id is meant, from 0; the first by default. */
  readonly nth?: number | undefined;
  /** The way to the value to point at. */
  readonly path?: Path | undefined;
  /** Words there, if not all of it. */
  readonly words?: Words | undefined;
}
