import { nearest } from '../../text/nearest.ts';
import { rule } from '../rule.ts';

export const unknownTarget = rule({
  id: 'unknown-target',
  level: 'error',
  summary: 'A target of the deck that does not exist.',
  bank({ bank, targets }, say) {
    for (const [at, target] of (bank?.targets ?? []).entries()) {
      if (targets.includes(target)) continue;
      const guess = nearest(target, targets);
      const advice = guess ? `did you mean "${guess}"?` : `there are ${targets.join(', ')}`;
      say({ path: ['targets', at] }, `no target is called "${target}"; ${advice}`);
    }
  },
});
