import type { Where } from '../bank/finding.ts';
import type { BankFiles } from '../bank/load.ts';
import { type Located, locator } from '../bank/locate.ts';
import { eachQuestion, type Question } from '../bank/question.ts';
import { positionAt } from '../files/source.ts';
import { groupBy } from '../text/group.ts';
import { present } from '../text/present.ts';

/** A bank's questions, and where everything stands in its files. */
export interface Places {
  /** One by one, those on a passage too. */
  readonly questions: readonly Question[];
  /** Where a question is, also one of several with the same id. */
  readonly whereIs: (question: Question) => Where;
  /**
   * The question that a place is about; undefined when it is about none.
   * @throws {Error} when the bank has no question of this id
   */
  readonly questionOf: (where: Where) => Question | undefined;
  readonly locate: (where: Where) => Located;
  /** A place as messages name it: "01-topic.yaml:3:9". */
  readonly shown: (where: Where) => string;
}

/** The places of a bank with these questions, passages whole. */
export function placesOf(files: BankFiles, whole: readonly Question[]): Places {
  const questions = eachQuestion(whole);
  const byId = groupBy(questions, ({ id }) => id);
  const locateAt = locator(files);
  const questionOf = ({ question: id, quiz, nth = 0 }: Where): Question | undefined =>
    id === undefined
      ? undefined
      : present(byId.get(id)?.[quiz === undefined ? nth : 0], `question "${id}" in this bank`);
  const locate = (where: Where): Located => locateAt(where, questionOf(where));
  return {
    questions,
    whereIs: (question) => ({ question: question.id, nth: byId.get(question.id)?.indexOf(question) }),
    questionOf,
    locate,
    shown: (where) => {
      const { file, range } = locate(where);
      const { line, column } = positionAt(file, range.start);
      return `${file.path}:${line}:${column}`;
    },
  };
}
