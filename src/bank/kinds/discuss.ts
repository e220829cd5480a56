import { parseText } from '../../text/markdown.ts';
import { integer, list, text } from '../fields/shape.ts';
import type { Criterion, DiscussQuestion } from '../question.ts';
import { defineKind } from './kind.ts';

/** "Names the Moon's pull (2)": the points stand in brackets at the end, one if they are not said. */
function criterion(line: string): Criterion {
  const match = /^(.*\S)\s*\((\d{1,2}(?:\.5)?)\)\s*$/s.exec(line);
  return match?.[1] ? { text: match[1], points: Number(match[2]) } : { text: line, points: 1 };
}

export const discuss = defineKind<DiscussQuestion>()({
  kind: 'discuss',
  head: 'discuss',
  about: 'a question answered at length, with a rubric to mark it by',
  shape: {
    discuss: text('The question.'),
    rubric: list(
      text('One thing a good answer does; its points in brackets at the end.').meta({
        examples: ["Names the Moon's pull (2)"],
      }),
      'What earns points.',
    ),
    words: integer(1, 5000, 'How many words an answer should have.').optional(),
    lines: integer(1, 200, 'How many ruled lines to print.').optional(),
  },
  points: (question) => question.rubric.reduce((sum, line) => sum + line.points, 0),
  minutes: (question) => Math.max(5, Math.round((question.words ?? 0) / 15)),
  build: (raw) => ({ rubric: raw.rubric.map(criterion), words: raw.words, lines: raw.lines }),
  task: ({ prompt, rubric, words, lines }) => ({
    t: 'essay',
    prompt: parseText(prompt),
    rubric: rubric.map(({ text: line, points }) => ({ text: parseText(line), points })),
    words,
    lines,
  }),
  telling: () => [],
  texts: (question) => question.rubric.map((line, at) => [['rubric', at], line.text]),
});
