import type { DiagramQuestion } from '../../../bank/question.ts';
import { plainText } from '../../../view/texts.ts';
import type { PaperKind } from './kind.ts';

/** The picture, which every question may have, stands above the space; its parts are covered and numbered. */
export const diagram: PaperKind<DiagramQuestion> = {
  direction: (words) => words.answerShortly,
  orders: () => [],
  mark: () => '',
  layout: ({ question }, { texts }) => ({
    stem: texts.blocks(question.prompt),
    covers: question.regions.map(({ rect }) => rect),
    space: { t: 'places', count: question.regions.length },
  }),
  answer: ({ question }) => ({ answer: question.regions.map(({ label }) => plainText(label)) }),
  solution: ({ question }, { texts }) => ({
    mark: '',
    texts: question.regions.map(({ label }) => texts.blocks(label)),
  }),
};
