import { warning } from '../rule.ts';

export const characterWithoutFont = warning(
  'character-without-font',
  'A character that no font on this machine has.',
);
