import type { ChoiceQuestion } from '../../../bank/question.ts';
import { optionOrders } from '../../../quiz/versions/orders.ts';
import { keyLetters } from '../../../quiz/versions/printed.ts';
import { plainText } from '../../../view/texts.ts';
import type { PaperKind } from './kind.ts';

export const choice: PaperKind<ChoiceQuestion> = {
  direction: (words) => words.chooseOne,
  orders: (question, key) => optionOrders(question.options, key),
  mark: (printed) => keyLetters(printed).join(),
  layout: ({ question, options }, { texts, words }) => {
    const many = options.filter(({ right }) => right).length > 1;
    return {
      stem: texts.blocks(question.prompt),
      ...(many ? { note: words.chooseAll } : {}),
      space: {
        t: 'options',
        many,
        options: options.map(({ letter, text }) => ({ letter, text: texts.blocks(text) })),
      },
    };
  },
  answer: (printed) => ({
    options: printed.options.map(({ text }) => plainText(text)),
    key: keyLetters(printed),
  }),
  solution: (printed, { texts }) => ({
    mark: keyLetters(printed).join(' '),
    texts: printed.options.filter(({ right }) => right).map(({ text }) => texts.blocks(text)),
    reasons: printed.options.flatMap(({ letter, text }) => {
      const why = printed.question.options.find((option) => option.text === text)?.why;
      return why === undefined ? [] : [{ letter, text: texts.blocks(why) }];
    }),
  }),
};
