import type { Kind, Question, QuestionOf } from '../../bank/question.ts';
import { basic } from './basic.ts';
import { choice } from './choice.ts';
import { claim } from './claim.ts';
import { cloze } from './cloze.ts';
import { discuss } from './discuss.ts';
import type { PaperKind } from './kind.ts';
import { term } from './term.ts';

const paperKinds: { readonly [K in Kind]: PaperKind<QuestionOf<K>> } = {
  basic,
  term,
  cloze,
  choice,
  claim,
  discuss,
};

/** How paper treats questions of this one's kind. */
export const paperKind = <Q extends Question>(question: Q): PaperKind<Q> =>
  // The table pairs every kind with its questions, which the compiler cannot follow through an index.
  paperKinds[question.kind] as unknown as PaperKind<Q>;
