import type { ClozeQuestion } from '../../../bank/question.ts';
import { parseMarkdown } from '../../../text/markdown.ts';
import { bareText } from '../../../text/plain.ts';
import { type Deletion, deletionsOf } from '../../../text/tree.ts';
import type { AnkiKind } from './kind.ts';

const deletions = (question: ClozeQuestion): readonly Deletion[] =>
  deletionsOf(parseMarkdown(question.prompt, { deletions: true }));

/** A sentence with a card for each number. */
export const cloze: AnkiKind<'cloze'> = {
  type: 'cloze',
  parts: (question) =>
    deletions(question).map(({ children, number }) => ({ text: bareText(children), number })),
  fields: (question, { clozeHtml }) => ({ Text: clozeHtml(question.prompt) }),
};
