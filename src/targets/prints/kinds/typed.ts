import type { TypedQuestion } from '../../../bank/question.ts';
import { literal } from '../../../typst/markup.ts';
import { spaceFor } from '../../../view/handwriting.ts';
import type { PaperKind } from './kind.ts';

export const typed: PaperKind<TypedQuestion> = {
  direction: (words) => words.answerShortly,
  orders: () => [],
  mark: () => '',
  layout: ({ question }, { texts, columns }) => ({
    stem: texts.blocks(question.prompt),
    space: spaceFor(question.typed.length, columns),
  }),
  answer: ({ question }) => ({ answer: question.typed }),
  solution: ({ question }) => ({
    mark: '',
    texts: [question.typed, ...question.accept].map(literal),
  }),
};
