import type { Level, RuleId } from './rules.ts';

/** What is wrong with a quiz, as data; `path` leads from the quiz to the value to point at. */
export interface QuizFinding {
  readonly rule: RuleId;
  readonly level: Level;
  readonly message: string;
  readonly path: readonly (string | number)[];
  /** The question it belongs to, where there is one; with an empty path it points there. */
  readonly question?: string;
  /** Words of that question to point at. */
  readonly mention?: string;
}

/** A section that asks for more questions than there are. */
export interface Shortage extends QuizFinding {
  readonly rule: 'blueprint-short';
  /** 1 for the first. */
  readonly section: number;
  readonly asked: number;
  /** How many questions match the section's filter, drawn by other sections or not. */
  readonly matching: number;
}
