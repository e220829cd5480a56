import type { ClaimQuestion } from '../../bank/question.ts';
import { wordsOf } from '../../text/words.ts';
import type { Words } from '../paper/words.ts';
import type { PaperKind } from './kind.ts';

/** "True" and "False", as the cards say them. */
const verdicts = ({ language }: Words): readonly [string, string] => {
  const { yes, no } = wordsOf(language);
  return [yes, no];
};

const verdictWord = ({ verdict }: ClaimQuestion, words: Words): string => verdicts(words)[verdict ? 0 : 1];

export const claim: PaperKind<ClaimQuestion> = {
  direction: (words) => words.trueOrFalse,
  orders: () => [],
  mark: ({ question }) => String(question.verdict),
  layout: ({ question }, { texts, words }) => ({
    stem: texts.blocks(question.prompt),
    space: { t: 'verdict', words: verdicts(words) },
  }),
  answer: ({ question }, words) => ({ answer: verdictWord(question, words) }),
  solution: ({ question }, { words }) => ({ mark: verdictWord(question, words), texts: [] }),
};
