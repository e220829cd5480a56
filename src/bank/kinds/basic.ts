import { text } from '../fields/shape.ts';
import type { BasicQuestion } from '../question.ts';
import { defineKind } from './kind.ts';

/** A question and its answer. */
export const basic = defineKind<BasicQuestion>()({
  kind: 'basic',
  head: 'ask',
  mark: 'answer',
  about: 'a question with an answer in words',
  shape: {
    ask: text('The question.'),
    answer: text('The answer, short enough to be said in one breath.'),
  },
  points: () => 2,
  minutes: () => 2,
  build: (raw) => ({ answer: raw.answer }),
  texts: (question) => [[['answer'], question.answer]],
});
