import { nearest } from '../../text/nearest.ts';
import { error } from '../rule.ts';

export const unknownTarget = error('unknown-target', 'A target of the deck that does not exist.', {
  bank({ bank, targets }, say) {
    for (const [at, target] of (bank?.targets ?? []).entries()) {
      if (targets.includes(target)) continue;
      const guess = nearest(target, targets);
      const known = targets.join(', ');
      const advice = guess ? `did you mean "${guess}"? There are ${known}` : `there are ${known}`;
      say({ path: ['targets', at] }, `no target is called "${target}"; ${advice}`);
    }
  },
});
