/** Bloom's levels, from the least to the most demanding. */
export const levels = ['remember', 'understand', 'apply', 'analyse', 'evaluate', 'create'] as const;
export type BloomLevel = (typeof levels)[number];

/** What a question is for, as `only` and `except` name it: cards, paper, the practice page. */
export const uses = ['anki', 'quiz', 'practice'] as const;
export type Use = (typeof uses)[number];

/** A place in a source that a question rests on. */
export interface Citation {
  /** The key of the bank's source, or undefined when the bank names none. */
  readonly source?: string | undefined;
  readonly paragraph?: number | undefined;
  /** Words of the source, at most twelve. */
  readonly quote?: string | undefined;
}

/** A file of the bank's folder; the path is relative to the folder, with `/`. */
export interface Picture {
  readonly file: string;
  readonly alt: string;
}

/** What every question has. Texts are Markdown as written. */
export interface Common {
  readonly id: string;
  /** The value of the head key: what the learner reads first. */
  readonly prompt: string;
  /** The topic's title. */
  readonly topic: string;
  /** Earlier ids, the oldest first. */
  readonly was: readonly string[];
  readonly why?: string | undefined;
  readonly hint?: string | undefined;
  readonly cite: readonly Citation[];
  readonly tags: readonly string[];
  readonly level?: BloomLevel | undefined;
  /** 1 (easy) to 5. */
  readonly difficulty?: number | undefined;
  readonly points: number;
  readonly minutes: number;
  readonly image?: Picture | undefined;
  /** An audio file's path, relative to the bank's folder. */
  readonly audio?: string | undefined;
  readonly uses: readonly Use[];
  /** The passage it belongs to. */
  readonly passage?: Passage | undefined;
  /** The day it was withdrawn, as 2026-11-23. */
  readonly retired?: string | undefined;
  /** Rules switched off for this question, each with the reason. */
  readonly waive: Readonly<Record<string, string>>;
  readonly place: Place;
}

/** What a passage's questions show of it. */
export type Passage = Pick<PassageQuestion, 'id' | 'prompt' | 'title' | 'text' | 'image'>;

/** Where a question begins: its file's path and the offset of its map. `locate` finds places inside it. */
export interface Place {
  readonly file: string;
  readonly start: number;
}

export interface Option {
  readonly text: string;
  readonly right: boolean;
  readonly why?: string | undefined;
  /** Kept last when options shuffle. */
  readonly pin?: 'last' | undefined;
}

export interface BasicQuestion extends Common {
  readonly kind: 'basic';
  readonly answer: string;
}

export interface TermQuestion extends Common {
  readonly kind: 'term';
  readonly means: string;
  /** Anki reads the term aloud. */
  readonly say?: boolean | undefined;
}

export interface ClozeQuestion extends Common {
  readonly kind: 'cloze';
}

export interface ChoiceQuestion extends Common {
  readonly kind: 'choice';
  /** Right ones first, as the bank has them; at least one right and one wrong. */
  readonly options: readonly Option[];
}

export interface ClaimQuestion extends Common {
  readonly kind: 'claim';
  readonly verdict: boolean;
}

/** A line of a rubric and the points it earns. */
export interface Criterion {
  readonly text: string;
  readonly points: number;
}

export interface DiscussQuestion extends Common {
  readonly kind: 'discuss';
  readonly rubric: readonly Criterion[];
  /** How many words an answer should have, for the learner to know. */
  readonly words?: number | undefined;
  /** Ruled lines on paper. */
  readonly lines?: number | undefined;
}

export interface TypedQuestion extends Common {
  readonly kind: 'typed';
  /** What the learner should type. */
  readonly typed: string;
  /** What also counts as right. */
  readonly accept: readonly string[];
}

export interface NumberQuestion extends Common {
  readonly kind: 'number';
  /** The number as the author wrote it: "1.10". */
  readonly number: string;
  /** How far off, in the same unit, still counts as right. */
  readonly tolerance: number;
  readonly unit?: string | undefined;
}

/** What tells a part of a question that has a card of its own when its text has changed. */
export interface Named {
  /** Its identity, as `id` is the question's. */
  readonly key?: string | undefined;
  /** Earlier texts of it. */
  readonly was?: readonly string[] | undefined;
}

export interface Pair extends Named {
  readonly left: string;
  readonly right: string;
}

export interface MatchQuestion extends Common {
  readonly kind: 'match';
  /** The pairs are written as a list of maps, not as one map. */
  readonly listed?: boolean;
  readonly pairs: readonly Pair[];
  /** Right-hand texts that belong to no left one. */
  readonly extra: readonly string[];
}

export interface OrderQuestion extends Common {
  readonly kind: 'order';
  /** In the right order. */
  readonly items: readonly string[];
}

export interface ListQuestion extends Common {
  readonly kind: 'list';
  readonly items: readonly string[];
  /** By what each item is known again, in the order of the items, where an item says so. */
  readonly names?: readonly Named[];
  /** How many of the items an answer must name; all by default. */
  readonly need: number;
  /** The order matters. */
  readonly ordered: boolean;
}

/** A part of a picture; lengths are fractions of the picture's width and height. */
export interface Region extends Named {
  readonly label: string;
  readonly rect: readonly [x: number, y: number, width: number, height: number];
}

export interface DiagramQuestion extends Common {
  readonly kind: 'diagram';
  readonly image: Picture;
  readonly regions: readonly Region[];
}

/** A text or picture that several questions are about. It is no note of its own; its questions carry it. */
export interface PassageQuestion extends Common {
  readonly kind: 'passage';
  readonly title?: string | undefined;
  readonly text?: string | undefined;
  readonly questions: readonly Question[];
}

export type Question =
  | BasicQuestion
  | TypedQuestion
  | NumberQuestion
  | TermQuestion
  | ClozeQuestion
  | ChoiceQuestion
  | ClaimQuestion
  | MatchQuestion
  | OrderQuestion
  | ListQuestion
  | DiscussQuestion
  | DiagramQuestion
  | PassageQuestion;

/** A question that is answered; a passage is not, but the questions on it are. */
export type Asked = Exclude<Question, PassageQuestion>;

export const isAsked = (question: Question): question is Asked => question.kind !== 'passage';

export type Kind = Question['kind'];
export type QuestionOf<K extends Kind> = Extract<Question, { kind: K }>;

/** The questions that are answered: those on a passage, and not the passage itself. */
export const answered = (questions: readonly Question[]): Asked[] => eachQuestion(questions).filter(isAsked);

/** The questions of a bank one by one: a passage, then the questions on it. */
export const eachQuestion = (questions: readonly Question[]): Question[] =>
  questions.flatMap((question) =>
    question.kind === 'passage' ? [question, ...question.questions] : [question],
  );
