import type { TermQuestion } from '../question.ts';
import { text } from '../shape.ts';
import { defineKind } from './kind.ts';

/** A term and what it means, asked in both directions. */
export const term = defineKind<TermQuestion>()({
  kind: 'term',
  head: 'term',
  about: 'a term and what it means',
  shape: {
    term: text('The term.'),
    means: text('What it means, without the term itself.'),
  },
  points: () => 1,
  minutes: () => 1,
  build: (raw) => ({ means: raw.means }),
  texts: (question) => [[['means'], question.means]],
});
