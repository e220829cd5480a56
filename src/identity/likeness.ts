import leven from 'leven';

/** Texts longer than this are compared by their words alone: to compare letters takes the product of the lengths. */
const longest = 300;

/** What two texts with other numbers have at most. */
const otherNumber = 0.45;

/**
 * How alike two texts are, from 0 to 1; 1 is the same but for case, marks and spaces. It is the greater of what they share of
 * their words, a longer word counting for more, and of their letters. Texts with other numbers ("Article 5", "Article 6",
 * "Group A", "Henry VII") are of other things, however alike.
 * @param common words that tell nothing, for several texts of the question have them
 */
export function likeness(one: string, other: string, common: ReadonlySet<string>): number {
  const [a, b] = [folded(one), folded(other)];
  if (a === b) return 1;
  if (isMended(one, other, common)) return mendedIsAlike;
  const [words, others] = [telling(a, common), telling(b, common)];
  const shared = Math.max(sharedWords(words, others), sharedLetters(words.join(' '), others.join(' ')));
  return numbersOf(one) === numbersOf(other) ? shared : Math.min(shared, otherNumber);
}

/** Whatever else two texts share. */
const mendedIsAlike = 0.9;

/**
 * True for a text that says what the other says, with slips of the hand mended, in another order, or with words added or taken away: "the
 * shape of the coats" and "the shape of the coast", "the wind" and "the wind at sea".
 */
export function isMended(one: string, other: string, common: ReadonlySet<string>): boolean {
  const [a, b] = [folded(one), folded(other)];
  const [words, others] = [a.split(' '), b.split(' ')];
  if ([...words].sort().join(' ') === [...others].sort().join(' ')) return true;
  if (numbersOf(one) !== numbersOf(other)) return false;
  const bySlips = words.length === others.length && words.every((word, at) => isSlip(word, others[at] ?? ''));
  return bySlips || isSlip(a, b) || isLonger(words, others, common) || isLonger(others, words, common);
}

/** True for words that are one letter apart, or two that stand next to each other exchanged; one letter is no slip for another. */
function isSlip(one: string, other: string): boolean {
  const length = Math.max(one.length, other.length);
  if (one === other) return true;
  if (length < 3 || length > longest) return false;
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

/** The words that are not common; all where it has no others. */
function telling(plain: string, common: ReadonlySet<string>): string[] {
  const words = plain.split(' ');
  const own = words.filter((word) => !common.has(word));
  return own.length > 0 ? own : words;
}

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
  return length > longest ? 0 : 1 - leven(a, b) / length;
}
