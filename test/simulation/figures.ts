import { groupBy } from '../../src/text/group.ts';
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

/** The figures of a run as a table, what builds stopped at, and what went wrong, each by its kind with an example. */
export function tableOf(figures: readonly Figures[]): string {
  const rows = figures.map((each) => [
    each.seed,
    ...columns.map((column) => each[column]),
    each.stops.length,
    each.violations.length,
  ]);
  const sums = rows[0]?.map((_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0)) ?? [];
  const table = [['seed', ...columns, 'stops', 'violations'], ...rows, ['all', ...sums.slice(1)]]
    .map((row) => row.map((cell) => String(cell).padStart(12)).join(' '))
    .join('\n');
  const stops = figures.flatMap((each) => each.stops.map((stop) => ({ seed: each.seed, ...stop })));
  const wrong = figures.flatMap((each) =>
    each.violations.map((violation) => ({ seed: each.seed, ...violation })),
  );
  return [
    table,
    'stops:',
    ...kindsOf(stops, ({ answer }) => answer),
    'violations:',
    ...kindsOf(wrong, ({ what }) => what),
    'violations by what was done:',
    ...kindsOf(wrong, ({ what, deeds }) => `${what} after ${deeds.replace(/mend .*?(?=,|$)/g, '$&')}`),
  ].join('\n');
}

function kindsOf<Each extends object>(all: readonly Each[], kindOf: (each: Each) => string): string[] {
  const groups = [...groupBy(all, kindOf)].sort(([, one], [, other]) => other.length - one.length);
  return groups.map(([kind, each]) => `  ${each.length} ${kind}: ${JSON.stringify(each[0])}`);
}
