import type { PassageQuestion, Question } from '../../bank/question.ts';

/** A question that is answered; a passage is not, but the questions on it are. */
export type Asked = Exclude<Question, PassageQuestion>;

export const isAsked = (question: Question): question is Asked => question.kind !== 'passage';

/** An option or a pool's meaning as printed. */
export interface Lettered {
  readonly letter: string;
  readonly text: string;
  readonly right: boolean;
}

/** A question as one version prints it. */
export interface Printed<Q extends Asked = Asked> {
  /** Counted through the version, from 1. */
  readonly number: number;
  readonly question: Q;
  readonly points: number;
  /** In printed order: what is chosen from, matched or put in order; a pooled term's are its pool's meanings. */
  readonly options: readonly Lettered[];
}

/** What stays together on a page: one question, terms that share a pool of meanings, or a passage by itself. */
export interface Block {
  readonly pool: boolean;
  readonly questions: readonly Printed[];
  /** What the blocks after it are about; it has no questions then. */
  readonly passage?: PassageQuestion;
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
