import { sha256 } from '@noble/hashes/sha2.js';

const utf8 = new TextEncoder();

/** What a rank hangs on, such as seed, quiz, section and question. */
export type RankKey = readonly (string | number)[];

/**
 * A number from 0 to 2^48 - 1 that looks random and is always the same for the same key: the first 48 bits of the
 * SHA-256 of the key as JSON. Two keys that differ anywhere have unrelated ranks, so that a new question finds its
 * place among the others without moving them.
 */
export function rank(key: RankKey): number {
  const digest = sha256(utf8.encode(JSON.stringify(key)));
  let value = 0;
  for (let at = 0; at < 6; at++) value = value * 256 + (digest[at] ?? 0);
  return value;
}

/** The items by rank, the lowest first. `name` tells them apart and must not change when the bank grows. */
export function byRank<Item>(items: readonly Item[], name: (item: Item) => string | number, key: RankKey): Item[] {
  return items
    .map((item) => ({ item, rank: rank([...key, name(item)]) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
