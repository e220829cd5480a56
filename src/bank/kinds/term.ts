import { parseText } from '../../text/markdown.ts';
import { lineOf, plainText } from '../../text/plain.ts';
import { flag, text } from '../fields/shape.ts';
import type { TermQuestion } from '../question.ts';
import { defineKind } from './kind.ts';

export const term = defineKind<TermQuestion>()({
  kind: 'term',
  head: 'term',
  about: 'a term and what it means',
  shape: {
    term: text('The term.'),
    means: text('What it means, without the term itself.'),
    say: flag("true: Anki reads the term aloud, with a voice of the bank's language.").optional(),
  },
  points: () => 1,
  minutes: () => 1,
  build: (raw) => ({ means: raw.means, say: raw.say }),
  task: ({ prompt, means }, words) => {
    const term = parseText(prompt);
    const lead = { type: 'text', text: `${words.explain} ` } as const;
    return {
      t: 'text',
      prompt: [{ type: 'paragraph', children: [lead, { type: 'strong', children: lineOf(term) }] }],
      answers: [parseText(means)],
      need: 1,
      ordered: false,
      term,
    };
  },
  telling: ({ means }) => [plainText(means)],
  texts: (question) => [[['means'], question.means]],
});
