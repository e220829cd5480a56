import type { Scale } from './likeness.ts';
import type { KnownPart } from './part.ts';
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
  /** The author's own words give it the card: a key, or a text that it had. */
  readonly named?: boolean | undefined;
  /** A number that was never used in the question. */
  readonly free?: number | undefined;
}

/** A part that keeps its card though it says something else. */
export interface EditedPart {
  readonly number: number;
  /** What it said; undefined where a lock of format 1 does not tell. */
  readonly before: string | undefined;
  readonly now: string;
}

/** The parts of a question with their numbers, and what they are weighed by. */
export interface Scene {
  readonly slots: Slots;
  /** The parts that begin without a history of their own. */
  readonly beginning: ReadonlySet<Slot>;
  readonly scale: Scale;
}

/** A number that asks for something else, and what it asked for. */
export interface Changed {
  readonly number: number;
  readonly slot: Slot;
  readonly before: KnownPart;
}

/** So much nearer another deletion of the same text must lie to be meant. */
export const nearer = 0.2;

/** A risk of a part; `slot` is what looks like it, or is asked instead. */
export const riskOf = (
  what: PartRisk['what'],
  number: number,
  before: KnownPart | undefined,
  slot: Slot,
  { all }: Slots,
): PartRisk => ({
  what,
  number,
  before: before?.text,
  now: slot.part.text,
  at: all.indexOf(slot),
  named: slot.sign === 'name',
});
