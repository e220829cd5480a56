import { nearest } from '../../text/nearest.ts';
import { error } from '../rule.ts';

export const unknownTarget = error('unknown-target', 'A target of the deck that does not exist.', {
  bank({ bank, targets }, say) {
    for (const [at, name] of (bank?.targets ?? []).entries())
      if (!targets.includes(name)) say({ path: ['targets', at] }, noTarget(name, targets));
  },
});

/** What to say of a target that does not exist: the one that was meant, and all that there are. */
export function noTarget(name: string, known: readonly string[]): string {
  const guess = nearest(name, known);
  const all = known.join(', ');
  return `there is no target "${name}"; ${guess ? `did you mean "${guess}"? There are ${all}` : `there are ${all}`}`;
}
