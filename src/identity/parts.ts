import { hexDigest } from '../files/hash.ts';
import type { Part } from '../targets/anki/kinds/kind.ts';

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
  const numbers: (number | undefined)[] = parts.map((part) => part.number);
  const chosen = new Set(numbers);
  const free = known.parts.map(([number]) => !chosen.has(number));
  for (const [part, hash] of hashes.entries()) {
    if (numbers[part] !== undefined) continue;
    const at = known.parts.findIndex(([, before], index) => free[index] && before === hash);
    const back = known.gone.find(([number, before]) => before === hash && !numbers.includes(number));
    numbers[part] = at >= 0 ? known.parts[at]?.[0] : back?.[0];
    if (at >= 0) free[at] = false;
  }
  for (const [part, at] of editedInPlace(numbers, known, free)) numbers[part] = known.parts[at]?.[0];
  const past = [...known.parts, ...known.gone];
  let highest = Math.max(0, ...past.map(([number]) => number), ...numbers.map((number) => number ?? 0));
  const settled = hashes.map((hash, part): KnownPart => [numbers[part] ?? ++highest, hash]);
  const present = new Set(settled.map(([number]) => number));
  return { parts: settled, gone: past.filter(([number]) => !present.has(number)) };
}

/**
 * Pairs of a new part and the index of the old one that it replaces: those that stand between the same neighbours,
 * where as many are missing as are new.
 */
function editedInPlace(
  numbers: readonly (number | undefined)[],
  known: Numbered,
  free: readonly boolean[],
): (readonly [number, number])[] {
  const newRuns = runs(
    numbers.map((number) => number === undefined),
    (at) => numbers[at],
  );
  const oldRuns = runs(free, (at) => known.parts[at]?.[0]);
  return newRuns.flatMap((run) => {
    const match = oldRuns.find((old) => old.after === run.after && old.before === run.before);
    if (match?.members.length !== run.members.length) return [];
    return run.members.map((part, index) => [part, match.members[index] ?? 0] as const);
  });
}

interface Run {
  readonly members: number[];
  /** The number of the part in front of the run, and of the one behind it. */
  readonly after: number | undefined;
  before: number | undefined;
}

/** Runs of neighbours for which `inside` is true. */
function runs(inside: readonly boolean[], numberAt: (at: number) => number | undefined): Run[] {
  const found: Run[] = [];
  for (const [at, open] of inside.entries()) {
    if (!open) continue;
    if (at > 0 && inside[at - 1]) found.at(-1)?.members.push(at);
    else found.push({ members: [at], after: at > 0 ? numberAt(at - 1) : undefined, before: undefined });
  }
  for (const run of found) run.before = numberAt((run.members.at(-1) ?? 0) + 1);
  return found;
}
