import { ankiText } from '../html.ts';
import type { AnkiKind } from './kind.ts';

/** A question whose answer Anki compares with what was typed; variants are compared by the card. */
export const typed: AnkiKind<'typed'> = {
  type: 'typed',
  fields: (question, { html }) => ({
    Question: html(question.prompt),
    Typed: ankiText(question.typed),
    Answer: [question.typed, ...question.accept].map(ankiText).join(' <span class="or">/</span> '),
  }),
  data: ({ accept }) => ({ accept }),
};
