import { z } from 'zod';
import { plainText } from '../../text/plain.ts';
import { picture } from '../fields/every-kind.ts';
import { list, text } from '../fields/shape.ts';
import type { PassageQuestion } from '../question.ts';
import { defineKind } from './kind.ts';

/** A text or picture with questions on it. The reader of questions reads those inside. */
export const passage = defineKind<PassageQuestion>()({
  kind: 'passage',
  head: 'passage',
  about: 'a text or picture with questions on it',
  shape: {
    passage: text('What to do: "Read the text and answer."'),
    title: text('Its heading.').optional(),
    text: text('The text.').optional(),
    image: picture('The picture.').optional(),
    questions: list(z.unknown(), 'The questions on it.'),
  },
  oneNeeded: ['text', 'image'],
  points: (question) => question.questions.reduce((sum, each) => sum + each.points, 0),
  minutes: (question) => 2 + question.questions.reduce((sum, each) => sum + each.minutes, 0),
  build: (raw) => ({ title: raw.title, text: raw.text, questions: [] }),
  task: null,
  telling: () => [],
  stems: ({ prompt, title = '', text = '' }) => [prompt, title, text].map(plainText),
  texts: ({ title, text }) => [
    ...(title === undefined ? [] : [[['title'], title] as const]),
    ...(text === undefined ? [] : [[['text'], text] as const]),
  ],
});
