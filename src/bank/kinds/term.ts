import { flag, text } from '../fields/shape.ts';
import type { TermQuestion } from '../question.ts';
import { defineKind } from './kind.ts';

/** A term and what it means, asked in both directions. */
export const term = defineKind<TermQuestion>()({
  kind: 'term',
  head: 'term',
  about: 'a term and what it means',
  shape: {
    term: text('The term.'),
    means: text('What it means, without the term itself.'),
    say: flag("true: Anki reads the term aloud, with a voice of the bank's language.").optional(),
  },
  points: () => 1,
  minutes: () => 1,
  build: (raw) => ({ means: raw.means, say: raw.say }),
  texts: (question) => [[['means'], question.means]],
});
