const longWord = /\S{20,}/g;
const hyphenable = /^\p{L}{1,40}$/u;

/** A zero-width space, which prints as nothing. */
export const breakMark = '\u200b';

/**
 * A text with that mark wherever a line may break within a word, so that none runs out of a narrow column: words of twenty characters
 * or more are divided after every eighth, but for those of letters alone, which can be hyphenated.
 */
export const withBreaks = (text: string): string =>
  text.replace(longWord, (word) => (hyphenable.test(word) ? word : codeWithBreaks(word)));

/** The same for code, where anything of twelve characters or more is divided. */
export const codeWithBreaks = (code: string): string => code.replace(/\S{8}(?=\S{4})/gu, `$&${breakMark}`);

/** A text as it stands on one line of its own source: line breaks and tabs within a paragraph are spaces. */
export const onOneLine = (text: string): string => text.replace(/[\n\t]/g, ' ');
