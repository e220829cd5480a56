import { parseText } from '../../text/markdown.ts';
import { literal } from '../../text/tree.ts';
import { list, text } from '../fields/shape.ts';
import type { TypedQuestion } from '../question.ts';
import { defineKind } from './kind.ts';

export const typed = defineKind<TypedQuestion>()({
  kind: 'typed',
  head: 'ask',
  mark: 'typed',
  about: 'a question whose answer is typed',
  shape: {
    ask: text('The question.'),
    typed: text('What to type, letter by letter.'),
    accept: list(text('A variant.'), 'What also counts as right.').optional(),
  },
  points: () => 1,
  minutes: () => 1,
  build: (raw) => ({ typed: raw.typed, accept: raw.accept ?? [] }),
  task: ({ prompt, typed, accept }) => ({
    t: 'text',
    prompt: parseText(prompt),
    answers: [typed, ...accept].map(literal),
    need: 1,
    ordered: false,
    typed: { best: typed, accept },
  }),
  telling: ({ typed, accept }) => [typed, ...accept],
  texts: () => [],
});
