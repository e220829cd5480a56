import { once } from '../../text/once.ts';
import { plainText } from '../../text/plain.ts';
import { present } from '../../text/present.ts';
import type { Words } from '../../words/words.ts';
import type { Asked, Kind, Question } from '../question.ts';
import type { Task } from '../task.ts';
import { basic } from './basic.ts';
import { choice } from './choice.ts';
import { claim } from './claim.ts';
import { cloze } from './cloze.ts';
import { diagram } from './diagram.ts';
import { discuss } from './discuss.ts';
import type { KindDefinition } from './kind.ts';
import { list } from './list.ts';
import { match } from './match.ts';
import { number } from './number.ts';
import { order } from './order.ts';
import { passage } from './passage.ts';
import { term } from './term.ts';
import { typed } from './typed.ts';

/** Every kind of question there is: to add one, write its file and enter it here. */
export const kinds: Readonly<Record<Kind, KindDefinition>> = {
  basic,
  typed,
  number,
  term,
  cloze,
  choice,
  claim,
  match,
  order,
  list,
  discuss,
  diagram,
  passage,
};

/** The kinds' names, in the order of the reference. */
export const kindNames = Object.keys(kinds) as [Kind, ...Kind[]];

/** The head keys, each once. */
export const heads: readonly string[] = [...new Set(kindNames.map((kind) => kinds[kind].head))];

/** The field that tells a kind from others of the same head. */
export const markOf = (kind: Kind): string => present(kinds[kind].mark, `mark of the kind "${kind}"`);

/** What a question asks of a person, in a bank with these words; made once for all who read it. */
export const taskOf = (question: Asked, words: Words): Task => tasksIn(words)(question);

const tasksIn = once(
  (words: Words) =>
    once((question: Asked): Task => {
      // The table pairs every kind with its questions, which the compiler cannot follow through an index.
      const make = kinds[question.kind].task as (question: Asked, words: Words) => Task;
      return make(question, words);
    }, new WeakMap()),
  new WeakMap(),
);

/** The right answers of a question in plain words, as far as a stem could give them away. */
export const tellingOf = (question: Question): readonly string[] => kinds[question.kind].telling(question);

/** What stands on paper before a question's answer, in plain words: the stem, and a passage's text. */
export const stemsOf = (question: Question): readonly string[] =>
  kinds[question.kind].stems?.(question) ?? [plainText(question.prompt)];
