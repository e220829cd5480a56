import type { Kind, Question } from '../../bank/question.ts';
import { basic } from './basic.ts';
import { choice } from './choice.ts';
import { claim } from './claim.ts';
import { cloze } from './cloze.ts';
import { discuss } from './discuss.ts';
import type { AnkiKind } from './kind.ts';
import { term } from './term.ts';

const kinds: { readonly [K in Kind]: AnkiKind<K> } = { basic, term, cloze, choice, claim, discuss };

/** How this question becomes a note. */
export const ankiKind = (question: Question): AnkiKind<Kind> =>
  kinds[question.kind] as unknown as AnkiKind<Kind>;
