import { rule } from '../rule.ts';

export const cardTooFull = rule({
  id: 'card-too-full',
  level: 'advice',
  summary: 'A question with more text than a printed flashcard holds in a readable size.',
});
