import type { Asked, PassageQuestion } from '../../bank/question.ts';
import type { MatchTask, Task } from '../../bank/task.ts';
import { present } from '../../text/present.ts';
import type { Tree } from '../../text/tree.ts';

/** What is chosen from, matched or put in order: an option, a right-hand text, an item, or a pool's meaning. */
export interface Offered {
  /** Its place in the task, from 0; a meaning's among its pool's, by the terms' ids. */
  readonly at: number;
  readonly text: Tree;
  readonly right: boolean;
}

/** The same as printed. */
export interface Lettered extends Offered {
  readonly letter: string;
}

/** A question as one version prints it. */
export interface Printed {
  /** Counted through the version, from 1. */
  readonly number: number;
  readonly question: Asked;
  readonly task: Task;
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

/** The letter of the version at this place. */
export const letterOf = (versions: readonly Version[], at: number): string =>
  present(versions[at], `version ${at}`).letter;

/** The letters of the right options, in printed order. */
export const keyLetters = ({ options }: Pick<Printed, 'options'>): string[] =>
  options.filter(({ right }) => right).map((option) => option.letter);

/** The letters to write beside the left texts of a match, from the first to the last. */
export const matchLetters = ({ pairs }: MatchTask, options: readonly Lettered[]): string[] =>
  pairs.map(({ right }) => {
    const found = options.find(({ at }) => at === right);
    if (!found) throw new Error(`nothing printed belongs to the left text of place ${right}`);
    return found.letter;
  });

/** The right answer where pupils see answers in a row and look for patterns; else empty. */
export function markOf({ task, options }: Pick<Printed, 'task' | 'options'>): string {
  if (task.t !== 'choice') return '';
  return task.verdict ? String(task.options[0]?.right) : keyLetters({ options }).join();
}

/** All questions of a version, in printed order. */
export const printedOf = (version: Version): Printed[] =>
  version.sections.flatMap(({ blocks }) => blocks.flatMap(({ questions }) => questions));
