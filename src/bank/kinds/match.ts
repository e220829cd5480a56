import { parseText } from '../../text/markdown.ts';
import { quoted } from '../../text/nearest.ts';
import { plainText } from '../../text/plain.ts';
import { present } from '../../text/present.ts';
import { list, text, textMap } from '../fields/shape.ts';
import type { MatchQuestion, Pair } from '../question.ts';
import type { YamlMap } from '../yaml/node.ts';
import { valueUnder } from '../yaml/path.ts';
import { defineKind } from './kind.ts';

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
    pairs: textMap('Left: right, one pair a line, at least two.').meta({ minProperties: 2 }),
    extra: list(
      text('A right-hand text.'),
      'Right-hand texts that belong to nothing on the left.',
    ).optional(),
  },
  points: (question) => question.pairs.length,
  minutes: (question) => Math.ceil(question.pairs.length / 2),
  build: (raw, node) => ({ pairs: pairsOf(node), extra: raw.extra ?? [] }),
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
    ...question.pairs.flatMap(({ left, right }) =>
      [left, right].map((words) => [['pairs', left], words] as const),
    ),
    ...question.extra.map((words, at) => [['extra', at], words] as const),
  ],
});
