import type { Task } from '../../bank/task.ts';
import { type RankKey, shuffled } from '../shuffle.ts';
import type { Offered } from './printed.ts';

/** How many orders of one question's options there are to choose from. */
const candidates = 8;

/**
 * The orders in which what a task offers may be printed; none where it offers nothing. Options are shuffled by their places
 * in the bank and not by their words, so that a corrected word moves nothing; pinned ones come last, and numbers have one order
 * only, from the least to the greatest.
 */
export function ordersOf(task: Task, key: RankKey): Offered[][] {
  switch (task.t) {
    case 'choice': {
      if (task.verdict) return [];
      const options = task.options.map(({ text, right, pinned }, at) => ({ at, text, right, pinned }));
      if (task.fixed) return [options];
      const pinned = options.filter((option) => option.pinned);
      const loose = options.filter((option) => !option.pinned);
      return Array.from({ length: candidates }, (_, candidate) => [
        ...shuffled(loose, [...key, candidate]),
        ...pinned,
      ]);
    }
    case 'match':
      return [shuffled(task.rights.map(offered), key)];
    case 'order':
      return [scrambled(task.items.map(offered), key)];
    case 'text':
    case 'number':
    case 'gaps':
    case 'regions':
    case 'essay':
      return [];
  }
}

const offered = (text: Offered['text'], at: number): Offered => ({ at, text, right: false });

/** A shuffled order that is not by chance the right one. */
function scrambled(items: readonly Offered[], key: RankKey): Offered[] {
  const tries = [0, 1, 2, 3, 4, 5].map((attempt) => shuffled(items, [...key, attempt]));
  return tries.find((order) => order.some((item, place) => item.at !== place)) ?? items.toReversed();
}
