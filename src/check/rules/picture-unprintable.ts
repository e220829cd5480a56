import { rule } from '../rule.ts';

export const pictureUnprintable = rule({
  id: 'picture-unprintable',
  level: 'error',
  summary: 'A picture in a format that cannot be printed.',
});
