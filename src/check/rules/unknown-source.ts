import { adviceOn } from '../../text/nearest.ts';
import { error } from '../rule.ts';

export const unknownSource = error('unknown-source', 'A citation of a source that the deck does not list.', {
  question({ cite }, say, { bank }) {
    if (!bank) return;
    const known = Object.keys(bank.sources);
    for (const [at, { source }] of cite.entries()) {
      if (source === undefined || known.includes(source)) continue;
      const advice = adviceOn(source, known, 'list it under "sources:" of the deck');
      say({ path: ['cite', at, 'source'] }, `no source is called "${source}"; ${advice}`);
    }
  },
});
