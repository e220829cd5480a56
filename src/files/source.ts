/** A YAML file as text. `path` is what messages call it: relative to the working folder where that is possible. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Where the first bytes were that are not UTF-8, as an offset into the text; undefined when all of it is. */
  readonly notUtf8?: number | undefined;
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

const lineStarts = new WeakMap<SourceFile, readonly number[]>();

/** The offsets at which the file's lines begin, found once a file. */
function startsOf(file: SourceFile): readonly number[] {
  const known = lineStarts.get(file);
  if (known) return known;
  const starts = [0];
  for (let at = file.text.indexOf('\n'); at >= 0; at = file.text.indexOf('\n', at + 1)) starts.push(at + 1);
  lineStarts.set(file, starts);
  return starts;
}

/** The line and column of an offset (in UTF-16 units, as JavaScript strings count) into the file's text. */
export function positionAt(file: SourceFile, offset: number): Position {
  const starts = startsOf(file);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: columnAt(file, starts[low] ?? 0, offset) };
}

interface Counted {
  readonly lineStart: number;
  readonly offset: number;
  readonly column: number;
}

const lastCounted = new WeakMap<SourceFile, Counted>();

/** Counts on from the last place asked for, as a file may be one line of a million characters. */
function columnAt(file: SourceFile, lineStart: number, offset: number): number {
  const last = lastCounted.get(file);
  const known = last && last.lineStart === lineStart && last.offset <= offset;
  const from = known ? last : { offset: lineStart, column: 1 };
  let { column } = from;
  for (let at = from.offset; at < offset; column++) {
    at += (file.text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  lastCounted.set(file, { lineStart, offset, column });
  return column;
}

/** The text of a 1-based line without its line break, or undefined past the end of the file. */
export function lineText(file: SourceFile, line: number): string | undefined {
  const starts = startsOf(file);
  const start = starts[line - 1];
  if (start === undefined) return undefined;
  const next = starts[line] ?? file.text.length + 1;
  return file.text.slice(start, next - 1).replace(/\r$/, '');
}
