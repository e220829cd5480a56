import { rule } from '../rule.ts';

export const characterWithoutFont = rule({
  id: 'character-without-font',
  level: 'warning',
  summary: 'A character that no font on this machine has.',
});
