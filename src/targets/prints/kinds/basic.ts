import type { BasicQuestion } from '../../../bank/question.ts';
import { linesForLetters } from '../../../view/handwriting.ts';
import { plainText } from '../../../view/texts.ts';
import type { PaperKind } from './kind.ts';

export const basic: PaperKind<BasicQuestion> = {
  direction: (words) => words.answerShortly,
  orders: () => [],
  mark: () => '',
  layout: ({ question }, { texts, columns }) => ({
    stem: texts.blocks(question.prompt),
    space: { t: 'lines', count: linesForLetters(plainText(question.answer).length, columns) },
  }),
  answer: ({ question }) => ({ answer: plainText(question.answer) }),
  solution: ({ question }, { texts }) => ({ mark: '', texts: [texts.blocks(question.answer)] }),
};
