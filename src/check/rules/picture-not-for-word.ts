import { warning } from '../rule.ts';

export const pictureNotForWord = warning(
  'picture-not-for-word',
  'A picture in a format that Word does not show, in a quiz printed for Word.',
);
