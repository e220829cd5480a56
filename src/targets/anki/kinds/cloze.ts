import { sentenceOf } from '../../../bank/kinds/cloze.ts';
import { bareText } from '../../../text/plain.ts';
import { deletionsOf } from '../../../text/tree.ts';
import type { AnkiKind } from './kind.ts';

/** A sentence with a card for each number. */
export const cloze: AnkiKind<'cloze'> = {
  type: 'cloze',
  parts: (question) =>
    deletionsOf(sentenceOf(question)).map(({ children, number }) => ({ text: bareText(children), number })),
  fields: (question, { clozeHtml }) => ({ Text: clozeHtml(question.prompt) }),
};
