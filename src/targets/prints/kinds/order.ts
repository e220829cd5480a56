import type { OrderQuestion } from '../../../bank/question.ts';
import { type RankKey, shuffled } from '../../../quiz/shuffle.ts';
import type { Printed } from '../../../quiz/versions/printed.ts';
import { plainText } from '../../../view/texts.ts';
import type { PaperKind } from './kind.ts';

/** The numbers to write beside the items as printed. */
const numbers = ({ question, options }: Printed<OrderQuestion>): number[] =>
  options.map(({ text }) => question.items.indexOf(text) + 1);

/** A shuffled order that is not by chance the right one. */
function scrambled(items: readonly string[], key: RankKey): readonly string[] {
  const tries = [0, 1, 2, 3, 4, 5].map((attempt) => shuffled(items, [...key, attempt]));
  return tries.find((order) => order.some((item, at) => item !== items[at])) ?? items.toReversed();
}

export const order: PaperKind<OrderQuestion> = {
  direction: (words) => words.writeNumbers,
  orders: ({ items }, key) => [scrambled(items, key).map((text) => ({ text, right: false }))],
  mark: () => '',
  layout: ({ question, options }, { texts }) => ({
    stem: texts.blocks(question.prompt),
    space: { t: 'order', items: options.map(({ text }) => texts.blocks(text)) },
  }),
  answer: ({ question }) => ({ answer: question.items.map(plainText) }),
  solution: (printed, { texts }) => ({
    mark: numbers(printed).join(' '),
    texts: printed.question.items.map((item) => texts.blocks(item)),
  }),
};
