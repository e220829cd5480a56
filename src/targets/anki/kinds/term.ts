import type { AnkiKind } from './kind.ts';

/** A term and its meaning; the note type has a card for each direction. */
export const term: AnkiKind<'term'> = {
  type: 'term',
  fields: (question, { html }) => ({ Term: html(question.prompt), Meaning: html(question.means) }),
  say: ({ say, prompt }) => (say ? prompt : undefined),
};
