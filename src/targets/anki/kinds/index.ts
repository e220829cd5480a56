import type { NoteKind, NoteQuestion } from '../../../identity/note.ts';
import { basic } from './basic.ts';
import { choice } from './choice.ts';
import { claim } from './claim.ts';
import { cloze } from './cloze.ts';
import { diagram } from './diagram.ts';
import { discuss } from './discuss.ts';
import type { AnkiKind } from './kind.ts';
import { list } from './list.ts';
import { match } from './match.ts';
import { number } from './number.ts';
import { order } from './order.ts';
import { term } from './term.ts';
import { typed } from './typed.ts';

const kinds: { readonly [K in NoteKind]: AnkiKind<K> } = {
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

/** How this question becomes a note. */
export const ankiKind = (question: NoteQuestion): AnkiKind<NoteKind> =>
  kinds[question.kind] as unknown as AnkiKind<NoteKind>;
