import { join } from 'node:path';
import stringWidth from 'string-width';
import type { Compiled } from '../compile.ts';
import type { Row } from '../targets/target.ts';
import { reportChanges } from './changes.ts';
import { painter, type Terminal } from './terminal.ts';

/** What was made of a bank. */
export interface Made extends Pick<Compiled, 'products' | 'news'> {
  /** The bank's id. */
  readonly bank: string;
}

const counts = ['questions', 'notes', 'cards', 'pages'] as const;

/** A short table of what was written: how many questions, notes, cards and pages, and how long it took. */
export function summary(
  made: readonly Made[],
  out: string,
  milliseconds: number,
  terminal: Pick<Terminal, 'color' | 'columns'>,
): string {
  const paint = painter(terminal.color);
  const rows = made.flatMap(({ bank, products }) =>
    [...products.values()].flatMap((product) => product.rows.map((row) => cellsOf(join(out, bank), row))),
  );
  const table = [['', ...counts, 'size'], ...rows];
  const widths = table[0]?.map((_, column) =>
    Math.max(...table.map((row) => stringWidth(row[column] ?? ''))),
  );
  const lines = table.map((row, at) => {
    const cells = row.map((cell, column) => pad(cell, widths?.[column] ?? 0, column > 0));
    const line = cells.join('  ').trimEnd();
    return at === 0 ? paint.dim(line) : line;
  });
  const learners = made.flatMap(({ bank, news }) =>
    news ? [reportChanges(bank, news.changes, news.cards, terminal.columns)] : [],
  );
  return `${[...lines, '', ...learners, `Done in ${(milliseconds / 1000).toFixed(1)} s.`].join('\n')}\n`;
}

const cellsOf = (folder: string, row: Row): string[] => [
  join(folder, row.path),
  ...counts.map((name) => String(row[name] ?? '')),
  `${Math.ceil(row.size / 1000)} kB`,
];

const pad = (cell: string, width: number, right: boolean): string => {
  const space = ' '.repeat(width - stringWidth(cell));
  return right ? space + cell : cell + space;
};
