import type { TermQuestion } from '../../../bank/question.ts';
import { keyLetters } from '../../../quiz/versions/printed.ts';
import { linesForLetters } from '../../../view/handwriting.ts';
import { plainText } from '../../../view/texts.ts';
import type { PaperKind } from './kind.ts';

/** Terms share a pool of meanings, which `versions.ts` makes; a lone one has no options and is asked in words. */
export const term: PaperKind<TermQuestion> = {
  direction: (words) => words.matchTerms,
  orders: () => [],
  mark: () => '',
  layout: ({ question }, { texts, words, columns }) => ({
    stem: texts.led(words.explain, question.prompt),
    space: { t: 'lines', count: linesForLetters(plainText(question.means).length, columns) },
  }),
  answer: (printed) =>
    printed.options.length > 0
      ? { options: printed.options.map(({ text }) => plainText(text)), key: keyLetters(printed) }
      : { answer: plainText(printed.question.means) },
  solution: (printed, { texts }) => ({
    mark: keyLetters(printed).join(' '),
    texts: [texts.blocks(printed.question.means)],
  }),
};
