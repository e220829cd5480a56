import type { NumberQuestion } from '../../../bank/question.ts';
import { blankWidth } from '../../../view/handwriting.ts';
import { plainText } from '../../../view/texts.ts';
import type { PaperKind } from './kind.ts';

export const number: PaperKind<NumberQuestion> = {
  direction: (words) => words.answerShortly,
  orders: () => [],
  mark: () => '',
  layout: ({ question }, { texts, columns }) => ({
    stem: texts.blocks(question.prompt),
    space: {
      t: 'short',
      width: blankWidth(question.number.length, columns),
      unit: question.unit === undefined ? [] : texts.line(question.unit),
    },
  }),
  answer: ({ question }) => ({ answer: plainText(inWords(question)) }),
  solution: ({ question }, { texts }) => ({ mark: '', texts: [texts.blocks(inWords(question))] }),
};

/** "9.81 ± 0.05 m/s". */
function inWords({ number, tolerance, unit }: NumberQuestion): string {
  const range = tolerance === 0 ? '' : ` ± ${tolerance}`;
  return `${number}${range}${unit === undefined ? '' : ` ${unit}`}`;
}
