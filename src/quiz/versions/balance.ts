import { letter } from '../letters.ts';
import type { Offered } from './printed.ts';

/** This many equal answers in a row look like a pattern. */
const run = 4;

/** True when `run` neighbours are equal; empty marks match nothing. */
export const hasRun = (marks: readonly string[]): boolean => longestRun(marks) >= run;

/** How many equal marks stand in a row at most; empty ones break a row. */
export const longestRun = (marks: readonly string[]): number =>
  Math.max(0, ...marks.map((mark, at) => (mark === '' ? 0 : runLength(marks, at))));

/** How many equal neighbours the mark at `at` stands among, itself included. */
function runLength(marks: readonly (string | undefined)[], at: number): number {
  let first = at;
  let last = at;
  while (first > 0 && marks[first - 1] === marks[at]) first--;
  while (last + 1 < marks.length && marks[last + 1] === marks[at]) last++;
  return last - first + 1;
}

/**
 * Chooses an order of options for each choice of a version in turn, so that right answers are spread over the letters
 * and none stands four times in a row. Of three orders it takes the one whose letters were used least: enough to
 * keep the letters even, too little for a pupil to tell the next one from those before.
 */
export class LetterBalance {
  readonly #orders: readonly (readonly (readonly Offered[])[])[];
  readonly #marks: (string | undefined)[];
  readonly #used = new Map<string, number>();

  /** `orders` are the orders that each question allows; those with one order only are settled from the start. */
  constructor(orders: readonly (readonly (readonly Offered[])[])[]) {
    this.#orders = orders;
    this.#marks = orders.map(([first = [], ...others]) => (others.length === 0 ? mark(first) : undefined));
    for (const settled of this.#marks) this.#count(settled);
  }

  /** The order for the question at `at`; call it once for each, from the first to the last. */
  choose(at: number): readonly Offered[] {
    const orders = this.#orders[at] ?? [];
    if (orders.length < 2) return orders[0] ?? [];
    const calm = orders.filter((order) => !this.#makesRun(at, mark(order)));
    const candidates = (calm.length > 0 ? calm : orders).slice(0, 3);
    const best = candidates.reduce((one, two) => (this.#load(mark(two)) < this.#load(mark(one)) ? two : one));
    this.#marks[at] = mark(best);
    this.#count(mark(best));
    return best;
  }

  #makesRun(at: number, candidate: string): boolean {
    return runLength(this.#marks.with(at, candidate), at) >= run;
  }

  #load(marks: string): number {
    const letters = marks.split(',');
    return letters.reduce((sum, one) => sum + (this.#used.get(one) ?? 0), 0) / letters.length;
  }

  #count(marks: string | undefined): void {
    for (const one of marks?.split(',') ?? []) this.#used.set(one, (this.#used.get(one) ?? 0) + 1);
  }
}

/** The letters of the right options, as "B" or "A,C". */
const mark = (options: readonly Offered[]): string =>
  options.flatMap(({ right }, at) => (right ? [letter(at)] : [])).join();
