import { groupBy } from '../../text/group.ts';
import { neighboursOf, pairEqual } from './equal.ts';
import { folded, isMended, likeness, type Scale } from './likeness.ts';
import { type KnownPart, partHash } from './part.ts';
import { isOnePlace } from './place.ts';
import { gapsOf, mayBe, type Sign, type Slot, type Slots } from './slots.ts';

/** Texts as alike as this may be one part's. */
export const alike = 0.5;

/** As alike as this, a text may be what another became that was only mended. */
const rival = 0.7;

/** Finds the parts that the author names: by their key, or by a text that they had. */
export function byName(slots: Slots): void {
  for (const slot of slots.waiting) {
    const { key, was = [] } = slot.part;
    const named = key !== undefined && find(slots, (known) => known.key === key);
    if (named) slots.take(slot, named, 'name');
    // What the question had last under this very text has been renamed before.
    const isKnown = [...slots.open].some((known) => known.hash === slot.hash && mayBe(slot, known));
    if (named || was.length === 0 || isKnown) continue;
    const hashes = was.map((text) => partHash(slots.kind, text));
    const earlier = find(slots, (known) => hashes.includes(known.hash));
    if (earlier) slots.take(slot, earlier, 'name');
  }
}

/** Finds the parts that say what they said, wherever they stand now, those that come back last. */
export function byText(slots: Slots): void {
  const { all, known } = slots;
  const now = neighboursOf(all);
  for (const [open, parts] of [
    [slots.open, known.parts],
    [slots.openGone, known.gone],
  ] as const) {
    const before = neighboursOf(parts);
    const groups = groupBy([...open], ({ hash }) => hash);
    for (const [hash, waiting] of groupBy(slots.waiting, ({ hash }) => hash)) {
      const same = groups.get(hash) ?? [];
      takeAll(slots, pairEqual(waiting, same, now, before), 'text');
    }
  }
  byFirstText(slots);
  byLetters(slots);
}

/** Finds what had gone and comes back with the text that it had at first. */
function byFirstText(slots: Slots): void {
  const groups = groupBy([...slots.openGone], ({ first }) => first);
  for (const slot of slots.waiting) {
    const known = groups.get(slot.hash)?.find((each) => slots.openGone.has(each) && mayBe(slot, each));
    if (known) slots.take(slot, known, 'text');
  }
}

/** Finds what differs in case, marks and spaces alone. */
function byLetters(slots: Slots): void {
  const known = [...slots.open].filter((each) => isUnnamed(each) && each.text !== undefined);
  const groups = groupBy(known, ({ text = '' }) => folded(text));
  const now = groupBy(slots.waiting.filter(isUnnamedNow), ({ part }) => folded(part.text));
  for (const [words, [slot, more]] of now) {
    const [same, another] = groups.get(words) ?? [];
    if (same && !more && !another) slots.take(slot, same, 'text');
  }
}

/**
 * Finds the parts that say something else now, of those that the author does not name: by what stands around them; then
 * between the same neighbours what was only mended; then where as many are missing as are new by their order, which is a
 * guess.
 */
export function byPlace(slots: Slots, scale: Scale): void {
  const free = slots.waiting.filter(isUnnamedNow);
  const known = [...slots.open].filter(isUnnamed);
  for (const slot of free) {
    const [here, more] = known.filter((each) => slots.open.has(each) && isOnePlace(slot.part, each));
    if (here && !more) slots.take(slot, here, 'place');
  }
  for (const { now, before } of gapsOf(slots)) {
    takeAll(slots, mended(now.filter(isUnnamedNow), before.filter(isUnnamed), slots, scale), 'place');
  }
  for (const { now, before } of gapsOf(slots)) {
    const isAll = now.every(isUnnamedNow) && before.every(isUnnamed);
    if (!isAll || now.length !== before.length) continue;
    const pairs = now.flatMap((slot, at): Pair[] => (before[at] ? [[slot, before[at]]] : []));
    // What reads like another part that is new most likely went there.
    const others = slots.waiting.filter((slot) => isUnnamedNow(slot) && !now.includes(slot));
    const stays = ([, { text }]: Pair) =>
      text === undefined || others.every(({ part }) => likeness(part.text, text, scale) < alike);
    takeAll(slots, pairs.filter(stays), 'order');
  }
}

type Pair = [slot: Slot, known: KnownPart];

/** Pairs of what says the same, mended, where nothing else that is new reads as much like it, here or elsewhere. */
function mended(now: readonly Slot[], before: readonly KnownPart[], slots: Slots, scale: Scale): Pair[] {
  const others = slots.waiting.filter(isUnnamedNow);
  return before.flatMap((known): Pair[] => {
    const { text } = known;
    if (text === undefined) return [];
    const [one, more] = now.filter(({ part }) => isMended(part.text, text, scale));
    const isRival = (slot: Slot) => slot !== one && likeness(slot.part.text, text, scale) >= rival;
    const isLike = (part: KnownPart) =>
      part !== known && part.text !== undefined && isMended(one?.part.text ?? '', part.text, scale);
    return !one || more || others.some(isRival) || before.some(isLike) ? [] : [[one, known]];
  });
}

function takeAll(slots: Slots, pairs: readonly Pair[], sign: Sign): void {
  for (const [slot, known] of pairs)
    if (slots.open.has(known) || slots.openGone.has(known)) slots.take(slot, known, sign);
}

/** The first known part that is open and of which this is true: of those that the question had last, then of the others. */
function find({ open, openGone }: Slots, isIt: (known: KnownPart) => boolean): KnownPart | undefined {
  for (const parts of [open, openGone]) for (const known of parts) if (isIt(known)) return known;
  return undefined;
}

/** A part with a key is known by it, and by its text if the key is new; by nothing else. */
const isUnnamed = ({ key }: KnownPart): boolean => key === undefined;

const isUnnamedNow = ({ part: { key, number } }: Slot): boolean => key === undefined && number === undefined;
