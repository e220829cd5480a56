/** How wide a pupil writes a letter, in millimetres. */
const letterWidth = 2.8;

/** What pupils write on a ruled line, with one column on the page and with two. */
const lettersOnLine = { 1: 50, 2: 24 } as const;
const wordsOnLine = { 1: 9, 2: 4 } as const;

/** The width of a blank for an answer of so many letters. */
export const blankWidth = (letters: number, columns: 1 | 2): number =>
  Math.min(widestBlank(columns), Math.max(20, Math.round(letters * letterWidth)));

const widestBlank = (columns: 1 | 2): number => (columns === 1 ? 70 : 45);

/** True for an answer of so many letters that is too long for a blank. */
export const needsLines = (letters: number, columns: 1 | 2): boolean =>
  letters * letterWidth > widestBlank(columns);

/** Ruled lines for a short answer of so many letters. */
export const linesForLetters = (letters: number, columns: 1 | 2): number =>
  Math.min(8, Math.max(1, Math.ceil((letters * 1.2) / lettersOnLine[columns])));

/** Ruled lines for an essay of so many words. */
export const linesForWords = (words: number, columns: 1 | 2): number =>
  Math.ceil(words / wordsOnLine[columns]);
