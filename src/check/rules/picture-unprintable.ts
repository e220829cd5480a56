import { error } from '../rule.ts';

export const pictureUnprintable = error(
  'picture-unprintable',
  'A picture in a format that cannot be printed.',
);
