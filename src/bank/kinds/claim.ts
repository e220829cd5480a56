import { flag, text } from '../fields/shape.ts';
import type { ClaimQuestion } from '../question.ts';
import { defineKind } from './kind.ts';

/** A statement to be judged true or false. */
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
  texts: () => [],
});
