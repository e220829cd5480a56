import type { Path } from '../../bank/yaml/path.ts';

/**
 * What is wrong with a quiz, found by drawing it, as facts; `check/rules` has the words. Sections and what stands in them
 * are counted from 0.
 */
export type Problem = UnknownName | EmptySection | Shortage | AvoidCircle | Objection | Cue;

/** A name that leads nowhere. */
export interface UnknownName {
  readonly is: 'unknown';
  readonly what: 'quiz' | 'question' | 'topic' | 'tag';
  readonly name: string;
  readonly known: readonly string[];
  /** The passage that the question of this name belongs to, where it does. */
  readonly passage: string | undefined;
  /** The way from the quiz to it. */
  readonly path: Path;
}

/** A section that asks for nothing. */
export interface EmptySection {
  readonly is: 'empty';
  readonly section: number;
}

/** A section that asks for more questions than there are. */
export interface Shortage {
  readonly is: 'shortage';
  readonly section: number;
  readonly asked: number;
  /** How many questions match the section's filter, drawn by other sections or not. */
  readonly matching: number;
  /** How many of them the quiz names. */
  readonly named: number;
  /** How many of them quizzes have that this one avoids, and which quizzes. */
  readonly avoided: { readonly count: number; readonly quizzes: readonly string[] };
  /** How many of them other sections need. */
  readonly needed: number;
}

/** A quiz that is to avoid one which avoids it. */
export interface AvoidCircle {
  readonly is: 'circle';
  /** Which of the quizzes to avoid. */
  readonly at: number;
  /** The ids on the way back, from the avoided quiz to the one that avoids it. */
  readonly way: readonly string[];
}

/** A named question that should not be in the quiz. */
export interface Objection {
  readonly is: 'objection';
  readonly question: string;
  readonly section: number;
  /** Which of the section's questions. */
  readonly at: number;
  readonly why: Why;
}

export type Why =
  | { readonly reason: 'twice'; readonly before: number }
  /** `on` is undefined for a passage, whose questions are all retired. */
  | { readonly reason: 'retired'; readonly on: string | undefined }
  | { readonly reason: 'off-paper'; readonly passage: boolean }
  | { readonly reason: 'avoided' };

/** A question with another's answer in its stem. */
export interface Cue {
  readonly is: 'cue';
  /** The id of the question whose answer is given away. */
  readonly asked: string;
  readonly other: string;
  readonly answer: string;
  readonly section: number;
  /** Which of the section's questions it is, where the quiz names one of the two. */
  readonly at: number | undefined;
}
