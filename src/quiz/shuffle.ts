import { digest, rank } from '../files/hash.ts';

/** What a draw or an order hangs on, such as seed, quiz, section and question. */
export type RankKey = readonly (string | number)[];

/**
 * The items by rank, the lowest first. `name` tells them apart and must not change when the bank grows: a new item then
 * finds its place among the others without moving them.
 */
export function byRank<Item>(
  items: readonly Item[],
  name: (item: Item) => string | number,
  key: RankKey,
): Item[] {
  return items
    .map((item) => ({ item, rank: rank(...key, name(item)) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

/**
 * The items in an order drawn from the key: a Fisher-Yates shuffle with 32 bits of SHA-256 for each step. Unlike
 * `byRank` it hangs on how many items there are, and costs an eighth.
 */
export function shuffled<Item>(items: readonly Item[], key: RankKey): Item[] {
  const order = [...items];
  let source: DataView = new DataView(new ArrayBuffer(0));
  for (let left = order.length; left > 1; left--) {
    const step = (order.length - left) % 8;
    if (step === 0) source = new DataView(digest(...key, left).buffer);
    const at = source.getUint32(step * 4) % left;
    order.push(...order.splice(at, 1));
  }
  return order;
}
