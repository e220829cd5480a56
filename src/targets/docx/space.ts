import { CarriageReturn, Tab, TextRun } from 'docx';
import { partLetter } from '../../quiz/letters.ts';
import type { Tree } from '../../text/tree.ts';
import type { LetteredText, Space } from '../../view/space.ts';
import { blackFrame, ruling } from './borders.ts';
import { hangOf } from './lists.ts';
import { mm, type Page } from './page.ts';
import { runs } from './runs.ts';
import { sideBySide } from './table.ts';
import { pieces } from './text.ts';
import { atRight, boldRun, type Piece, piece, tab, type WordDocument } from './word-document.ts';

/** Where the pupil answers, under a question's stem; `question.typ` draws the same. */
export function spacePieces(space: Space, to: WordDocument): Piece[] {
  switch (space.t) {
    case 'options':
      return lettered(space.options, to, to.page.number, to.page.column, space.many ? 'many' : 'one');
    case 'verdict':
      return [verdict(space.words, to)];
    case 'lines':
      return ruled(space.count, to);
    case 'short':
      return [short(space, to)];
    case 'match':
      return match(space, to);
    case 'order':
      return [order(space.items, to)];
    case 'places':
      return places(space.count, to);
    case 'blanks':
      return [];
  }
}

/** Texts with letters that count from A, in one of the lists. */
export function lettered(
  options: readonly LetteredText[],
  to: WordDocument,
  left: number,
  width: number,
  list: 'letters' | 'one' | 'many' = 'letters',
): Piece[] {
  const item = to.list(list);
  const setting = { style: 'Option', left: left + hangOf(list, to.page), width };
  return options.flatMap(({ letter, text }) =>
    pieces(text, to, { ...setting, item: to.lettered(item, letter) }),
  );
}

const verdict = (words: readonly string[], to: WordDocument): Piece =>
  piece({
    style: 'Option',
    indent: { left: to.page.number },
    children: words.map((word) => new TextRun({ text: `○ ${word}\u2003\u2003` })),
  });

/** As many ruled lines as fit on any page beside a stem, in letters of the usual size. */
const linesOnPage = 22;

/**
 * Ruled lines, drawn by tabs: one paragraph of them, for neither Word nor LibreOffice splits that, and a row of
 * paragraphs that are kept together LibreOffice may. More than a page holds are a paragraph each.
 */
function ruled(count: number, to: WordDocument): Piece[] {
  const whole = count <= linesOnPage / to.page.scale;
  return whole ? [ruledPiece(count, to)] : Array.from({ length: count }, () => ruledPiece(1, to));
}

function ruledPiece(count: number, to: WordDocument): Piece {
  const lines = Array.from({ length: count }, (_, at) =>
    at === 0 ? [new Tab()] : [new CarriageReturn(), new Tab()],
  );
  const children = [new TextRun({ children: lines.flat(), color: ruling })];
  const tabStops = atRight(to.page.column, 'underscore');
  return piece({ style: 'Ruled', indent: { left: to.page.number }, children, tabStops });
}

function short({ width, unit }: Extract<Space, { t: 'short' }>, to: WordDocument): Piece {
  const position = Math.min(to.page.number + mm(width), to.page.column);
  const children = [tab(), new TextRun({ text: ' ' }), ...runs(unit, to)];
  const tabStops = [{ type: 'left' as const, position, leader: 'underscore' as const }];
  return piece({ style: 'Fill', indent: { left: to.page.number }, children, tabStops });
}

/** A line for a letter, from which the text that it belongs to hangs. */
export const letterLine = ({ size, scale, font }: Page) => ({
  lead: [new TextRun({ text: '_____' }), tab()],
  hang: Math.round(5 * size * 10 * (font === 'Verdana' ? 0.64 : 0.52)) + mm(1.5 * scale),
});

/** What the answer sheet calls a left text of a match. */
const part = (at: number, { scale }: Page) => ({
  lead: [boldRun(partLetter(at)), tab()],
  hang: mm(6 * scale),
});

/** Columns for texts and for the lettered ones that belong to them. */
export const matchWidths = (room: number) => [Math.round(room * 0.42), Math.round(room * 0.58)] as const;

function match({ left, options, onSheet }: Extract<Space, { t: 'match' }>, to: WordDocument): Piece[] {
  const lines = (from: number, width: number) =>
    left.flatMap((text, at) => {
      const hanging = onSheet ? part(at, to.page) : letterLine(to.page);
      return pieces(text, to, { style: 'Option', left: from, ...hanging, width });
    });
  const { number, column, stacked } = to.page;
  if (stacked) return [...lines(number, column), ...lettered(options, to, number, column)];
  const widths = matchWidths(column - number);
  const row = [{ pieces: lines(0, widths[0]) }, { pieces: lettered(options, to, 0, widths[1]) }];
  return [sideBySide(number, widths, [row])];
}

/** A box for a number before each item. */
function order(items: readonly Tree[], to: WordDocument): Piece {
  const box = mm(9);
  const width = to.page.column - to.page.number - box;
  const rows = items.map((item) => [
    { pieces: [], borders: blackFrame },
    { pieces: pieces(item, to, { style: 'Option', left: mm(2.5), width }), middle: true },
  ]);
  return sideBySide(to.page.number, [box, width], rows);
}

/** Numbered lines. */
function places(count: number, to: WordDocument): Piece[] {
  const numbering = to.list('places');
  const tabStops = atRight(to.page.column, 'underscore');
  const line = piece({ style: 'Fill', numbering, children: [tab()], tabStops });
  return Array.from({ length: count }, () => line);
}
