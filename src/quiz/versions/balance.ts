import { greatest } from '../../text/greatest.ts';
import { letter } from '../letters.ts';
import type { Offered } from './printed.ts';

/** This many equal answers in a row look like a pattern. */
const run = 4;

/** True when `run` neighbours are equal; empty marks match nothing. */
export const hasRun = (marks: readonly string[]): boolean => longestRun(marks) >= run;

/** How many equal marks stand in a row at most; empty ones break a row. */
export const longestRun = (marks: readonly string[]): number =>
  greatest(
    marks.map((mark, at) => (mark === '' ? 0 : runLength(marks, at))),
    0,
  );

/** How many equal neighbours the mark at `at` stands among, itself included. */
function runLength(marks: readonly (string | undefined)[], at: number): number {
  let first = at;
  let last = at;
  while (first > 0 && marks[first - 1] === marks[at]) first--;
  while (last + 1 < marks.length && marks[last + 1] === marks[at]) last++;
  return last - first + 1;
}

/** What a question offers, in one of the orders that it may be printed in. */
type Order = readonly Offered[];

/**
 * Chooses one of the orders that each question of a version allows, from the first question to the last, so that right
 * answers are spread over the letters and none stands four times in a row. Of three orders it takes the one whose letters
 * were used least: enough to keep the letters even, too little for a pupil to tell the next one from those before.
 */
export function balanced(questions: ReadonlyMap<string, readonly Order[]>): Map<string, Order> {
  const used = new Map<string, number>();
  const timesUsed = (one: string): number => used.get(one) ?? 0;
  const settle = (order: Order): string => {
    for (const one of mark(order).split(',')) used.set(one, timesUsed(one) + 1);
    return mark(order);
  };
  const load = (order: Order): number => {
    const letters = mark(order).split(',');
    return letters.reduce((sum, one) => sum + timesUsed(one), 0) / letters.length;
  };
  const sole = ([order, another]: readonly Order[]) => (another ? undefined : order);
  const marks = [...questions.values()].map(sole).map((order) => order && settle(order));
  const chosen = [...questions].map(([id, orders], at): [string, Order] => {
    const settled = sole(orders);
    if (settled) return [id, settled];
    const calm = orders.filter((order) => runLength(marks.with(at, mark(order)), at) < run);
    const candidates = (calm.length > 0 ? calm : orders).slice(0, 3);
    const best = candidates.reduce((one, two) => (load(two) < load(one) ? two : one));
    marks[at] = settle(best);
    return [id, best];
  });
  return new Map(chosen);
}

/** The letters of the right options, as "B" or "A,C". */
const mark = (options: readonly Offered[]): string =>
  options.flatMap(({ right }, at) => (right ? [letter(at)] : [])).join();
