import type { Quiz } from '../bank/bank.ts';
import { paperKind } from './kinds/index.ts';
import type { Answer } from './kinds/kind.ts';
import type { Words } from './paper/words.ts';
import { printedOf, type Version } from './printed.ts';

/** What answers.json holds: for each version the right answers, in printed order. */
export interface Answers {
  readonly quiz: string;
  readonly seed: number;
  readonly versions: readonly {
    readonly version: string;
    readonly questions: readonly ({
      readonly number: number;
      readonly question: string;
      readonly kind: string;
      readonly points: number;
    } & Answer)[];
  }[];
}

/** The answers of all versions of a quiz; texts are plain, True and False in the bank's language. */
export function answersOf(quiz: Quiz, versions: readonly Version[], words: Words): Answers {
  return {
    quiz: quiz.id,
    seed: quiz.seed,
    versions: versions.map((version) => ({
      version: version.letter,
      questions: printedOf(version).map((printed) => {
        const { number, question, points } = printed;
        const answer = paperKind(question).answer(printed, words);
        return { number, question: question.id, kind: question.kind, points, ...answer };
      }),
    })),
  };
}
