import { type Content, el, type Markup } from '../../text/markup.ts';
import type { Align, Block, Inline, TableRow } from '../../text/tree.ts';
import { columnWidths, needsOf, wordsWidth } from '../../view/columns.ts';
import type { Page } from './page.ts';

/** A table; `write` writes what a cell holds. */
export function table(
  { rows, align }: Extract<Block, { type: 'table' }>,
  page: Page,
  write: (cell: readonly Inline[]) => Content,
): Markup {
  const row = (cells: TableRow, name: string, scope?: string) => {
    const written = cells.map((cell, at) => el(name, { scope, class: classOf(align[at]) }, write(cell)));
    return el('tr', {}, written);
  };
  const head = rows.slice(0, 1).map((cells) => row(cells, 'th', 'col'));
  const body = rows.slice(1).map((cells) => row(cells, 'td'));
  const columns = setColumns(rows, page);
  const look = columns ? 'tight' : undefined;
  return el('table', { class: look }, columns ?? '', el('thead', {}, head), el('tbody', {}, body));
}

const classOf = (align: Align | undefined): string | undefined => (align === 'none' ? undefined : align);

/** Millimetres in an em, and the room at the sides of a cell, in em; in `.tight`, letters and sides are smaller. */
const em = 3.9;
const sides = 1.1;
const tight = { scale: 0.75, sides: 0.45 };

/** A browser gives columns their widths; where the longest words have no room beside each other, they are set here. */
function setColumns(rows: readonly TableRow[], { room, blankWidth }: Page): Markup | undefined {
  const needs = needsOf(rows, blankWidth / em);
  if (wordsWidth(needs) + needs.length * sides <= room) return undefined;
  const tightRoom = room / tight.scale - needs.length * tight.sides;
  const widths = columnWidths(needs, tightRoom).map((width) => width + tight.sides);
  const all = widths.reduce((sum, width) => sum + width, 0);
  const percent = (width: number) => `width:${Math.round((1000 * width) / all) / 10}%`;
  const columns = widths.map((width) => el('col', { style: percent(width) }));
  return el('colgroup', {}, columns);
}
