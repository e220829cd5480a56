import type { Bank } from '../../bank/bank.ts';
import { fixedId } from './ids.ts';

/** A preset of deck options as schema 11 has it (Anki, `rslib/src/deckconfig/schema11.rs`). */
export type Preset = ReturnType<typeof preset>;

/** Anki's own first values; `perDay` new cards, and `rest` beside them. */
function preset(id: number, name: string, modified: number, perDay: number, bury: boolean, rest: object) {
  return {
    id,
    name,
    mod: modified,
    usn: id === 1 ? 0 : -1,
    dyn: false,
    maxTaken: 60,
    autoplay: true,
    timer: 0,
    replayq: true,
    new: { bury, delays: [1.0, 10.0], initialFactor: 2500, ints: [1, 4, 0], order: 1, perDay },
    rev: { bury, ease4: 1.3, ivlFct: 1.0, maxIvl: 36500, perDay: 200, hardFactor: 1.2 },
    lapse: { delays: [10.0], leechAction: 1, leechFails: 8, minInt: 1, mult: 0.0 },
    ...rest,
  };
}

/** The default options, which must be there; a learner's own stay as they are. */
export const defaultOptions: Preset = preset(1, 'Default', 0, 20, false, {});

/**
 * The options that the author suggests, or undefined when there are none. New cards come by their position, which is
 * the bank's order also across subdecks, and cards of one note not on one day, for one would answer the other.
 * That FSRS is on is a setting of the whole collection, which no package can carry; desired retention waits for it.
 * @param modified seconds
 */
export function suggestedOptions(bank: Bank, modified: number): Preset | undefined {
  const { newPerDay, retention } = bank.anki;
  if (newPerDay === undefined && retention === undefined) return undefined;
  const id = fixedId('options', bank.id);
  return preset(id, bank.deck, modified, newPerDay ?? 20, true, {
    newGatherPriority: 1,
    newSortOrder: 1,
    buryInterdayLearning: true,
    desiredRetention: retention ?? 0.9,
  });
}
