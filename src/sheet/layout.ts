import type { Quiz } from '../bank/bank.ts';
import { greatest } from '../text/greatest.ts';
import type { BubbleRow } from './rows.ts';

/**
 * Where everything on an answer sheet stands, in millimetres from the top left corner of the page. The template
 * draws from these numbers and answers.json holds them, so that what is read is what was printed. All are whole tenths,
 * for OMRChecker counts in whole pixels.
 */
export interface SheetLayout {
  readonly width: number;
  readonly height: number;
  /** Of every bubble. */
  readonly diameter: number;
  /** Solid squares, by their centres; the one with a hole is at the top left. */
  readonly marks: readonly Mark[];
  /** The code's top left corner and its side. */
  readonly qr: { readonly x: number; readonly y: number; readonly size: number };
  readonly pages: readonly SheetPage[];
}

export interface Mark {
  readonly corner: 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right';
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** The side of the white square in its middle; 0 where there is none. */
  readonly hole: number;
}

export interface SheetPage {
  /** From 1. */
  readonly page: number;
  /** The digits of the pupil's number, the first at the left. */
  readonly digits: readonly { readonly place: number; readonly bubbles: readonly Bubble[] }[];
  readonly rows: readonly (BubbleRow & { readonly bubbles: readonly Bubble[] })[];
}

/** A bubble by its centre. */
export interface Bubble {
  readonly value: string;
  readonly x: number;
  readonly y: number;
}

/** Sheets of paper as they are sold. */
export const paperSizes = {
  a4: { width: 210, height: 297 },
  letter: { width: 215.9, height: 279.4 },
} as const;

const mark = { inset: 12, size: 7, hole: 2.6 };
const qr = { size: 24, right: 21, top: 12 };
const bubble = { diameter: 4.4, across: 6.2, down: 6.4 };
/** Every five rows a gap, for the eye. */
const group = { rows: 5, gap: 1.8 };
/** The room that bubbles take: what is above belongs to the head. */
const area = { left: 15, top: 54, bottom: 20 };
/** The room for a row's number, up to the centre of its first bubble. */
const label = 11;
const gutter = 6;
/** Fewer rows than this are not worth a second column. */
const fewest = 10;
const digits = { down: 5.6, across: 7.2, head: 11, below: 8 };

/** Lays out a version's bubbles, with so many digits for the pupil's number above them, on as few pages as hold them. */
export function layoutSheet(rows: readonly BubbleRow[], paper: Quiz['paper'], idDigits: number): SheetLayout {
  const { width, height } = paperSizes[paper];
  const top = area.top + (idDigits > 0 ? digits.head + 9 * digits.down + digits.below : 0);
  const letters = greatest(
    rows.map((row) => row.letters.length),
    2,
  );
  const columnWidth = label + (letters - 1) * bubble.across + bubble.diameter / 2;
  const columns = Math.max(1, Math.floor((width - 2 * area.left + gutter) / (columnWidth + gutter)));
  const room = rowsIn(height - area.bottom - top);
  const onPage = Math.min(rows.length, columns * room);
  const inColumn = Math.min(room, Math.max(fewest, roundUp(Math.ceil(onPage / columns), group.rows)));
  const pages = Math.ceil(rows.length / (columns * inColumn));
  return {
    width,
    height,
    diameter: bubble.diameter,
    marks: marksOf(width, height),
    qr: { x: tenths(width - qr.right - qr.size), y: qr.top, size: qr.size },
    pages: Array.from({ length: pages }, (_, page) => ({
      page: page + 1,
      digits: digitsOf(idDigits),
      rows: rows.slice(page * columns * inColumn, (page + 1) * columns * inColumn).map((row, at) => ({
        ...row,
        bubbles: bubblesOf(row, Math.floor(at / inColumn) * (columnWidth + gutter), at % inColumn, top),
      })),
    })),
  };
}

function bubblesOf({ letters }: BubbleRow, left: number, row: number, top: number): Bubble[] {
  const y = top + row * bubble.down + Math.floor(row / group.rows) * group.gap;
  return letters.map((value, at) => ({
    value,
    x: tenths(area.left + left + label + at * bubble.across),
    y: tenths(y),
  }));
}

/** How many rows go under each other in so many millimetres. */
function rowsIn(space: number): number {
  let rows = 1;
  while (rows * bubble.down + Math.floor(rows / group.rows) * group.gap + bubble.diameter / 2 <= space)
    rows++;
  return rows;
}

const digitsOf = (count: number): SheetPage['digits'] =>
  Array.from({ length: count }, (_, place) => ({
    place: place + 1,
    bubbles: Array.from({ length: 10 }, (_, digit) => ({
      value: String(digit),
      x: tenths(area.left + label + place * digits.across),
      y: tenths(area.top + digits.head + digit * digits.down),
    })),
  }));

function marksOf(width: number, height: number): Mark[] {
  const { inset, size, hole } = mark;
  const right = tenths(width - inset);
  const bottom = tenths(height - inset);
  return [
    { corner: 'top-left', x: inset, y: inset, size, hole },
    { corner: 'top-right', x: right, y: inset, size, hole: 0 },
    { corner: 'bottom-left', x: inset, y: bottom, size, hole: 0 },
    { corner: 'bottom-right', x: right, y: bottom, size, hole: 0 },
  ];
}

const roundUp = (count: number, step: number): number => Math.ceil(count / step) * step;

/** Free of the dust that adding tenths leaves. */
const tenths = (millimetres: number): number => Math.round(millimetres * 10) / 10;
