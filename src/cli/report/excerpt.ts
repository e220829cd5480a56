import stringWidth from 'string-width';
import { afterCharacters } from '../../files/source.ts';
import { columnsOf } from '../wording.ts';

const tab = '  ';

/** Control characters, which could move the cursor, and those that turn the direction of what follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal
const unprintable = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu;

/** Text of the author's as a terminal can show it on one line: tabs as spaces, unprintable characters as �. */
export const printable = (text: string): string =>
  text.replaceAll('\t', tab).replace(/\r?\n/g, ' ').replace(unprintable, '\ufffd');

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

interface Cell {
  readonly text: string;
  readonly width: number;
}

/** What a reader sees as one character, with its width in columns: 2 for 漢 and for a family of emoji. */
function cells(text: string): Cell[] {
  // Telling where characters end is slow, and most lines are plain.
  if (/^[ -~]*$/.test(text)) return Array.from(text, (character) => ({ text: character, width: 1 }));
  return Array.from(segmenter.segment(text), ({ segment }) => ({
    text: segment,
    width: stringWidth(segment),
  }));
}

/** How much of a line is looked at for each column that is shown: a family of emoji is eleven units long. */
const unitsPerColumn = 12;

/** The beginning of a line as shown in `room` columns, with "…" where it was cut. */
export function crop(line: string, room: number): string {
  const text = printable(line.slice(0, room * unitsPerColumn));
  const all = cells(text);
  const kept = fitting(all, room);
  if (kept === text && line.length <= room * unitsPerColumn) return text;
  return `${fitting(all, room - 1)}…`;
}

function fitting(all: readonly Cell[], room: number): string {
  let kept = '';
  let used = 0;
  for (const { text, width } of all) {
    used += width;
    if (used > room) break;
    kept += text;
  }
  return kept;
}

export interface Pointed {
  /** The line, cut on the left and right so that the place is in sight. */
  readonly shown: string;
  /** Where the pointer stands under it, and how wide it is, in columns of the terminal. */
  readonly indent: number;
  readonly width: number;
}

/** A line as shown, and the pointer under `length` characters (code points) from `column`, 1-based. */
export function pointAt(source: string, column: number, length: number, room: number): Pointed {
  const reach = room * unitsPerColumn;
  const start = afterCharacters(source, 0, column - 1);
  const end = afterCharacters(source, start, Math.min(length, reach));
  const before = printable(source.slice(Math.max(0, start - reach), start));
  const target = printable(source.slice(start, end));
  const wanted = Math.min(columnsOf(target), room >> 1);
  const hidden = columnsOf(before) + wanted - room + 2;
  const lead = hidden > 0 ? `…${withoutFirst(before, hidden + 1)}` : before;
  const indent = columnsOf(lead);
  const width = Math.max(1, Math.min(columnsOf(target), room - indent));
  return { shown: crop(lead + source.slice(start), room), indent, width };
}

/** The text without its first characters that together are at least so many columns wide. */
function withoutFirst(text: string, columns: number): string {
  let dropped = 0;
  const kept = cells(text).filter(({ width }) => {
    if (dropped >= columns) return true;
    dropped += width;
    return false;
  });
  return kept.map((cell) => cell.text).join('');
}
