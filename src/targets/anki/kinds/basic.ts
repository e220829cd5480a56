import type { AnkiKind } from './kind.ts';

/** A question, and its answer on the back. */
export const basic: AnkiKind<'basic'> = {
  type: 'basic',
  fields: (question, { html }) => ({ Question: html(question.prompt), Answer: html(question.answer) }),
};
