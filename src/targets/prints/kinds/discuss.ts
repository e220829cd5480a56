import type { DiscussQuestion } from '../../../bank/question.ts';
import { linesForWords } from '../../../view/handwriting.ts';
import { plainText } from '../../../view/texts.ts';
import { count } from '../../../words/words.ts';
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
  solution: ({ question, points }, { texts, words }) => ({
    mark: '',
    texts: question.rubric.map(({ text }) => texts.blocks(text)),
    // Where a section gives other points than the rubric adds up to, the teacher divides them.
    points: question.rubric.map((line) =>
      points === question.points ? count(words, 'points', line.points) : '',
    ),
  }),
};
