import { alike } from './known-again.ts';
import { isMended, likeness, type Scale } from './likeness.ts';
import { type KnownPart, mostNumbers } from './part.ts';
import { isOnePlace, nearness } from './place.ts';
import type { Slot, Slots } from './slots.ts';

/** What would end or move a learner's history of a card, if the author meant something else. */
export interface PartRisk {
  /**
   * `lost`: the card would be empty, though a part without a history reads much the same. `moved`: the card would ask for
   * something else. `clash`: two branches gave the number to two parts. `full`: Anki has no card for the number.
   */
  readonly what: 'lost' | 'moved' | 'clash' | 'full';
  readonly number: number;
  /** What the card asked for; undefined where a lock of format 1 does not tell. */
  readonly before: string | undefined;
  /** What looks like it, or is asked instead. */
  readonly now: string | undefined;
  /** Which part of the question that is, from 0; undefined where it is none now. */
  readonly at: number | undefined;
}

/** A part that keeps its card though it says something else. */
export interface EditedPart {
  readonly number: number;
  /** What it said; undefined where a lock of format 1 does not tell. */
  readonly before: string | undefined;
  readonly now: string;
}

/** Two texts in one place that are less alike than this may be about two things. */
const unlike = 0.3;

/** As alike as this is what comes back to what had gone. */
const sameAgain = 0.7;

/** So much nearer another deletion of the same text must lie to be meant. */
const nearer = 0.2;

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
  const told = changed.filter((change) => change.slot.sign !== 'name' && !moved.includes(change));
  // One of them says it for all.
  const full = fresh.filter(({ number = 0 }) => number > mostNumbers).slice(0, 1);
  return {
    edited: told.map(({ slot, before, number }) => ({ number, before: before.text, now: slot.part.text })),
    risks: [
      ...moved.map(({ slot, before, number }) => risk('moved', number, before, slot, slots)),
      ...lost(scene, new Set(moved.map(({ number }) => number))),
      ...full.map((slot) => risk('full', slot.number ?? 0, undefined, slot, slots)),
    ],
  };
}

interface Scene {
  readonly slots: Slots;
  /** The parts that begin without a history of their own. */
  readonly beginning: ReadonlySet<Slot>;
  readonly scale: Scale;
}

/** A number that asks for something else, and what it asked for. */
interface Changed {
  readonly number: number;
  readonly slot: Slot;
  readonly before: KnownPart;
}

/** The numbers of which no part says what it said, each once. */
function changedIn(slots: Slots): Changed[] {
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
function isMoved({ slot, before, number }: Changed, { slots, beginning, scale }: Scene): boolean {
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
function exchanged({ all, known, of }: Slots): Changed[] {
  return all.flatMap((slot): Changed[] => {
    const { number, hash, part } = slot;
    const own = of(number).find((each) => each.hash === hash);
    if (part.number === undefined || number === undefined || !own) return [];
    const others = known.parts.filter((each) => each.hash === hash && each.number !== number);
    const near = nearness(part, own);
    return others.some((each) => nearness(part, each) > near + nearer) ? [{ slot, number, before: own }] : [];
  });
}

/**
 * The cards that would be empty, or are, although something new reads like what they asked for; and those that ask only for
 * the others of several parts, while one of them begins anew.
 */
function lost(scene: Scene, moved: ReadonlySet<number>): PartRisk[] {
  const { slots, beginning, scale } = scene;
  const { all, known } = slots;
  const present = new Set(all.map(({ number }) => number));
  const said = new Set(all.map(({ number, hash }) => `${number} ${hash}`));
  const left = known.parts.filter(({ number, hash }) => !moved.has(number) && !said.has(`${number} ${hash}`));
  const found = new Map<number, PartRisk>();
  const find = (part: KnownPart, heir: Slot | undefined) => {
    if (heir && !found.has(part.number)) found.set(part.number, risk('lost', part.number, part, heir, slots));
  };
  for (const part of left) {
    const parted = () =>
      [...beginning].find(({ hash, number }) => hash === part.hash && number !== part.number);
    find(part, present.has(part.number) ? parted() : heirOf(part, beginning, scale));
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

const risk = (
  what: PartRisk['what'],
  number: number,
  before: KnownPart | undefined,
  slot: Slot,
  { all }: Slots,
): PartRisk => ({ what, number, before: before?.text, now: slot.part.text, at: all.indexOf(slot) });
