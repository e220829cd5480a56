import { renaming } from '../../edit/repairs.ts';
import { adviceOn } from '../../text/nearest.ts';
import { warning } from '../rule.ts';

export const unknownRule = warning('unknown-rule', 'A waiver of a rule that does not exist.', {
  waiver({ name, rule: known, names }, say) {
    if (known) return;
    say({}, `there is no rule "${name}"; ${adviceOn(name, names, 'docs/diagnostics lists them')}`);
  },
  repair: ({ map, entry }, names) => renaming(map, entry.key.value, names, names),
});
