import { advice } from '../rule.ts';

export const cardTooFull = advice(
  'card-too-full',
  'A question with more text than a printed flashcard holds in a readable size.',
);
