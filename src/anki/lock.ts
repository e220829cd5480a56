import type { NoteTypeKey } from './note-types.ts';
import type { KnownPart } from './parts.ts';

/** What is remembered of a note between builds, so that an update finds the learner's note and moves only what moved. */
export interface LockEntry {
  readonly guid: string;
  readonly type: NoteTypeKey;
  /** Milliseconds; the note's id. */
  readonly created: number;
  /** Seconds; when a build first saw the present content. Becomes the note's `mod`. */
  readonly changed: number;
  /** Hash of everything an import would update: fields and tags. */
  readonly hash: string;
  /** A short hash of each field that is not empty, and of the tags, to tell what changed. */
  readonly fields: Readonly<Record<string, string>>;
  readonly parts?: readonly KnownPart[] | undefined;
  readonly goneParts?: readonly KnownPart[] | undefined;
  /** The question has left the bank; its note stays with the learners. */
  readonly gone?: true | undefined;
}

/** `deck.lock.json`: notes by question id. */
export interface Lock {
  readonly bank: string;
  readonly notes: Readonly<Record<string, LockEntry>>;
}

/** The lock of a bank that was never built. */
export const emptyLock = (bank: string): Lock => ({ bank, notes: {} });

/** A lock file that cannot be used; the message is for the user. */
export class BadLock extends Error {}

const format = 1;

/**
 * Reads a lock file's text.
 * @throws {BadLock} when it is not one, belongs to another bank, or a merge left conflict marks in it
 */
export function parseLock(text: string, bank: string): Lock {
  if (/^(<{7}|={7}|>{7})/m.test(text))
    throw new BadLock('a merge left conflict marks in it; keep one line of each pair');
  let read: { format?: unknown; bank?: unknown; notes?: unknown };
  try {
    read = JSON.parse(text);
  } catch (error) {
    throw new BadLock(`it is not JSON (${(error as Error).message}); restore it from git`);
  }
  if (read?.format !== format) throw new BadLock('it is not a lock file of this version of Recto Verso');
  if (read.bank !== bank) {
    throw new BadLock(
      `it belongs to the bank "${read.bank}", not to "${bank}"; a bank's id must never change`,
    );
  }
  const notes = read.notes as Lock['notes'];
  for (const [id, entry] of Object.entries(notes ?? {})) {
    if (!isEntry(entry)) throw new BadLock(`the line of "${id}" is damaged; restore it from git`);
  }
  return { bank, notes };
}

function isEntry(entry: Partial<LockEntry> | null): boolean {
  return (
    typeof entry?.guid === 'string' &&
    typeof entry.type === 'string' &&
    typeof entry.hash === 'string' &&
    typeof entry.fields === 'object' &&
    Number.isSafeInteger(entry.created) &&
    Number.isSafeInteger(entry.changed)
  );
}

/** The lock as a file: one line a note, sorted by id, so that two branches merge cleanly. */
export function formatLock(lock: Lock): string {
  const ids = Object.keys(lock.notes).sort();
  const lines = ids.map((id) => `${JSON.stringify(id)}: ${JSON.stringify(lock.notes[id])}`);
  return `{\n"format": ${format},\n"bank": ${JSON.stringify(lock.bank)},\n"notes": {\n${lines.join(',\n')}\n}\n}\n`;
}
