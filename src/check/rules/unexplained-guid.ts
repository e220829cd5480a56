import { warning } from '../rule.ts';

export const unexplainedGuid = warning(
  'unexplained-guid',
  'A note of the lock file that no id of its question explains.',
);
