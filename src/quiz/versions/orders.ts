import { inNumericOrder } from '../../bank/numbers.ts';
import type { Option } from '../../bank/question.ts';
import { type RankKey, shuffled } from '../shuffle.ts';

/** How many orders of one question's options there are to choose from. */
const candidates = 8;

/**
 * The orders in which a question's options may be printed: shuffled by their places in the bank and not by their
 * words, so that a corrected word moves nothing; pinned ones last. Options
 * that are all numbers have one order only, from the least to the greatest.
 */
export function optionOrders(options: readonly Option[], key: RankKey): Option[][] {
  const pinned = options.filter(({ pin }) => pin === 'last');
  const loose = options.filter(({ pin }) => pin !== 'last');
  const sorted = inNumericOrder(loose);
  if (sorted) return [[...sorted, ...pinned]];
  return Array.from({ length: candidates }, (_, candidate) => [
    ...shuffled(loose, [...key, candidate]),
    ...pinned,
  ]);
}
