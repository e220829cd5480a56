import { z } from 'zod';
import { parseText } from '../../text/markdown.ts';
import { quoted } from '../../text/nearest.ts';
import { plainText } from '../../text/plain.ts';
import { present } from '../../text/present.ts';
import { named } from '../fields/named.ts';
import { fields, list, text, textMap } from '../fields/shape.ts';
import type { MatchQuestion, Pair } from '../question.ts';
import type { YamlMap } from '../yaml/node.ts';
import { type Path, valueUnder } from '../yaml/path.ts';
import { defineKind } from './kind.ts';

const pair = fields(
  { left: text('What stands on the left.'), right: text('What belongs to it.'), ...named },
  'A pair that is known again when its left text changes.',
);

/** In the order of the file: an object of ours would move keys such as 1905 to the front. */
function pairsOf(node: YamlMap): readonly Pair[] {
  const pairs = valueUnder(node, 'pairs');
  const entries = pairs?.kind === 'map' ? pairs.entries : [];
  return entries.map(({ key, value }) => ({
    left: key.value,
    right: present(
      value.kind === 'scalar' ? value.value : undefined,
      `text that belongs to ${quoted(key.value)}`,
    ),
  }));
}

export const match = defineKind<MatchQuestion>()({
  kind: 'match',
  head: 'match',
  about: 'things on the left to be matched with things on the right',
  shape: {
    match: text('What to do: "Match each treaty with its year."'),
    pairs: z
      .union([
        textMap('Left: right, one pair a line, at least two.').meta({ minProperties: 2 }),
        list(pair, 'The pairs, at least two.').meta({ minItems: 2 }),
      ])
      .describe('Left: right, one pair a line, at least two; or a list of pairs.'),
    extra: list(
      text('A right-hand text.'),
      'Right-hand texts that belong to nothing on the left.',
    ).optional(),
  },
  points: (question) => question.pairs.length,
  minutes: (question) => Math.ceil(question.pairs.length / 2),
  build: ({ pairs, extra = [] }, node) => {
    const listed = Array.isArray(pairs);
    return { pairs: listed ? pairs : pairsOf(node), ...(listed && { listed }), extra };
  },
  task: ({ prompt, pairs, extra }) => {
    // Two left texts may share a right one, which then stands there once.
    const rights = [...new Set([...pairs.map(({ right }) => right), ...extra])];
    const places = new Map(rights.map((right, at) => [right, at]));
    return {
      t: 'match',
      prompt: parseText(prompt),
      pairs: pairs.map(({ left, right }) => ({
        left: parseText(left),
        right: present(places.get(right), 'place of a right text'),
      })),
      rights: rights.map(parseText),
    };
  },
  telling: ({ pairs }) => pairs.map(({ right }) => plainText(right)),
  texts: (question) => [
    ...question.pairs.flatMap(({ left, right }, at): [Path, string][] => {
      const paths: Path[] = question.listed
        ? [
            ['pairs', at, 'left'],
            ['pairs', at, 'right'],
          ]
        : [
            ['pairs', left],
            ['pairs', left],
          ];
      return [left, right].map((words, side) => [present(paths[side], 'path of a side'), words]);
    }),
    ...question.extra.map((words, at) => [['extra', at], words] as const),
  ],
});
