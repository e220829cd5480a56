/**
 * What has no place in a text: control characters but for tabs and line breaks, halves of characters, and what Unicode
 * calls no characters (The Unicode Standard, 3.4, D14). Anki parts a note's fields by one of them, no XML holds them
 * (XML 1.0, 2.2), and none of them is seen.
 */
const unfit = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u;

/** A character that has no place in a text, where it stands there, from 0, and what it is. */
export interface Unfit {
  readonly at: number;
  readonly character: string;
  /** "the control character U+001F" */
  readonly what: string;
}

/** The first character of a text that has no place in it. */
export function unfitIn(text: string): Unfit | undefined {
  const found = unfit.exec(text);
  if (!found) return undefined;
  const [character] = found;
  const name = codePoint(character);
  const what = /\p{Cc}/u.test(character)
    ? `the control character ${name}`
    : /\p{Cs}/u.test(character)
      ? `half of a character, ${name}`
      : `${name}, which Unicode calls no character`;
  return { at: found.index, character, what };
}

/** A character's number as Unicode writes it: "U+00E9". */
export const codePoint = (character: string): string =>
  `U+${Number(character.codePointAt(0)).toString(16).toUpperCase().padStart(4, '0')}`;
