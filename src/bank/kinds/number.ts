import { parseText } from '../../text/markdown.ts';
import { plainText } from '../../text/plain.ts';
import { decimal, numeral, text } from '../fields/shape.ts';
import type { NumberQuestion } from '../question.ts';
import { defineKind } from './kind.ts';

export const number = defineKind<NumberQuestion>()({
  kind: 'number',
  head: 'ask',
  mark: 'number',
  about: 'a question whose answer is a number',
  shape: {
    ask: text('The question.'),
    number: numeral('The number, as it should be written.'),
    tolerance: decimal(
      0,
      Number.MAX_VALUE,
      'How far off still counts as right, in the same unit.',
    ).optional(),
    unit: text('The unit, printed behind the blank.').optional(),
  },
  points: () => 1,
  minutes: () => 1,
  build: (raw) => ({ number: raw.number, tolerance: raw.tolerance ?? 0, unit: raw.unit }),
  task: ({ prompt, number, tolerance, unit }) => ({
    t: 'number',
    prompt: parseText(prompt),
    number,
    tolerance,
    unit: unit === undefined ? undefined : parseText(unit),
    answer: parseText([number, tolerance > 0 ? `± ${tolerance}` : '', unit ?? ''].filter(Boolean).join(' ')),
  }),
  telling: ({ number, unit = '' }) => [plainText(`${number} ${unit}`)],
  texts: ({ unit }) => (unit === undefined ? [] : [[['unit'], unit]]),
});
