import type { MatchQuestion } from '../../../bank/question.ts';
import { shuffled } from '../../../quiz/shuffle.ts';
import type { Printed } from '../../../quiz/versions/printed.ts';
import { plainText } from '../../../view/texts.ts';
import type { PaperKind } from './kind.ts';

/** The letters to write beside the left texts, from the first to the last. */
const letters = ({ question, options }: Printed<MatchQuestion>): string[] =>
  question.pairs.map(({ right }) => options.find(({ text }) => text === right)?.letter ?? '');

export const match: PaperKind<MatchQuestion> = {
  direction: (words, onSheet) => (onSheet ? words.markLetters : words.writeLetters),
  orders: ({ pairs, extra }, key) => {
    // Two left texts may share a right one, which is then printed once.
    const texts = new Set([...pairs.map(({ right }) => right), ...extra]);
    return [shuffled([...texts], key).map((text) => ({ text, right: false }))];
  },
  mark: () => '',
  layout: ({ question, options }, { texts, onSheet = false }) => ({
    stem: texts.blocks(question.prompt),
    space: {
      t: 'match',
      onSheet,
      left: question.pairs.map(({ left }) => texts.blocks(left)),
      options: options.map(({ letter, text }) => ({ letter, text: texts.blocks(text) })),
    },
  }),
  answer: (printed) => ({
    options: printed.options.map(({ text }) => plainText(text)),
    key: letters(printed),
  }),
  solution: (printed, { texts }) => ({
    mark: letters(printed).join(' '),
    texts: printed.question.pairs.map(({ right }) => texts.blocks(right)),
  }),
};
