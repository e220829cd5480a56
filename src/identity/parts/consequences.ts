import type { Scale } from './likeness.ts';
import { lost } from './lost-cards.ts';
import { changedIn, exchanged, isMoved } from './moved-cards.ts';
import { mostNumbers } from './part.ts';
import { type Changed, type EditedPart, type PartRisk, riskOf, type Scene } from './part-risk.ts';
import type { Slot, Slots } from './slots.ts';

/**
 * What the numbers that were given mean for learners.
 * @param fresh the parts that nothing was known of
 * @param scale for the texts of the question
 */
export function consequences(
  slots: Slots,
  fresh: readonly Slot[],
  scale: Scale,
): { edited: EditedPart[]; risks: PartRisk[] } {
  const isStranger = ({ sign, number, hash }: Slot) =>
    sign === undefined && !slots.of(number).some((known) => known.hash === hash);
  const beginning = new Set([...fresh, ...slots.all.filter(isStranger)]);
  const scene: Scene = { slots, beginning, scale };
  const changed = changedIn(slots);
  const moved = [...changed.filter((change) => isMoved(change, scene)), ...exchanged(slots)];
  // What `was` says is meant; of a key it is said what it holds now.
  const isSaid = ({ slot: { sign, part } }: Changed) => sign === 'name' && part.key === undefined;
  const told = changed.filter((change) => !isSaid(change) && !moved.includes(change));
  // One of them says it for all.
  const full = fresh.filter(({ number = 0 }) => number > mostNumbers).slice(0, 1);
  return {
    edited: told.map(({ slot, before, number }) => ({ number, before: before.text, now: slot.part.text })),
    risks: withFree(slots, [
      ...moved.map(({ slot, before, number }) => riskOf('moved', number, before, slot, slots)),
      ...lost(scene, new Set(moved.map(({ number }) => number))),
      ...full.map((slot) => riskOf('full', slot.number ?? 0, undefined, slot, slots)),
    ]),
  };
}

/** Numbers to be offered begin here, so that they are seen to be none of ours. */
const firstOffered = 301;

/** The risks, each with a number that was never used in the question and is offered once. */
function withFree({ all, known }: Slots, risks: readonly PartRisk[]): PartRisk[] {
  const used = new Set([...all, ...known.parts, ...known.gone].map(({ number }) => number));
  let free = firstOffered;
  return risks.map((each) => {
    while (used.has(free)) free++;
    return { ...each, free: free++ };
  });
}
