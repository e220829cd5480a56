import { present } from '../text/present.ts';
import { BadLock, type LockEntry, type LockFormat, lockFormat, writtenEntry } from './entry.ts';
import { linesOf, refuseConflicts } from './lock-lines.ts';
import { oneOfEach } from './merge.ts';

/**
 * `deck.lock.json`: notes by question id. A note that its question left behind when it became another note type stands
 * under `id@type`.
 */
export interface Lock {
  readonly bank: string;
  readonly notes: Readonly<Record<string, LockEntry>>;
  /** The format it was read in; the present one if not said. */
  readonly format?: LockFormat | undefined;
}

/** The lock of a bank that was never built. */
export const emptyLock = (bank: string): Lock => ({ bank, notes: {} });

/**
 * Reads a lock file's text. Where a merge kept two lines of one note, what both know counts.
 * @throws {BadLock} when it is not one, belongs to another bank, is damaged, or a merge left conflict marks in it
 */
export function parseLock(text: string, bank: string): Lock {
  refuseConflicts(text);
  const read = parse(text);
  if (typeof read?.format === 'number' && read.format > lockFormat) {
    throw new BadLock(
      `a newer Recto Verso wrote it (format ${read.format}, this one reads ${lockFormat}); update Recto Verso`,
    );
  }
  if (read?.format !== 1 && read?.format !== 2)
    throw new BadLock('it is not a lock file of Recto Verso; restore it from git');
  if (typeof read.bank !== 'string')
    throw new BadLock('it does not say of which bank it is; restore it from git');
  if (read.bank !== bank) {
    throw new BadLock(
      `it belongs to the bank "${read.bank}", not to "${bank}"; a bank's id must never change`,
    );
  }
  if (typeof read.notes !== 'object' || read.notes === null)
    throw new BadLock('its notes are missing; restore it from git');
  const notes = oneOfEach(linesOf(read.notes, text));
  return read.format === lockFormat ? { bank, notes } : { bank, notes, format: read.format };
}
/** What several lock files of one bank know, in one; nothing if there are none. */
export const unitedLocks = (bank: string, locks: readonly Lock[]): Lock => ({
  bank,
  notes: oneOfEach(locks.flatMap(({ notes }) => Object.entries(notes))),
});

interface Read {
  readonly format?: unknown;
  readonly bank?: unknown;
  readonly notes?: Readonly<Record<string, unknown>>;
}

function parse(text: string): Read | null {
  try {
    return JSON.parse(text) as Read | null;
  } catch {
    const bad = text.split('\n').findIndex((line) => /^ *"[^"]+": *\{/.test(line) && !isWhole(line));
    const where = bad < 0 ? 'it is not JSON' : `line ${bad + 1} is damaged`;
    throw new BadLock(`${where}; restore it from git`);
  }
}

/** True for a line that is well in itself, and for the one that opens the notes. */
function isWhole(line: string): boolean {
  try {
    JSON.parse(`{${line.trim().replace(/\{$/, '{}').replace(/,$/, '')}}`);
    return line.trim().endsWith(',') || line.trim().endsWith('{');
  } catch {
    return false;
  }
}

/**
 * The lock as a file, so that git merges two branches by itself: one line a note, sorted by id; an empty line between
 * them, since git takes changes of neighbouring lines for a conflict; and a last entry that is none, so that a note added
 * at the end does not touch the line before it.
 * @param format 1 only to compare with a file of that format
 */
export function formatLock({ bank, notes }: Lock, format: LockFormat = lockFormat): string {
  const ids = Object.keys(notes).sort();
  const written = (id: string) => JSON.stringify(writtenEntry(present(notes[id], `note "${id}"`), format));
  const lines = ids.map((id) => `${JSON.stringify(id)}: ${written(id)},\n\n`);
  return `{\n"format": ${format},\n"bank": ${JSON.stringify(bank)},\n"notes": {\n${lines.join('')}"": {}\n}\n}\n`;
}
