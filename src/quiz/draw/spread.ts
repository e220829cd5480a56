import type { Spread } from '../../bank/bank.ts';
import type { Question } from '../../bank/question.ts';
import { groupBy } from '../../text/group.ts';
import { byRank, type RankKey } from '../shuffle.ts';

/**
 * The first `count` of the candidates, which stand by rank; with `spread` as evenly over the groups as their sizes allow:
 * each group gives one in turn, those of lowest rank first. One question more among the candidates changes at most one
 * of those drawn.
 */
export function pickRanked(
  ranked: readonly Question[],
  count: number,
  spread: Spread | undefined,
  key: RankKey,
): Question[] {
  if (!spread) return ranked.slice(0, count);
  // The questions that do not say are a group too.
  const groups = [...groupBy(ranked, (question) => String(question[spread] ?? ''))];
  const turns = byRank(groups, ([name]) => name, [...key, spread])
    .flatMap(([, group]) => [...group.entries()])
    .sort(([turn], [other]) => turn - other);
  const drawn = new Set(turns.slice(0, count).map(([, question]) => question));
  return ranked.filter((question) => drawn.has(question));
}
