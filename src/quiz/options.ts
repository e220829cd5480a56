import type { Option } from '../bank/question.ts';
import { type RankKey, shuffled } from './shuffle.ts';

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

/** The options sorted, if all are numbers with the same words or signs around them; else undefined. */
function inNumericOrder(options: readonly Option[]): Option[] | undefined {
  const numbers = options.map((option) => ({ option, ...readNumber(option.text) }));
  const [first] = numbers;
  if (!first || numbers.some(({ value, frame }) => Number.isNaN(value) || frame !== first.frame))
    return undefined;
  return numbers.sort((a, b) => a.value - b.value).map(({ option }) => option);
}

/** "−1,250.5 km" is -1250.5 in the frame "# km"; NaN where there is no number or more than one. */
function readNumber(text: string): { value: number; frame: string } {
  const found = /^(\D*?)([-−+]?\d[\d.,'’\u00a0\u202f ]*)(\D*)$/u.exec(text.trim());
  if (!found) return { value: Number.NaN, frame: '' };
  const [, before = '', digits = '', after = ''] = found;
  const plain = digits
    .trim()
    .replace('−', '-')
    .replace(/[,.'’\u00a0\u202f ](?=\d{3}(?!\d))/g, (sign) => (sign === '.' ? '.' : ''))
    .replace(',', '.');
  return { value: Number(plain), frame: `${before.trim()}#${after.trim()}` };
}
