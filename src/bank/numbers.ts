import { greatest } from '../text/greatest.ts';
import { present } from '../text/present.ts';
import type { Option } from './question.ts';

/**
 * The options sorted, if all are numbers with the same words or signs around them; else undefined. Cards and papers both
 * ask here. What "." and "," mean is read from all options together: see `likelier`.
 */
export function inNumericOrder(options: readonly Option[]): Option[] | undefined {
  const framed = options.flatMap(({ text }) => framedNumber(text) ?? []);
  if (framed.length < options.length || new Set(framed.map(({ frame }) => frame)).size !== 1)
    return undefined;
  const numerals = framed.map(({ numeral }) => numeral);
  const point = valuesOf(numerals, '.');
  const comma = valuesOf(numerals, ',');
  const values = point && comma ? likelier(numerals, point, comma) : (point ?? comma);
  return values && ranking(values).map((at) => present(options[at], `option ${at}`));
}

/** What may set off thousands besides a point or a comma. */
const gaps = "'’\u00a0\u202f ";

/** A number and what stands before and after it, which has no digits. A sign or point right after a letter is not its. */
const aroundNumber = new RegExp(
  `^(\\D*?)((?:(?<![\\p{L}\\p{N}])[-−+])?(?:(?<![\\p{L}\\p{N}])[.,])?\\d(?:[\\d.,${gaps}]*\\d)?)(\\D*)$`,
  'u',
);

/** "about 1,250.5 km" is "1,250.5" in the frame "about # km"; undefined where there is no number or more than one. */
function framedNumber(text: string): { numeral: string; frame: string } | undefined {
  const found = aroundNumber.exec(text.trim());
  if (!found) return undefined;
  const [, before = '', numeral = '', after = ''] = found;
  return { numeral, frame: `${before.trim()}#${after.replace(/^[.,]/, '').trim()}` };
}

/** The numbers with this sign before their decimals; undefined where one of them cannot be read so. */
function valuesOf(numerals: readonly string[], decimal: '.' | ','): number[] | undefined {
  const values = numerals.map((numeral) => readAs(numeral, decimal));
  return values.includes(Number.NaN) ? undefined : values;
}

/** A number's form for each decimal sign: thousands are set off by one sign throughout and never begin with 0. */
const forms = { '.': formWith('.', ','), ',': formWith(',', '.') };

function formWith(decimal: string, thousands: string): RegExp {
  const whole = `\\d+|[1-9]\\d{0,2}([${thousands}${gaps}])\\d{3}(?:\\1\\d{3})*`;
  return new RegExp(`^[-−+]?(?:(?:${whole})(?:[${decimal}]\\d+)?|[${decimal}]\\d+)$`);
}

function readAs(numeral: string, decimal: '.' | ','): number {
  if (!forms[decimal].test(numeral)) return Number.NaN;
  const [whole = '', decimals = ''] = numeral.replace('−', '-').split(decimal);
  return Number(`${whole.replace(/[^\d+-]/g, '')}.${decimals}0`);
}

/**
 * Which of two readings to sort by. They differ where whole numbers stand beside ones like "1.000", whose three digits
 * are decimals in one language and thousands in another. They are thousands where one ends in 0, for nobody writes 2.500
 * beside 3, or where all are then of a like size; elsewhere it is not known.
 */
function likelier(
  numerals: readonly string[],
  point: readonly number[],
  comma: readonly number[],
): readonly number[] | undefined {
  if (ranking(point).join() === ranking(comma).join()) return point;
  const thousands = sum(point) > sum(comma) ? point : comma;
  const sizes = thousands.map(Math.abs);
  const round = numerals.some((numeral) => /[.,]\d*0$/.test(numeral));
  const least = sizes.reduce((size, other) => Math.min(size, other));
  return round || greatest(sizes) < 10 * least ? thousands : undefined;
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + Math.abs(one), 0);

/** The places of the values, that of the least first. */
const ranking = (values: readonly number[]): number[] =>
  [...values.entries()].sort(([, a], [, b]) => a - b).map(([at]) => at);
