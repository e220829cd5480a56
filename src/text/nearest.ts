import leven from 'leven';

/** Longer words are no slips of the hand, and comparing two takes as long as one has letters times the other. */
const longest = 200;

/** The word of `known` that `word` was probably meant to be, or undefined when none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length > longest) return undefined;
  const meant = word.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.ceil(word.length / 3)) + 1;
  for (const candidate of known) {
    const distance = leven(meant, candidate.toLowerCase(), { maxDistance: least });
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** What to do about a word that is not known: the one it was probably meant to be, or else what `otherwise` says. */
export function adviceOn(word: string, known: readonly string[], otherwise: string): string {
  const guess = nearest(word, known);
  return guess === undefined ? otherwise : `did you mean "${guess}"?`;
}

/** A word of the author's in quotation marks, as messages show it: on one line, and not too long to read. */
export function quoted(words: string): string {
  const line = words.trim().replace(/\s+/g, ' ');
  return `"${line.length > 40 ? `${[...line.slice(0, 80)].slice(0, 39).join('')}…` : line}"`;
}
