import type { Option } from './question.ts';

/** The options sorted, if all are numbers with the same words or signs around them; else undefined. */
export function inNumericOrder(options: readonly Option[]): Option[] | undefined {
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
