import type { Asked } from '../../bank/question.ts';
import { consequences } from './consequences.ts';
import { drawNumbers } from './draw-numbers.ts';
import { byName, byPlace, byText } from './known-again.ts';
import { commonWords, scaleOf } from './likeness.ts';
import { type KnownPart, type KnownParts, mostNumbers, type Part } from './part.ts';
import type { EditedPart, PartRisk } from './part-risk.ts';
import { type Slot, Slots } from './slots.ts';

/** The numbered parts of a question, and what their numbers mean for learners. */
export interface Numbered extends KnownParts {
  readonly edited: readonly EditedPart[];
  readonly risks: readonly PartRisk[];
  /** Earlier texts that new parts name, and no part had. */
  readonly unknownWas: readonly string[];
}

/**
 * Gives each part of a question its number, for ever: a number is a card, and a card is a learner's history. In this order:
 * a number that the author chose is kept; the same key is the same part; so is one that had a text named by `was`; so is an
 * equal text, wherever it stands now, also after it was gone for a while, and of several the nearest; so is what stands in
 * the same place, and between the same neighbours what reads alike. All others get numbers that were never given out.
 * `risks` tells where this may be wrong, `edited` where it is likely right and yet a part says something else now.
 * @param known what the lock knows: the parts that the question has, and those that have gone
 */
export function numberParts(
  kind: Asked['kind'],
  parts: readonly Part[],
  known: KnownParts = { parts: [], gone: [] },
): Numbered {
  const slots = new Slots(kind, parts, known);
  byName(slots);
  byText(slots);
  // More parts than there are cards are an error; to compare them all would take for ever.
  const scale = scaleOf(parts.length > mostNumbers ? new Set() : commonOf(parts, known));
  if (parts.length <= mostNumbers) byPlace(slots, scale);
  const fresh = drawNumbers(slots);
  return {
    parts: slots.all.map((slot) => knownPart(slot, slots)),
    gone: goneParts(slots),
    unknownWas: known.parts.length > 0 ? fresh.flatMap(({ part: { was = [] } }) => was) : [],
    ...consequences(slots, fresh, scale),
  };
}

/** The words that tell nothing, for several of the parts have them, as they are or as they were. */
const commonOf = (parts: readonly Part[], known: KnownParts): Set<string> =>
  new Set([
    ...commonWords(parts.map(({ text }) => text)),
    ...commonWords(known.parts.flatMap(({ text }) => text ?? [])),
  ]);

/** A part as the lock will know it. */
function knownPart(slot: Slot, { kind, of }: Slots): KnownPart {
  const { part, hash, number = 0 } = slot;
  const past = of(number);
  const known = slot.known ?? past.find((each) => each.hash === hash) ?? past[0];
  const { text, key, near, rect } = part;
  return { number, hash, first: known?.first ?? hash, text, kind, key, near, rect };
}

/** The parts that have no card any more, each number and text once. */
function goneParts({ all, known }: Slots): KnownPart[] {
  const present = new Set(all.map(({ number }) => number));
  const seen = new Set<string>();
  return [...known.parts, ...known.gone].filter(({ number, hash }) => {
    const name = `${number} ${hash}`;
    if (present.has(number) || seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}
