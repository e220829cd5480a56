import { warning } from '../rule.ts';

export const paperNotAccessible = warning(
  'paper-not-accessible',
  'A paper that screen readers may not read well.',
);
