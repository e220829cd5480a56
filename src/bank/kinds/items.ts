import type { Report } from './kind.ts';

/** What holds of the items of an order or a list: two at least, and none twice. */
export function checkItems(items: readonly string[], report: Report): void {
  if (items.length < 2) {
    report(['items'], 'too-few-items', 'this takes two items at least; with one, use "ask" and "answer"');
  }
  const seen = new Set<string>();
  for (const [at, words] of items.entries()) {
    const same = words.trim().toLowerCase();
    if (seen.has(same)) report(['items', at], 'equal-items', `"${words}" is an item already; delete it here`);
    seen.add(same);
  }
}
