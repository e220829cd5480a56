import leven from 'leven';
import { once } from '../../text/once.ts';

/** Texts longer than this are compared by their words alone: to compare letters takes the product of the lengths. */
const longest = 300;

/** What two texts with other numbers have at most. */
const otherNumber = 0.45;

/** What texts of a question are compared with. */
export interface Scale {
  /** Words that tell nothing, for several texts of the question have them. */
  readonly common: ReadonlySet<string>;
  /** A text taken apart, each once. */
  readonly read: (text: string) => Words;
}

interface Words {
  /** Without case, marks and double spaces. */
  readonly plain: string;
  readonly all: readonly string[];
  /** In the order of the alphabet. */
  readonly sorted: string;
  /** Those that are not common; all where there are no others. */
  readonly telling: readonly string[];
  readonly numbers: string;
}

/** A scale for texts of which two or more have these words. */
export const scaleOf = (common: ReadonlySet<string>): Scale => ({
  common,
  read: once((text: string) => taken(text, common), new Map()),
});

function taken(text: string, common: ReadonlySet<string>): Words {
  const plain = folded(text);
  const all = plain.split(' ');
  const own = all.filter((word) => !common.has(word));
  const telling = own.length > 0 ? own : all;
  return { plain, all, sorted: [...all].sort().join(' '), telling, numbers: numbersOf(text) };
}

/**
 * How alike two texts are, from 0 to 1; 1 is the same but for case, marks and spaces. It is the greater of what they share of
 * their words, a longer word counting for more, and of their letters. Texts with other numbers ("Article 5", "Article 6",
 * "Group A", "Henry VII") are of other things, however alike.
 */
export function likeness(one: string, other: string, scale: Scale): number {
  const [a, b] = [scale.read(one), scale.read(other)];
  if (a.plain === b.plain) return 1;
  if (isMended(one, other, scale)) return mendedIsAlike;
  const letters = sharedLetters(a.telling.join(' '), b.telling.join(' '));
  const shared = Math.max(sharedWords(a.telling, b.telling), letters);
  return a.numbers === b.numbers ? shared : Math.min(shared, otherNumber);
}

/** Whatever else two texts share. */
const mendedIsAlike = 0.9;

/**
 * True for a text that says what the other says, with slips of the hand mended, in another order, or with words added or
 * taken away: "the shape of the coats" and "the shape of the coast", "the wind" and "the wind at sea".
 */
export function isMended(one: string, other: string, { common, read }: Scale): boolean {
  const [a, b] = [read(one), read(other)];
  if (a.sorted === b.sorted) return true;
  if (a.numbers !== b.numbers) return false;
  const bySlips = a.all.length === b.all.length && a.all.every((word, at) => isSlip(word, b.all[at] ?? ''));
  return (
    bySlips || isSlip(a.plain, b.plain) || isLonger(a.all, b.all, common) || isLonger(b.all, a.all, common)
  );
}

/** True for words that are one letter apart, or two that stand next to each other exchanged; one letter is no slip for another. */
function isSlip(one: string, other: string): boolean {
  const length = Math.max(one.length, other.length);
  if (one === other) return true;
  if (length < 3 || length > longest || Math.abs(one.length - other.length) > 1) return false;
  const distance = leven(one, other, { maxDistance: 3 });
  if (distance !== 2 || one.length !== other.length) return distance === 1;
  const at = [...one].findIndex((letter, place) => letter !== other[place]);
  return one[at] === other[at + 1] && one[at + 1] === other[at];
}

/** True where the one has all words of the other in their order, and these are more than a word that tells nothing. */
function isLonger(words: readonly string[], others: readonly string[], common: ReadonlySet<string>): boolean {
  const [only, more] = others;
  const tellsNothing = more === undefined && common.has(only ?? '');
  if (words.length <= others.length || tellsNothing) return false;
  let at = 0;
  for (const word of words) if (isSlip(word, others[at] ?? '')) at++;
  return at === others.length;
}

/** A text without case, marks and double spaces; as it is where nothing else is in it. */
export function folded(text: string): string {
  const words = wordsOf(text).join(' ').toLowerCase();
  return words === '' ? text.trim() : words;
}

/** The words that at least two of these texts have. */
export function commonWords(texts: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const common = new Set<string>();
  for (const text of texts)
    for (const word of new Set(folded(text).split(' '))) {
      if (seen.has(word)) common.add(word);
      seen.add(word);
    }
  return common;
}

const wordsOf = (text: string): string[] => text.normalize('NFKC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Digits, Roman numbers, and capitals that stand alone behind the first word. */
const numbersOf = (text: string): string =>
  wordsOf(text)
    .map((word, at) =>
      /^[IVXLCDM]{2,}$/.test(word) || (at > 0 && /^\p{Lu}$/u.test(word)) ? word : digits(word),
    )
    .join('');

const digits = (word: string): string => word.replace(/\P{N}/gu, '');

/** What it counts to have all words of a shorter text. */
const ofShorter = 0.75;

function sharedWords(words: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of words) {
    const count = left.get(word) ?? 0;
    if (count > 0) shared += word.length;
    left.set(word, count - 1);
  }
  const [one, other] = [lengthOf(words), lengthOf(others)];
  return Math.max((2 * shared) / (one + other), (shared / Math.min(one, other)) * ofShorter);
}

const lengthOf = (words: readonly string[]): number => words.reduce((sum, { length }) => sum + length, 0);

function sharedLetters(a: string, b: string): number {
  const length = Math.max(a.length, b.length);
  if (length > longest) return 0;
  // More apart than half of the letters they are not alike, however far.
  return 1 - leven(a, b, { maxDistance: Math.ceil(length / 2) + 1 }) / length;
}
