import { alike } from './known-again.ts';
import { likeness, type Scale } from './likeness.ts';
import type { KnownPart } from './part.ts';
import { nearer, type PartRisk, riskOf, type Scene } from './part-risk.ts';
import { nearness } from './place.ts';
import type { Slot } from './slots.ts';

/** As alike as this is what comes back to what had gone. */
const sameAgain = 0.7;

/**
 * The cards that would be empty, or are, although something new reads like what they asked for; and those that would ask for
 * something else, while what they asked for begins anew.
 */
export function lost(scene: Scene, moved: ReadonlySet<number>): PartRisk[] {
  const { slots, beginning, scale } = scene;
  const { all, known } = slots;
  const present = new Set(all.map(({ number }) => number));
  const said = new Set(all.map(({ number, hash }) => `${number} ${hash}`));
  const left = known.parts.filter(({ number, hash }) => !moved.has(number) && !said.has(`${number} ${hash}`));
  const found = new Map<number, PartRisk>();
  const find = (part: KnownPart, heir: Slot | undefined) => {
    if (heir && !found.has(part.number))
      found.set(part.number, riskOf('lost', part.number, part, heir, slots));
  };
  const take = (part: KnownPart) => {
    const taker = all.find(({ number }) => number === part.number);
    if (taker) found.set(part.number, riskOf('moved', part.number, part, taker, slots));
  };
  for (const part of left) {
    if (!present.has(part.number)) find(part, heirOf(part, beginning, scale));
    else if ([...beginning].some(({ hash, number }) => hash === part.hash && number !== part.number))
      take(part);
  }
  for (const [part, heir] of swapped(scene)) find(part, heir);
  // One that had gone comes back, mended.
  for (const part of slots.openGone)
    if (!present.has(part.number) && part.kind === slots.kind) find(part, returning(part, beginning, scale));
  return [...found.values()];
}

/** Parts whose card another part of the same text took, while what stands where they stood begins anew. */
function swapped({ slots, beginning }: Scene): [KnownPart, Slot][] {
  const numbered = [...beginning].filter(({ part }) => part.number !== undefined);
  return slots.all.flatMap(({ sign, known, part }): [KnownPart, Slot][] => {
    if (sign !== 'text' || !known) return [];
    const near = nearness(part, known);
    const heir = numbered.find(
      (each) => each.hash === known.hash && nearness(each.part, known) > near + nearer,
    );
    return heir ? [[known, heir]] : [];
  });
}

/** What reads so much like a part that had gone that it most likely is that part again. */
function returning(known: KnownPart, beginning: ReadonlySet<Slot>, scale: Scale): Slot | undefined {
  return known.text === undefined ? undefined : heirOf(known, beginning, scale, sameAgain);
}

/** The part that most likely is what a card asked for; of a text that is not known any may be it. */
function heirOf(
  { text }: KnownPart,
  beginning: ReadonlySet<Slot>,
  scale: Scale,
  least = alike,
): Slot | undefined {
  if (text === undefined) return [...beginning][0];
  const scores = [...beginning].map((slot) => ({ slot, score: likeness(slot.part.text, text, scale) }));
  const [best] = scores.sort((a, b) => b.score - a.score);
  return best && best.score >= least ? best.slot : undefined;
}
