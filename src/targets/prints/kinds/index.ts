import type { QuestionOf } from '../../../bank/question.ts';
import type { Asked } from '../../../quiz/versions/printed.ts';
import { basic } from './basic.ts';
import { choice } from './choice.ts';
import { claim } from './claim.ts';
import { cloze } from './cloze.ts';
import { diagram } from './diagram.ts';
import { discuss } from './discuss.ts';
import type { PaperKind } from './kind.ts';
import { list } from './list.ts';
import { match } from './match.ts';
import { number } from './number.ts';
import { order } from './order.ts';
import { term } from './term.ts';
import { typed } from './typed.ts';

const paperKinds: { readonly [K in Asked['kind']]: PaperKind<QuestionOf<K>> } = {
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
};

/** How paper treats questions of this one's kind. */
export const paperKind = <Q extends Asked>(question: Q): PaperKind<Q> =>
  // The table pairs every kind with its questions, which the compiler cannot follow through an index.
  paperKinds[question.kind] as unknown as PaperKind<Q>;
