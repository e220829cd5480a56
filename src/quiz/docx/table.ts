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
import type { TypstBlock } from '../../text/typst.ts';
import { blackLine, heavyLine, mm, noLine, noLines, thinLine } from './look.ts';
import { type Manuscript, narrowest, type Piece } from './manuscript.ts';
import { runs, type Setting } from './text.ts';

type DataTable = Extract<TypstBlock, { t: 'table' }>;

/** A table of the text: lines above, below and under the head, which is repeated on every page it reaches. */
export function dataTable({ rows, align }: DataTable, to: Manuscript, setting: Setting): Piece {
  const { left, right = 0, width, face, blank } = setting;
  const columns = Math.max(1, rows[0]?.length ?? 0);
  const room = Math.max(narrowest, width - left - right);
  const cells = rows.map((row, at) =>
    row.map((cell) => runs(cell, to, at === 0 ? { ...face, bold: true } : face, blank)),
  );
  const side = (column: number) => {
    const given = align[column] ?? 'none';
    return given === 'none' ? AlignmentType.LEFT : given;
  };
  return (keepNext) =>
    new Table({
      ...{ layout: TableLayoutType.FIXED, indent: { size: left, type: WidthType.DXA } },
      ...{ columnWidths: Array.from({ length: columns }, () => Math.floor(room / columns)) },
      width: { size: room, type: WidthType.DXA },
      borders: { ...noLines, top: heavyLine, bottom: heavyLine, insideHorizontal: thinLine },
      rows: cells.map((row, at) => {
        const keep = keepNext || at < cells.length - 1;
        const children = row.map((children, column) => {
          const text = new Paragraph({ style: 'Cell', keepNext: keep, alignment: side(column), children });
          return new TableCell({
            ...{ children: [text], margins: { left: mm(1.5), right: mm(1.5) } },
            ...(at === 0 ? { borders: { bottom: blackLine } } : {}),
          });
        });
        return new TableRow({ cantSplit: true, tableHeader: at === 0, children });
      }),
    });
}

/** A cell of a table that only places things. */
export interface Place {
  readonly pieces: readonly Piece[];
  readonly borders?: Readonly<Record<string, IBorderOptions>>;
  readonly middle?: boolean;
  /** Room at its sides, in twips. */
  readonly inset?: number;
}

/** Things side by side, in columns of these widths. A row is not split over pages unless `splits`. */
export const sideBySide =
  (left: number, widths: readonly number[], rows: readonly (readonly Place[])[], splits = false): Piece =>
  (keepNext) =>
    new Table({
      ...{ layout: TableLayoutType.FIXED, indent: { size: left, type: WidthType.DXA }, borders: noLines },
      ...{ columnWidths: [...widths], margins: { left: 0, right: mm(2) } },
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      rows: rows.map((row, at) => {
        const keep = keepNext || at < rows.length - 1;
        return new TableRow({
          cantSplit: !splits,
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
