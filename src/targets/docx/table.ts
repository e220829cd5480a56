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
import type { TypstBlock } from '../../typst/markup.ts';
import { columnWidths, needsOf, wordsWidth } from '../../view/columns.ts';
import { blackLine, emOf, heavyLine, mm, narrowScale, noLine, noLines, thinLine } from './look.ts';
import { type Manuscript, narrowest, type Piece, usualBlank } from './manuscript.ts';
import { runs, type Setting } from './text.ts';

type DataTable = Extract<TypstBlock, { t: 'table' }>;

/** Room at each side of a cell, in twips; the letters of a narrow table are smaller. */
const usual = { style: 'Cell', scale: 1, inset: mm(1.5) };
const narrow = { style: 'NarrowCell', scale: narrowScale, inset: mm(0.5) };

/**
 * A table of the text: lines above, below and under the head, which is repeated on every page it reaches. Columns are as
 * wide as their texts ask for; where the longest words have no room beside each other, letters are smaller.
 */
export function dataTable({ rows, align }: DataTable, to: Manuscript, setting: Setting): Piece {
  const { left, right = 0, width, face, blank } = setting;
  const room = Math.max(narrowest, width - left - right);
  const { look, widths } = fitted(rows, to, room, blank);
  const cells = rows.map((row, at) =>
    row.map((cell, column) => {
      const most = ((widths[column] ?? 0) - 2 * look.inset) / mm(1) - 1;
      const own = at === 0 ? { ...face, bold: true } : face;
      return runs(cell, to, own, Math.min(blank ?? usualBlank, most));
    }),
  );
  const side = (column: number) => {
    const given = align[column] ?? 'none';
    return given === 'none' ? AlignmentType.LEFT : given;
  };
  const margins = { left: look.inset, right: look.inset };
  return (keepNext) =>
    new Table({
      ...{ layout: TableLayoutType.FIXED, indent: { size: left, type: WidthType.DXA } },
      ...{ columnWidths: widths },
      width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
      borders: { ...noLines, top: heavyLine, bottom: heavyLine, insideHorizontal: thinLine },
      rows: cells.map((row, at) => {
        const keep = keepNext || at < cells.length - 1;
        const children = row.map((children, column) => {
          const alignment = side(column);
          const text = new Paragraph({ style: look.style, keepNext: keep, alignment, children });
          return new TableCell({
            ...{ children: [text], margins, width: { size: widths[column] ?? 0, type: WidthType.DXA } },
            ...(at === 0 ? { borders: { bottom: blackLine } } : {}),
          });
        });
        return new TableRow({ cantSplit: true, tableHeader: at === 0, children });
      }),
    });
}

/** How a table's cells look so that its words fit into the room, and its columns' widths, in twips. */
function fitted(rows: DataTable['rows'], to: Manuscript, room: number, blank = usualBlank) {
  const needs = needsOf(rows, mm(blank) / emOf(to.page));
  const sides = (look: typeof usual) => 2 * look.inset * needs.length;
  const fits = wordsWidth(needs) * emOf(to.page) + sides(usual) <= room;
  const look = fits ? usual : narrow;
  const em = emOf(to.page) * look.scale;
  const texts = columnWidths(needs, (room - sides(look)) / em);
  return { look, widths: texts.map((text) => Math.floor(text * em) + 2 * look.inset) };
}

/** A cell of a table that only places things. */
export interface Place {
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
    rows: readonly (readonly Place[])[],
    { splits = false, headed = false }: Breaking = {},
  ): Piece =>
  (keepNext) =>
    new Table({
      ...{ layout: TableLayoutType.FIXED, indent: { size: left, type: WidthType.DXA }, borders: noLines },
      ...{ columnWidths: [...widths], margins: { left: 0, right: mm(2) } },
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      rows: rows.map((row, at) => {
        const keep = keepNext || at < rows.length - 1;
        return new TableRow({
          cantSplit: !splits,
          tableHeader: headed && at === 0,
          children: row.map((place, column) => cell(place, widths[column] ?? 0, keep)),
        });
      }),
    });

const cell = ({ pieces, borders, middle, inset }: Place, width: number, keep: boolean): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    children:
      pieces.length > 0
        ? pieces.map((piece) => piece(keep))
        : [new Paragraph({ style: 'Cell', keepNext: keep })],
    borders: borders ?? { top: noLine, bottom: noLine, left: noLine, right: noLine },
    ...(inset === undefined ? {} : { margins: { left: inset, right: inset } }),
    ...(middle ? { verticalAlign: VerticalAlignTable.CENTER } : {}),
  });
