import { parseText } from '../../text/markdown.ts';
import { list, text } from '../fields/shape.ts';
import type { OrderQuestion } from '../question.ts';
import { defineKind } from './kind.ts';

export const order = defineKind<OrderQuestion>()({
  kind: 'order',
  head: 'order',
  about: 'things to be put in order',
  shape: {
    order: text('What to do: "Put these in order, the earliest first."'),
    items: list(text('An item.'), 'The items in the right order, at least two.').meta({ minItems: 2 }),
  },
  points: (question) => Math.max(1, question.items.length - 1),
  minutes: (question) => Math.ceil(question.items.length / 2),
  build: (raw) => ({ items: raw.items }),
  task: ({ prompt, items }) => ({ t: 'order', prompt: parseText(prompt), items: items.map(parseText) }),
  telling: () => [],
  texts: (question) => question.items.map((words, at) => [['items', at], words]),
});
