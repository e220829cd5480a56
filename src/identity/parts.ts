import { hexDigest } from '../files/hash.ts';
import { groupBy } from '../text/group.ts';

/** A part of a question that has a card of its own. */
export interface Part {
  readonly text: string;
  /** The number the author chose, if any. */
  readonly number?: number | undefined;
}

/** A part as the lock remembers it: its number and the hash of its text, in the order of the question. */
export type KnownPart = readonly [number: number, hash: string];

/** The numbered parts of a question: those it has, and those it once had, whose numbers stay theirs. */
export interface Numbered {
  readonly parts: readonly KnownPart[];
  readonly gone: readonly KnownPart[];
}

/**
 * Gives each part of a question its number, for ever: a number is a card, and a card is a learner's history.
 * The same text keeps its number wherever it moves, also after it was gone for a while; a part that was edited in place
 * keeps it; a new part gets the next number never used; one that is gone leaves a gap. A number that the author chose is
 * kept as it is.
 */
export function numberParts(parts: readonly Part[], known: Numbered = { parts: [], gone: [] }): Numbered {
  const hashes = parts.map((part) => hexDigest(8, part.text));
  const numbers = parts.map((part) => part.number);
  const taken = new Set(numbers);
  const free = new Set(known.parts.filter(([number]) => !taken.has(number)));
  const next = firstByHash([...free]);
  const nextBack = firstByHash(known.gone);
  for (const [part, hash] of hashes.entries()) {
    if (numbers[part] !== undefined) continue;
    const same = next(hash, (each) => free.has(each));
    const back = same ?? nextBack(hash, ([number]) => !taken.has(number));
    numbers[part] = back?.[0];
    if (same) free.delete(same);
    taken.add(numbers[part]);
  }
  for (const [part, number] of editedInPlace(numbers, known.parts, free)) numbers[part] = number;
  const past = [...known.parts, ...known.gone];
  let highest = [...past.map(([number]) => number), ...numbers].reduce<number>(
    (most, number = 0) => Math.max(most, number),
    0,
  );
  const settled = hashes.map((hash, part): KnownPart => [numbers[part] ?? ++highest, hash]);
  const present = new Set(settled.map(([number]) => number));
  return { parts: settled, gone: past.filter(([number]) => !present.has(number)) };
}

/** Finds the first part of a hash that is still open; one that is not will never be again. */
function firstByHash(parts: readonly KnownPart[]) {
  const groups = groupBy(parts, ([, hash]) => hash);
  const passed = new Map<string, number>();
  return (hash: string, isOpen: (part: KnownPart) => boolean): KnownPart | undefined => {
    const group = groups.get(hash) ?? [];
    let at = passed.get(hash) ?? 0;
    for (let part = group[at]; part && !isOpen(part); part = group[at]) at++;
    passed.set(hash, at);
    return group[at];
  };
}

/**
 * New parts, each with the number of the old one that it replaces: those that stand between the same neighbours, where
 * as many are missing as are new.
 */
function editedInPlace(
  numbers: readonly (number | undefined)[],
  known: readonly KnownPart[],
  free: ReadonlySet<KnownPart>,
): (readonly [part: number, number: number])[] {
  const between = ({ after, before }: Run): string => `${after} ${before}`;
  const oldRuns = groupBy(runs(known.map((part) => (free.has(part) ? undefined : part[0]))), between);
  return runs(numbers).flatMap((run) => {
    const [match] = oldRuns.get(between(run)) ?? [];
    if (match?.length !== run.length) return [];
    const old = known.slice(match.start, match.start + match.length);
    return old.map(([number], at) => [run.start + at, number] as const);
  });
}

/** Neighbours without a number. */
interface Run {
  readonly start: number;
  readonly length: number;
  /** The number in front of the run, and the one behind it; undefined at the ends. */
  readonly after: number | undefined;
  readonly before: number | undefined;
}

function runs(numbers: readonly (number | undefined)[]): Run[] {
  const found: Run[] = [];
  for (let at = 0; at < numbers.length; at++) {
    const start = at;
    while (at < numbers.length && numbers[at] === undefined) at++;
    if (at > start) found.push({ start, length: at - start, after: numbers[start - 1], before: numbers[at] });
  }
  return found;
}
