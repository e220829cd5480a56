import type { TypedQuestion } from '../../bank/question.ts';
import { plainText } from '../paper/texts.ts';
import { spaceFor } from './handwriting.ts';
import type { PaperKind } from './kind.ts';

export const typed: PaperKind<TypedQuestion> = {
  direction: (words) => words.answerShortly,
  orders: () => [],
  mark: () => '',
  layout: ({ question }, { texts, columns }) => ({
    stem: texts.blocks(question.prompt),
    space: spaceFor(plainText(question.typed).length, columns),
  }),
  answer: ({ question }) => ({ answer: plainText(question.typed) }),
  solution: ({ question }, { texts }) => ({
    mark: '',
    texts: [question.typed, ...question.accept].map((text) => texts.blocks(text)),
  }),
};
