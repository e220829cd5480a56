import type { z } from 'zod';
import { present } from '../../text/present.ts';
import type { Kind, QuestionOf } from '../question.ts';
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
export const kinds: { readonly [K in Kind]: KindDefinition<QuestionOf<K>, z.ZodRawShape> } = {
  basic: erase(basic),
  typed: erase(typed),
  number: erase(number),
  term: erase(term),
  cloze: erase(cloze),
  choice: erase(choice),
  claim: erase(claim),
  match: erase(match),
  order: erase(order),
  list: erase(list),
  discuss: erase(discuss),
  diagram: erase(diagram),
  passage: erase(passage),
};

/** The kinds' names, in the order of the reference. */
export const kindNames = Object.keys(kinds) as readonly Kind[];

/** The head keys, each once. */
export const heads: readonly string[] = [...new Set(kindNames.map((kind) => kinds[kind].head))];

/** The field that tells a kind from others of the same head. */
export const markOf = (kind: Kind): string => present(kinds[kind].mark, `mark of the kind "${kind}"`);

/** Forgets the exact shape: outside its file a kind is read with what its own shape has let through. */
function erase<K extends Kind, Shape extends z.ZodRawShape>(
  definition: KindDefinition<QuestionOf<K>, Shape>,
): KindDefinition<QuestionOf<K>, z.ZodRawShape> {
  return definition as unknown as KindDefinition<QuestionOf<K>, z.ZodRawShape>;
}
