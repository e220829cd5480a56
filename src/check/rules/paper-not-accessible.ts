import { rule } from '../rule.ts';

export const paperNotAccessible = rule({
  id: 'paper-not-accessible',
  level: 'warning',
  summary: 'A paper that screen readers may not read well.',
});
