import { error } from '../rule.ts';

export const whichSource = error('which-source', 'A citation that could mean any of several sources.', {
  question({ cite }, say, { bank }) {
    const known = Object.keys(bank?.sources ?? {});
    if (known.length === 0) return;
    for (const [at, { source }] of cite.entries()) {
      if (source !== undefined) continue;
      const message = `the bank has several sources; say which with "source:", one of ${known.join(', ')}`;
      say({ path: ['cite', at] }, message);
    }
  },
});
