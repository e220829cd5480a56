import { warning } from '../rule.ts';

export const fontOfThisMachine = warning(
  'font-of-this-machine',
  'Text that no font of ours has, printed with one of this machine.',
);
