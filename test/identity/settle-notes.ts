import type { Bank } from '../../src/bank/bank.ts';
import type { Decisions } from '../../src/identity/decisions.ts';
import type { Lock } from '../../src/identity/lock.ts';
import { type Settled, settle } from '../../src/identity/settle.ts';
import type { NoteContent } from '../../src/targets/anki/note.ts';
import { noteWriter } from '../../src/targets/anki/writer.ts';

/** A bank settled as Anki writes its notes, its media under their own names. */
export const settleNotes = (
  bank: Bank,
  lock: Lock,
  now: number,
  decisions?: Decisions,
): Settled<NoteContent> =>
  settle(
    bank.id,
    lock,
    now,
    noteWriter(bank, { name: (file) => file, keep: (_bytes, extension) => `kept${extension}` }),
    decisions,
  );
