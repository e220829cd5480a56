import { parseText } from '../../text/markdown.ts';
import { literal } from '../../text/tree.ts';
import { flag, text } from '../fields/shape.ts';
import type { ClaimQuestion } from '../question.ts';
import { defineKind } from './kind.ts';

export const claim = defineKind<ClaimQuestion>()({
  kind: 'claim',
  head: 'claim',
  about: 'a statement to be judged true or false',
  shape: {
    claim: text('The statement.'),
    verdict: flag('`true` when the statement is right, `false` when it is wrong.'),
  },
  points: () => 1,
  minutes: () => 0.5,
  build: (raw) => ({ verdict: raw.verdict }),
  task: ({ prompt, verdict }, words) => ({
    t: 'choice',
    prompt: parseText(prompt),
    options: [
      { text: literal(words.true), right: verdict, pinned: false },
      { text: literal(words.false), right: !verdict, pinned: false },
    ],
    fixed: true,
    verdict: true,
  }),
  telling: () => [],
  texts: () => [],
});
