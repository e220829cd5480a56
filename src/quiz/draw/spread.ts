import type { Spread } from '../../bank/bank.ts';
import type { Question } from '../../bank/question.ts';
import { byRank, type RankKey } from '../shuffle.ts';

/**
 * The `count` questions of lowest rank; with `spread` as evenly over the groups as their sizes allow. Groups that run
 * short hand their share on; where a share does not divide, the groups of lowest rank get one more. One question more
 * among the candidates changes at most one of those drawn.
 */
export function pickRanked(
  candidates: readonly Question[],
  count: number,
  spread: Spread | undefined,
  key: RankKey,
): Question[] {
  const ranked = byRank(candidates, ({ id }) => id, key);
  if (!spread) return ranked.slice(0, count);
  const groups = grouped(ranked, (question) => String(question[spread] ?? ''));
  const names = byRank([...groups.keys()], (name) => name, [...key, spread]);
  const shares = evenShares(
    names.map((name) => ({ name, size: groups.get(name)?.length ?? 0 })),
    count,
  );
  const drawn = new Set([...shares].flatMap(([name, share]) => groups.get(name)?.slice(0, share) ?? []));
  return ranked.filter((question) => drawn.has(question));
}

function grouped<Item>(items: readonly Item[], name: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(name(item), [...(groups.get(name(item)) ?? []), item]);
  return groups;
}

/** How many each group gives: one each in turn until `count` is reached or all are empty. */
function evenShares(groups: readonly { name: string; size: number }[], count: number): Map<string, number> {
  const shares = new Map(groups.map(({ name }) => [name, 0]));
  let left = count;
  for (let round = 1; left > 0; round++) {
    const giving = groups.filter(({ size }) => size >= round);
    if (giving.length === 0) break;
    for (const { name } of giving.slice(0, left)) shares.set(name, round);
    left -= giving.length;
  }
  return shares;
}
