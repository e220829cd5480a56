import type { UnknownName } from '../quiz/draw/problem.ts';
import { adviceOn } from '../text/nearest.ts';
import type { Rule } from './rule.ts';

/** More names than this are not listed. */
const mostListed = 8;

/** Speaks of names of one sort that lead nowhere. */
export const nowhere =
  (what: UnknownName['what']): NonNullable<Rule['quiz']> =>
  (problem, say) => {
    if (problem.is !== 'unknown' || problem.what !== what) return;
    const { name, known, passage, path } = problem;
    const message =
      passage === undefined
        ? `no ${what} "${name}" in this bank; ${adviceOn(name, known, listOf(known))}`
        : `"${name}" belongs to the passage "${passage}": name the passage`;
    say({ path }, message);
  };

function listOf(known: readonly string[]): string {
  if (known.length === 0) return 'there are none';
  const more = known.length > mostListed ? ', …' : '';
  return `known here: ${known.slice(0, mostListed).join(', ')}${more}`;
}
