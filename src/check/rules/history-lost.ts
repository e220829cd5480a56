import { error } from '../rule.ts';

export const historyLost = error(
  'history-lost',
  'A card would be left empty, and what reads like it would begin anew.',
);
