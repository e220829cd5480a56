import { nearest } from '../../text/nearest.ts';
import { warning } from '../rule.ts';

export const unknownRule = warning('unknown-rule', 'A waiver of a rule that does not exist.', {
  waiver({ name, rule: known, names }, say) {
    if (known) return;
    const guess = nearest(name, names);
    say(
      {},
      `there is no rule "${name}"; ${guess ? `did you mean "${guess}"?` : 'docs/diagnostics lists them'}`,
    );
  },
});
