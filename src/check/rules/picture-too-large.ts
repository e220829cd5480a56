import { error } from '../rule.ts';

export const pictureTooLarge = error(
  'picture-too-large',
  'A picture that is too large to print, or takes too long to draw.',
);
