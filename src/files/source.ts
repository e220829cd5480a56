import { once } from '../text/once.ts';
import { present } from '../text/present.ts';

/** What messages call a link that is not followed. */
export const leavingLink = "a link that leads out of the bank's folder, to a hidden file or to nothing";

/** A YAML file as text. `path` is what messages call it: relative to the working folder where that is possible. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Where the first bytes were that are not UTF-8, as an offset into the text; undefined when all of it is. */
  readonly notUtf8?: number | undefined;
  /** True for a `leavingLink`: such a file is not read, and its text is ''. */
  readonly leadsOut?: boolean;
}

/** A file's bytes as text; `path` is what messages call it. */
export function sourceFile(path: string, bytes: Uint8Array): SourceFile {
  const text = new TextDecoder().decode(bytes);
  return { path, text, notUtf8: firstInvalid(bytes, text) };
}

/** Where in the text, as decoded, the first mark stands for bytes that are not UTF-8; others the author wrote. */
function firstInvalid(bytes: Uint8Array, text: string): number | undefined {
  const encoder = new TextEncoder();
  let offset = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let from = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) {
    offset += encoder.encode(text.slice(from, at)).length;
    const written = bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd;
    if (!written) return at;
    from = at;
  }
  return undefined;
}

/** A stretch of a file, as offsets into its text; `end` is exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A place in a file: 1-based line, 1-based column in characters (Unicode code points). */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The offsets at which the file's lines begin, found once a file. */
const startsOf = once(({ text }: SourceFile): readonly number[] => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}, new WeakMap());

/** The line and column of an offset (in UTF-16 units, as JavaScript strings count) into the file's text. */
export function positionAt(file: SourceFile, offset: number): Position {
  const starts = startsOf(file);
  const at = lastUpTo(starts, (start) => start, offset);
  return { line: at + 1, column: columnAt(file, present(starts[at], 'line at this place'), offset) };
}

/** Where the line ends that an offset lies on: the offset of its line break, or of the text's end. */
export function lineEnd(file: SourceFile, offset: number): number {
  const starts = startsOf(file);
  const next = starts[lastUpTo(starts, (start) => start, offset) + 1];
  return next === undefined ? file.text.length : next - 1;
}

/** The offset of a line and column; that of the text's end where it is not so long. */
export const offsetAt = (file: SourceFile, { line, column }: Position): number =>
  afterCharacters(file.text, startsOf(file)[line - 1] ?? file.text.length, column - 1);

/** The index of the last item whose place is not behind `offset`, or −1; the items' places go upwards. */
export function lastUpTo<Item>(
  items: readonly Item[],
  place: (item: Item) => number,
  offset: number,
): number {
  let low = -1;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (place(present(items[middle], 'item in the middle')) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The offset that lies so many characters (Unicode code points) behind another, or that of the text's end. */
export function afterCharacters(text: string, from: number, count: number): number {
  let at = from;
  for (let left = count; left > 0 && at < text.length; left--) at = afterCharacter(text, at);
  return at;
}

function afterCharacter(text: string, at: number): number {
  const isPair = (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
  return isPair ? at + 2 : at + 1;
}

const lastCounted = new WeakMap<SourceFile, { lineStart: number; offset: number; column: number }>();

/** Counts on from the last place asked for, as a file may be one line of a million characters. */
function columnAt(file: SourceFile, lineStart: number, offset: number): number {
  const last = lastCounted.get(file);
  const known = last && last.lineStart === lineStart && last.offset <= offset;
  const from = known ? last : { offset: lineStart, column: 1 };
  let { column } = from;
  for (let { offset: at } = from; at < offset; at = afterCharacter(file.text, at)) column++;
  lastCounted.set(file, { lineStart, offset, column });
  return column;
}

const lastLength = new WeakMap<SourceFile, Range & { length: number }>();

/** How many characters stand in a range of the file; the last one is remembered, for a thousand things may be wrong in it. */
export function charactersIn(file: SourceFile, { start, end }: Range): number {
  const last = lastLength.get(file);
  if (last?.start === start && last.end === end) return last.length;
  let length = 0;
  for (let at = start; at < end; at = afterCharacter(file.text, at)) length++;
  lastLength.set(file, { start, end, length });
  return length;
}

/** The text of a 1-based line without its line break, or undefined where the file has none of that number. */
export function lineText(file: SourceFile, line: number): string | undefined {
  const starts = startsOf(file);
  const start = starts[line - 1];
  if (start === undefined) return undefined;
  const next = starts[line] ?? file.text.length + 1;
  const text = file.text.slice(start, next - 1);
  return text.endsWith('\r') ? text.slice(0, -1) : text;
}
