import type { Range } from '../../files/source.ts';
import { unfitIn } from '../../text/unfit.ts';

/** A character that no text should hold, by its place in the scalar as it is written, and what to do. */
interface BadCharacter extends Range {
  readonly message: string;
}

/**
 * The first character that has no place in a scalar's value, however it is spelt; `raw` is the scalar as it stands in the
 * file, without its quotes.
 */
export function badCharacter(raw: string, isDoubleQuoted: boolean): BadCharacter | undefined {
  const escaped = isDoubleQuoted && raw.includes('\\') ? badEscape(raw) : undefined;
  const unfit = unfitIn(raw);
  if (!unfit || (escaped && escaped.start < unfit.at)) return escaped;
  const { at: start, character, what } = unfit;
  return { start, end: start + character.length, message: `this is ${what}; delete it` };
}

/** Escapes of YAML that make a control character; nobody wants one in a text, and LaTeX begins commands so. */
const control = /\\(?:[abefv0N]|x[01][0-9A-Fa-f]|x7[Ff])/;
/** Inside maths also those that make white space: `\theta`, `\nu`, `\rho`. */
const blank = /\\[tnr](?=[a-z])/;

/** Where such an escape stands between two dollars that may be those of a formula, or undefined. */
function inMaths(text: string): number | undefined {
  const parts = text.split('$');
  let start = 0;
  for (const [at, part] of parts.entries()) {
    const next = parts[at + 1];
    const isMaths = at > 0 && next !== undefined && !/^\d/.test(next) && /^\S/.test(part) && /\S$/.test(part);
    const found = isMaths ? blank.exec(part) : null;
    if (found) return start + found.index;
    start += part.length + 1;
  }
  return undefined;
}

/** The first escape in a double-quoted text that was surely meant as a backslash; or the first that makes no character. */
function badEscape(raw: string): BadCharacter | undefined {
  // An escaped backslash is blanked out, so that the letter after it is not taken for an escape.
  const text = raw.replaceAll('\\\\', '  ');
  const start = control.exec(text)?.index ?? inMaths(text);
  if (start === undefined) return badNumber(text);
  const written = text.slice(start, start + 2);
  const message = `in double quotes "${written}" is a control character; write "\\${written}", or use single quotes`;
  return { start, end: start + 2, message };
}

/** Escapes that give a character's number; two that give the halves of one character belong together, as in JSON. */
const numbered =
  /\\u[Dd][89ABab][\dA-Fa-f]{2}\\u[Dd][C-Fc-f][\dA-Fa-f]{2}|\\(?:x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8})/g;

function badNumber(text: string): BadCharacter | undefined {
  for (const { 0: written, index: start } of text.matchAll(numbered)) {
    const wrong = wrongNumber(written);
    if (wrong) return { start, end: start + written.length, message: `"${written}" is ${wrong}` };
  }
  return undefined;
}

/** What is wrong with the character that an escape gives, and what to do about it. */
function wrongNumber(written: string): string | undefined {
  const units = written.split('\\').slice(1);
  const codes = units.map((unit) => Number.parseInt(unit.slice(1), 16));
  if (codes.some((code) => code > 0x10ffff)) return 'beyond U+10FFFF, the last character; delete it';
  const unfit = unfitIn(String.fromCodePoint(...codes));
  if (!unfit) return undefined;
  return `${unfit.what}; ${/\p{Cs}/u.test(unfit.character) ? 'write the character itself' : 'delete it'}`;
}
