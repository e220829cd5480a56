import { alike } from './known-again.ts';
import { isMended, likeness } from './likeness.ts';
import { type Changed, nearer, type Scene } from './part-risk.ts';
import { isOnePlace, nearness } from './place.ts';
import type { Slot, Slots } from './slots.ts';

/** Two texts in one place that are less alike than this may be about two things. */
const unlike = 0.3;

/** The numbers of which no part says what it said, each once. */
export function changedIn(slots: Slots): Changed[] {
  const same = new Set(
    slots.all.flatMap(({ number, hash, sign }) =>
      sign === 'text' || slots.of(number).some((known) => known.hash === hash) ? [number] : [],
    ),
  );
  const changed = new Map<number, Changed>();
  for (const slot of slots.all) {
    const { number, known } = slot;
    const before = known ?? slots.known.parts.find((each) => each.number === number) ?? slots.of(number)[0];
    if (number === undefined || !before || same.has(number) || changed.has(number)) continue;
    changed.set(number, { number, slot, before });
  }
  return [...changed.values()];
}

/** True where a number may ask for another thing now. */
export function isMoved({ slot, before, number }: Changed, { slots, beginning, scale }: Scene): boolean {
  const { all, known } = slots;
  const { sign, part } = slot;
  const { text } = before;
  if (sign === 'name') return false;
  const stands = (each: Slot): boolean => each.hash === before.hash && each.number !== number;
  if (sign === undefined && all.some(stands)) return true;
  const isGone = !known.parts.some((each) => each.number === number);
  if (text === undefined) return isGone;
  if (all.length === 1 && known.parts.length === 1) return false;
  const score = likeness(part.text, text, scale);
  const heirs = [...beginning].filter((each) => each !== slot);
  if (heirs.some((each) => likeness(each.part.text, text, scale) >= Math.max(alike, score))) return true;
  if (isOnePlace(part, before)) return isGone;
  return sign === 'order' ? !isMended(part.text, text, scale) : score < (isGone ? alike : unlike);
}

/** Numbers that the author wrote where the same text stands several times, and which belong to another of them. */
export function exchanged({ all, known, of }: Slots): Changed[] {
  return all.flatMap((slot): Changed[] => {
    const { number, hash, part } = slot;
    const own = of(number).find((each) => each.hash === hash);
    if (part.number === undefined || number === undefined || !own) return [];
    const others = known.parts.filter((each) => each.hash === hash && each.number !== number);
    const near = nearness(part, own);
    return others.some((each) => nearness(part, each) > near + nearer) ? [{ slot, number, before: own }] : [];
  });
}
