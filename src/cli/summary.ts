import { join } from 'node:path';
import type { Compiled } from '../compile.ts';
import { greatest } from '../text/greatest.ts';
import { reportChanges } from './changes.ts';
import { painter, type Terminal } from './terminal.ts';
import { columnsOf, seconds } from './wording.ts';

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
  const rows = made.flatMap(({ bank, products }) =>
    [...products.values()].flatMap((product) =>
      product.rows.map((row) => ({ ...row, path: join(out, bank, row.path) })),
    ),
  );
  const columns = [
    ['', ...rows.map(({ path }) => path)],
    ...counts.map((name) => [name, ...rows.map((row) => String(row[name] ?? ''))]),
    ['size', ...rows.map(({ size }) => `${Math.ceil(size / 1000)} kB`)],
  ].map(padded);
  const line = (at: number) =>
    columns
      .map((cells) => cells[at])
      .join('  ')
      .trimEnd();
  const table = [painter(terminal.color).dim(line(0)), ...rows.map((_, at) => line(at + 1))];
  const learners = made.flatMap(({ bank, news }) =>
    news ? [reportChanges(bank, news.changes, news.cards, terminal.columns)] : [],
  );
  return `${[...table, '', ...learners, `Done in ${seconds(milliseconds)}.`].join('\n')}\n`;
}

/** A column's cells, all as wide as the widest; the first column's stand on the left, numbers on the right. */
function padded(cells: readonly string[], column: number): string[] {
  const width = greatest(cells.map(columnsOf));
  return cells.map((cell) => {
    const space = ' '.repeat(width - columnsOf(cell));
    return column === 0 ? cell + space : space + cell;
  });
}
