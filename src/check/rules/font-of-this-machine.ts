import { rule } from '../rule.ts';

export const fontOfThisMachine = rule({
  id: 'font-of-this-machine',
  level: 'warning',
  summary: 'Text that no font of ours has, printed with one of this machine.',
});
