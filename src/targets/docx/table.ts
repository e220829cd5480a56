import {
  AlignmentType,
  type IBorderOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { present } from '../../text/present.ts';
import type { Block, TableRow as Row } from '../../text/tree.ts';
import { columnWidths, needsOf, wordsWidth } from '../../view/columns.ts';
import { blackLine, heavyLine, noFrame, noLines, thinLine } from './borders.ts';
import { emOf, mm } from './page.ts';
import { runs, type Setting } from './runs.ts';
import { narrowScale } from './styles.ts';
import { type Piece, usualBlank, type WordDocument } from './word-document.ts';

type DataTable = Extract<Block, { type: 'table' }>;

/** The narrowest room that a table may be left with. */
const narrowest = mm(30);

/** Room at each side of a cell, in twips; the letters of a narrow table are smaller. */
const usual = { style: 'Cell', scale: 1, inset: mm(1.5) };
const narrow = { style: 'NarrowCell', scale: narrowScale, inset: mm(0.5) };

/**
 * A table of the text: lines above, below and under the head, which is repeated on every page it reaches. Columns are as
 * wide as their texts ask for; where the longest words have no room beside each other, letters are smaller.
 */
export function dataTable({ rows, align }: DataTable, to: WordDocument, setting: Setting): Piece {
  const { left, width, face, blank } = setting;
  const room = Math.max(narrowest, width - left);
  const { look, widths } = fitted(rows, to, room, blank);
  const margins = { left: look.inset, right: look.inset };
  const sides = align.map((side) => (side === 'none' ? AlignmentType.LEFT : side));
  const cells = rows.map((row, at) =>
    inColumns(row, widths, (cell, width) => {
      const most = (width - 2 * look.inset) / mm(1) - 1;
      const own = at === 0 ? { ...face, bold: true } : face;
      return { width, children: runs(cell, to, own, Math.min(blank ?? usualBlank, most)) };
    }),
  );
  return (keepNext) =>
    new Table({
      ...fixed(left, widths),
      borders: { ...noLines, top: heavyLine, bottom: heavyLine, insideHorizontal: thinLine },
      rows: cells.map((row, at) => {
        const keep = keepNext || at < cells.length - 1;
        const children = inColumns(row, sides, ({ width, children }, alignment) => {
          const text = new Paragraph({ style: look.style, keepNext: keep, alignment, children });
          return new TableCell({
            children: [text],
            margins,
            width: twips(width),
            ...(at === 0 ? { borders: { bottom: blackLine } } : {}),
          });
        });
        return new TableRow({ cantSplit: true, tableHeader: at === 0, children });
      }),
    });
}

/** How a table's cells look so that its words fit into the room, and its columns' widths, in twips. */
function fitted(rows: readonly Row[], to: WordDocument, room: number, blank = usualBlank) {
  const needs = needsOf(rows, mm(blank) / emOf(to.page));
  const sides = (look: typeof usual) => 2 * look.inset * needs.length;
  const fits = wordsWidth(needs) * emOf(to.page) + sides(usual) <= room;
  const look = fits ? usual : narrow;
  const em = emOf(to.page) * look.scale;
  const texts = columnWidths(needs, (room - sides(look)) / em);
  return { look, widths: texts.map((text) => Math.floor(text * em) + 2 * look.inset) };
}

const twips = (size: number) => ({ size, type: WidthType.DXA });

/** A table that begins at `left` and whose columns keep their widths. */
const fixed = (left: number, widths: readonly number[]) => ({
  layout: TableLayoutType.FIXED,
  indent: twips(left),
  columnWidths: [...widths],
  width: twips(widths.reduce((sum, width) => sum + width, 0)),
});

/** What is made of each cell of a row with what is told of its column. */
const inColumns = <Given, Column, Made>(
  row: readonly Given[],
  columns: readonly Column[],
  make: (cell: Given, column: Column) => Made,
): Made[] => row.map((cell, at) => make(cell, present(columns[at], `column ${at + 1} in a table`)));

/** A cell of a table that only places things. */
export interface Cell {
  readonly pieces: readonly Piece[];
  readonly borders?: Readonly<Record<string, IBorderOptions>>;
  readonly middle?: boolean;
  /** Room at its sides, in twips. */
  readonly inset?: number;
}

/** What a table that only places things does at the end of a page. */
interface Breaking {
  /** A row may be split over pages. */
  readonly splits?: boolean;
  /** The first row is repeated on each page, and the table may go on on the next. */
  readonly headed?: boolean;
}

/** Things side by side, in columns of these widths. */
export const sideBySide =
  (
    left: number,
    widths: readonly number[],
    rows: readonly (readonly Cell[])[],
    { splits = false, headed = false }: Breaking = {},
  ): Piece =>
  (keepNext) =>
    new Table({
      ...fixed(left, widths),
      borders: noLines,
      margins: { left: 0, right: mm(2) },
      rows: rows.map((row, at) => {
        const keep = keepNext || at < rows.length - 1;
        return new TableRow({
          cantSplit: !splits,
          tableHeader: headed && at === 0,
          children: inColumns(row, widths, (cell, width) => tableCell(cell, width, keep)),
        });
      }),
    });

const tableCell = ({ pieces, borders, middle, inset }: Cell, width: number, keep: boolean): TableCell =>
  new TableCell({
    width: twips(width),
    children:
      pieces.length > 0
        ? pieces.map((make) => make(keep))
        : [new Paragraph({ style: 'Cell', keepNext: keep })],
    borders: borders ?? noFrame,
    ...(inset === undefined ? {} : { margins: { left: inset, right: inset } }),
    ...(middle ? { verticalAlign: VerticalAlignTable.CENTER } : {}),
  });
