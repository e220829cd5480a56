import { z } from 'zod';
import { parseText } from '../../text/markdown.ts';
import { plainText } from '../../text/plain.ts';
import { picture } from '../fields/every-kind.ts';
import { named } from '../fields/named.ts';
import { decimal, fields, list, text } from '../fields/shape.ts';
import type { DiagramQuestion } from '../question.ts';
import { defineKind } from './kind.ts';

const fraction = (about: string) => decimal(0, 1, about);

const rect = z
  .tuple(
    [fraction('x'), fraction('y'), fraction('width'), fraction('height')],
    'four numbers from 0 to 1: [x, y, width, height]',
  )
  .meta({ examples: [[0.1, 0.25, 0.3, 0.1]] })
  .describe('[x, y, width, height], fractions of the picture from its top left corner.');

const region = fields({ label: text('What is there.'), rect, ...named }, 'A part of the picture.');

export const diagram = defineKind<DiagramQuestion>()({
  kind: 'diagram',
  head: 'diagram',
  about: 'a picture whose parts are to be named',
  shape: {
    diagram: text('What to do: "Name the parts of the eye."'),
    image: picture('The picture.'),
    regions: list(region, 'The parts to be named.'),
  },
  points: (question) => question.regions.length,
  minutes: (question) => Math.ceil(question.regions.length / 2),
  build: (raw) => ({ regions: raw.regions }),
  task: ({ prompt, image, regions }) => ({
    t: 'regions',
    prompt: parseText(prompt),
    picture: image,
    regions: regions.map(({ label, rect }) => ({ label: parseText(label), rect })),
  }),
  telling: ({ regions }) => regions.map(({ label }) => plainText(label)),
  texts: (question) => question.regions.map(({ label }, at) => [['regions', at, 'label'], label]),
});
