import { error } from '../rule.ts';

/** More names than this are not listed. */
const mostListed = 100;

export const whichSource = error('which-source', 'A citation that could mean any of several sources.', {
  question({ cite }, say, { bank }) {
    const known = Object.keys(bank?.sources ?? {});
    if (known.length === 0) return;
    const more = known.length > mostListed ? ', …' : '';
    for (const [at, { source }] of cite.entries()) {
      if (source !== undefined) continue;
      const message = `the bank has several sources; say which with "source:", one of ${known.slice(0, mostListed).join(', ')}${more}`;
      say({ path: ['cite', at] }, message);
    }
  },
});
