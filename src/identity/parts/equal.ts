import type { KnownPart } from './part.ts';
import { nearness } from './place.ts';
import { mayBe, type Slot } from './slots.ts';

/** More pairs than this are told apart by their order alone. */
const mostPairs = 10_000;

/** What a neighbour counts beside what stands around a part itself, and where nothing is known of that. */
const little = 0.05;
const much = 0.25;

type Pair = [slot: Slot, known: KnownPart];

/** The texts on both sides of a part, as hashes; undefined at an end. */
type Beside = readonly [before: string | undefined, behind: string | undefined];
export type Neighbours = ReadonlyMap<object, Beside>;

export const neighboursOf = (parts: readonly { readonly hash: string }[]): Neighbours =>
  new Map(parts.map((part, at) => [part, [parts[at - 1]?.hash, parts[at + 1]?.hash]]));

/**
 * Pairs parts with known ones of the same text. Where there are several, those first that stand nearest to each other, by
 * what is around them and beside them; then in their order.
 * @param now the neighbours of all parts of the question
 * @param before those of all known ones
 */
export function pairEqual(
  slots: readonly Slot[],
  known: readonly KnownPart[],
  now: Neighbours,
  before: Neighbours,
): Pair[] {
  const count = slots.length * known.length;
  const pairs =
    count === 1 || count > mostPairs ? inOrder(slots, known) : nearestFirst(slots, known, now, before);
  const taken = new Set<Slot | KnownPart>();
  return pairs.filter(([slot, part]) => {
    if (taken.has(slot) || taken.has(part) || !mayBe(slot, part)) return false;
    taken.add(slot).add(part);
    return true;
  });
}

const inOrder = (slots: readonly Slot[], known: readonly KnownPart[]): Pair[] =>
  slots.flatMap((slot, at): Pair[] => (known[at] ? [[slot, known[at]]] : []));

function nearestFirst(
  slots: readonly Slot[],
  known: readonly KnownPart[],
  now: Neighbours,
  before: Neighbours,
): Pair[] {
  const pairs = slots.flatMap((slot, place) =>
    known.map((part, at) => {
      const beside = shared(now.get(slot), before.get(part)) * (slot.part.near ? little : much);
      const near = nearness(slot.part, part) + beside;
      return { slot, part, near, order: Math.abs(place - at) };
    }),
  );
  pairs.sort((a, b) => b.near - a.near || a.order - b.order);
  return pairs.map(({ slot, part }) => [slot, part]);
}

/** How many neighbours two have in common, each on its side; an end is one too. */
const shared = (one: Beside | undefined, other: Beside | undefined): number =>
  Number(one?.[0] === other?.[0]) + Number(one?.[1] === other?.[1]);
