import type { Bank } from '../../src/bank/bank.ts';
import type { Risk } from '../../src/identity/changes.ts';
import type { Lock } from '../../src/identity/lock.ts';
import { type Settled, settle } from '../../src/identity/settle.ts';
import { readAsset } from '../../src/node.ts';
import { buildDeck, type Deck } from '../../src/targets/anki/build.ts';
import { Media } from '../../src/targets/anki/media.ts';
import type { NoteContent } from '../../src/targets/anki/note.ts';
import { noteWriter } from '../../src/targets/anki/writer.ts';
import { sampleOf } from '../bank/media.ts';

export type { Risk };

export interface Decisions {
  readonly accept: readonly string[];
  readonly published: readonly string[];
}

/** Settles a bank as a package of it would, without making one. */
export const settleBank = (bank: Bank, lock: Lock, now: number, decisions: Decisions): Settled<NoteContent> =>
  settle(bank.id, lock, now, noteWriter(bank, new Media(sampleOf)), decisions);

export const packBank = (bank: Bank, lock: Lock, now: number, decisions: Decisions): Promise<Deck> =>
  buildDeck(bank, lock, now, sampleOf, readAsset, decisions);
