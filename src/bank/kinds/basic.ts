import { parseText } from '../../text/markdown.ts';
import { plainText } from '../../text/plain.ts';
import { text } from '../fields/shape.ts';
import type { BasicQuestion } from '../question.ts';
import { defineKind } from './kind.ts';

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
  task: ({ prompt, answer }) => ({
    t: 'text',
    prompt: parseText(prompt),
    answers: [parseText(answer)],
    need: 1,
    ordered: false,
  }),
  telling: ({ answer }) => [plainText(answer)],
  texts: (question) => [[['answer'], question.answer]],
});
