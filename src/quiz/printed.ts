import type { Question } from '../bank/question.ts';

/** An option or a pool's meaning as printed. */
export interface Lettered {
  readonly letter: string;
  readonly text: string;
  readonly right: boolean;
}

/** A question as one version prints it. */
export interface Printed<Q extends Question = Question> {
  /** Counted through the version, from 1. */
  readonly number: number;
  readonly question: Q;
  readonly points: number;
  /** In printed order: a choice's options, the meanings of a pooled term's pool; empty for all others. */
  readonly options: readonly Lettered[];
}

/** What stays together on a page: one question, or terms that share a pool of meanings. */
export interface Block {
  readonly pool: boolean;
  readonly questions: readonly Printed[];
}

export interface VersionSection {
  readonly title?: string | undefined;
  readonly instructions?: string | undefined;
  readonly blocks: readonly Block[];
}

/** A paper as printed: the papers, the key and answers.json are all made from this. */
export interface Version {
  readonly letter: string;
  readonly sections: readonly VersionSection[];
}

/** The letters of the right options, in printed order. */
export const keyLetters = ({ options }: Pick<Printed, 'options'>): string[] =>
  options.filter(({ right }) => right).map((option) => option.letter);

/** All questions of a version, in printed order. */
export const printedOf = (version: Version): Printed[] =>
  version.sections.flatMap(({ blocks }) => blocks.flatMap(({ questions }) => questions));
