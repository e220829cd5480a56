import { groupBy } from '../../src/text/group.ts';
import type { Merged } from './merges.ts';
import type { Figures } from './years.ts';

const columns = [
  'releases',
  'edits',
  'questions',
  'imports',
  'late',
  'answers',
  'learnerEdits',
  'emptyRemoved',
  'emptyArrived',
  'heeded',
] as const;

/** The figures of a run as a table, what builds stopped at, and what went wrong, each sort with an example. */
export function tableOf(figures: readonly Figures[]): string {
  const rows = figures.map((each) => [
    each.seed,
    ...columns.map((column) => each[column]),
    each.stops.length,
    each.authored.length,
    each.seen.length,
  ]);
  const sums = rows[0]?.map((_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0)) ?? [];
  const table = [
    ['seed', ...columns, 'stops', 'wrong built', 'wrong seen'],
    ...rows,
    ['all', ...sums.slice(1)],
  ]
    .map((row) => row.map((cell) => String(cell).padStart(12)).join(' '))
    .join('\n');
  const all = <Each extends object>(of: (each: Figures) => readonly Each[]) =>
    figures.flatMap((each) => of(each).map((one) => ({ seed: each.seed, ...one })));
  return [
    table,
    'stops:',
    ...sortsOf(
      all(({ stops }) => stops),
      ({ answer }) => answer,
    ),
    'wrong as built:',
    ...sortsOf(
      all(({ authored }) => authored),
      ({ what, kind }) => `${what} ${kind}`,
    ),
    'wrong as built, by what was done:',
    ...sortsOf(
      all(({ authored }) => authored),
      ({ what, deeds }) => `${what} after ${deeds}`,
    ).slice(0, 25),
    'wrong as seen:',
    ...sortsOf(
      all(({ seen }) => seen),
      ({ what }) => what,
    ),
  ].join('\n');
}

/** The same of merges, in sums. */
export function mergesTable(all: readonly Merged[]): string {
  const sum = (of: (each: Merged) => number) => all.reduce((total, each) => total + of(each), 0);
  const stops = all.flatMap(({ seed, stops }) => stops.map((each) => ({ seed, ...each })));
  const wrong = all.flatMap(({ seed, violations }) => violations.map((each) => ({ seed, ...each })));
  return [
    `${all.length} histories, ${sum((each) => each.merges)} merges, ${sum((each) => each.edits)} edits, ` +
      `${sum((each) => each.releases)} releases, ${sum((each) => each.imports)} imports`,
    'stops:',
    ...sortsOf(stops, ({ answer }) => answer),
    'wrong:',
    ...sortsOf(
      wrong,
      ({ what, kind, release }) => `${what} ${kind} in a ${release.startsWith('m') ? 'merge' : 'branch'}`,
    ),
  ].join('\n');
}

/** How many there are of each sort, with the first of them; the most frequent first. */
function sortsOf<Each extends object>(all: readonly Each[], sortOf: (each: Each) => string): string[] {
  const groups = [...groupBy(all, sortOf)].sort(([, one], [, other]) => other.length - one.length);
  return groups.map(([sort, each]) => `  ${each.length} ${sort}: ${JSON.stringify(each[0])}`);
}
