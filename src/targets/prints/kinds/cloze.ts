import type { ClozeQuestion } from '../../../bank/question.ts';
import { parseMarkdown } from '../../../text/markdown.ts';
import { inlineText } from '../../../text/plain.ts';
import { deletionsOf } from '../../../text/tree.ts';
import { blankWidth } from '../../../view/handwriting.ts';
import type { PaperKind } from './kind.ts';

/** The blanks' answers, in reading order. */
const answersOf = ({ prompt }: ClozeQuestion): string[] =>
  deletionsOf(parseMarkdown(prompt, { deletions: true })).map(({ children }) => inlineText(children));

export const cloze: PaperKind<ClozeQuestion> = {
  direction: (words) => words.fillBlanks,
  orders: () => [],
  mark: () => '',
  layout: ({ question }, { texts, columns }) => ({
    stem: texts.clozeBlocks(question.prompt),
    blank: blankWidth(Math.max(0, ...answersOf(question).map(({ length }) => length)), columns),
    space: { t: 'blanks' },
  }),
  answer: ({ question }) => ({ answer: answersOf(question) }),
  solution: ({ question }, { texts }) => ({ mark: '', texts: texts.deleted(question.prompt) }),
};
