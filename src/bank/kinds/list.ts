import { z } from 'zod';
import { parseText } from '../../text/markdown.ts';
import { plainText } from '../../text/plain.ts';
import { named } from '../fields/named.ts';
import { fields, flag, integer, list as listOf, text } from '../fields/shape.ts';
import type { ListQuestion, Named } from '../question.ts';
import { defineKind } from './kind.ts';

const item = z.union([
  text('The item.'),
  fields({ text: text('The item.'), ...named }, 'An item that is known again when its text changes.'),
]);

type Written = z.output<typeof item>;

const wordsOf = (written: Written): string => (typeof written === 'string' ? written : written.text);

function nameOf(written: Written): Named {
  if (typeof written === 'string') return {};
  const { key, was } = written;
  return { key, was };
}

export const list = defineKind<ListQuestion>()({
  kind: 'list',
  head: 'list',
  about: 'several things to be named',
  shape: {
    list: text('What to name: "Name the three branches of government."'),
    items: listOf(item, 'The items, at least two.').meta({ minItems: 2 }),
    need: integer(1, 499, 'How many of the items an answer must name; all if not given.').optional(),
    ordered: flag('true: the order of the items matters.').optional(),
  },
  points: (question) => question.need,
  minutes: (question) => Math.ceil(question.need / 2),
  build: (raw) => ({
    items: raw.items.map(wordsOf),
    ...(raw.items.some((each) => typeof each !== 'string') && { names: raw.items.map(nameOf) }),
    need: raw.need ?? raw.items.length,
    ordered: raw.ordered ?? false,
  }),
  task: ({ prompt, items, need, ordered }) => ({
    t: 'text',
    prompt: parseText(prompt),
    answers: items.map(parseText),
    need,
    ordered,
  }),
  telling: ({ items }) => items.map(plainText),
  texts: (question) => question.items.map((words, at) => [['items', at, 'text'], words]),
});
