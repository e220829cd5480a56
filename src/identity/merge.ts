import { BadLock, type LockEntry, readEntry } from './entry.ts';

/**
 * Refuses the text of a lock file in which a merge has left its marks.
 * @throws {BadLock}
 */
export function refuseConflicts(text: string): void {
  if (!/^(<{7}|={7}|>{7})/m.test(text)) return;
  throw new BadLock(
    'a merge left conflict marks in it; delete the lines with the marks, keep all others, and build again',
  );
}

/** A line of the file that holds a note. */
const noteLine = /^ *("[^"]+"): *(\{.*\}),?\r?$/;

/**
 * A lock file's notes, each checked; of several lines of one note, as a union merge leaves them, the one that changed
 * last. `notes` is what JSON made of the text: it sees only the last of them.
 * @throws {BadLock} when one is damaged
 */
export function newestNotes(
  notes: Readonly<Record<string, unknown>>,
  text: string,
): Record<string, LockEntry> {
  const lines = text.split('\n').flatMap((line): [string, unknown][] => {
    const [, id, entry] = noteLine.exec(line) ?? [];
    return id === undefined || entry === undefined ? [] : [[JSON.parse(id), JSON.parse(entry)]];
  });
  const newest = new Map<string, LockEntry>();
  for (const [id, read] of [...Object.entries(notes), ...lines]) {
    if (id === '') continue;
    const entry = readEntry(id, read);
    const other = newest.get(id);
    if (!other || isNewer(entry, other)) newest.set(id, entry);
  }
  return Object.fromEntries(newest);
}

/** The later change; of two at one time always the same one, whichever stands first. */
const isNewer = (one: LockEntry, other: LockEntry): boolean =>
  one.changed === other.changed ? JSON.stringify(one) > JSON.stringify(other) : one.changed > other.changed;
