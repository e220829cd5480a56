import type { ClaimQuestion } from '../../../bank/question.ts';
import type { Words } from '../../../words/words.ts';
import type { PaperKind } from './kind.ts';

const verdictWord = ({ verdict }: ClaimQuestion, words: Words): string =>
  verdict ? words.true : words.false;

export const claim: PaperKind<ClaimQuestion> = {
  direction: (words) => words.trueOrFalse,
  orders: () => [],
  mark: ({ question }) => String(question.verdict),
  layout: ({ question }, { texts, words }) => ({
    stem: texts.blocks(question.prompt),
    space: { t: 'verdict', words: [words.true, words.false] },
  }),
  answer: ({ question }, words) => ({ answer: verdictWord(question, words) }),
  solution: ({ question }, { words }) => ({ mark: verdictWord(question, words), texts: [] }),
};
