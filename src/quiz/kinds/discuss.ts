import type { DiscussQuestion } from '../../bank/question.ts';
import { plainText } from '../paper/texts.ts';
import { count } from '../paper/words.ts';
import { linesForWords } from './handwriting.ts';
import type { PaperKind } from './kind.ts';

/** Lines for each point, where a question tells neither lines nor words. */
const linesAPoint = 3;

export const discuss: PaperKind<DiscussQuestion> = {
  direction: (words) => words.writeSentences,
  orders: () => [],
  mark: () => '',
  layout: ({ question, points }, { texts, words, columns }) => {
    const guessed =
      question.words === undefined ? points * linesAPoint : linesForWords(question.words, columns);
    return {
      stem: texts.blocks(question.prompt),
      ...(question.words === undefined ? {} : { note: count(words, 'aboutWords', question.words) }),
      space: { t: 'lines', count: question.lines ?? Math.max(3, Math.ceil(guessed)) },
    };
  },
  answer: ({ question }) => ({ answer: question.rubric.map(({ text }) => plainText(text)) }),
  solution: ({ question }, { texts, words }) => ({
    mark: '',
    texts: question.rubric.map(({ text }) => texts.blocks(text)),
    points: question.rubric.map(({ points }) => count(words, 'points', points)),
  }),
};
