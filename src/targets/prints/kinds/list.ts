import type { ListQuestion } from '../../../bank/question.ts';
import { plainText } from '../../../view/texts.ts';
import type { PaperKind } from './kind.ts';

export const list: PaperKind<ListQuestion> = {
  direction: (words) => words.answerShortly,
  orders: () => [],
  mark: () => '',
  layout: ({ question }, { texts }) => ({
    stem: texts.blocks(question.prompt),
    space: { t: 'places', count: question.need },
  }),
  answer: ({ question }) => ({ answer: question.items.map(plainText) }),
  solution: ({ question }, { texts, words }) => ({
    mark: '',
    ...(question.need < question.items.length
      ? { note: words.anyOf.replace('#', String(question.need)) }
      : {}),
    texts: question.items.map((item) => texts.blocks(item)),
  }),
};
