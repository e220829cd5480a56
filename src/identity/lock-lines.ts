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
 * The entries of a lock file, each checked, with their ids; a union merge leaves several lines of one note.
 * @param notes what JSON made of the text: it sees only the last of them
 * @throws {BadLock} when one is damaged, or hidden from us by the layout of the file
 */
export function linesOf(
  notes: Readonly<Record<string, unknown>>,
  text: string,
): (readonly [id: string, entry: LockEntry])[] {
  const lines = text.split('\n').flatMap((line, at): [string, unknown][] => {
    const [, id, entry] = noteLine.exec(line) ?? [];
    return id === undefined || entry === undefined ? [] : [[JSON.parse(id), parseLine(entry, at + 1)]];
  });
  const found = new Set(lines.map(([id]) => id));
  const all = Object.entries(notes).filter(([id]) => id !== '');
  const isOurs = all.every(([id]) => found.has(id));
  if (!isOurs) refuseTwins(text, all.length);
  return (isOurs ? lines : all).map(([id, entry]) => [id, readEntry(id, entry)]);
}

function parseLine(entry: string, line: number): unknown {
  try {
    return JSON.parse(entry);
  } catch {
    throw new BadLock(
      `line ${line} holds more than one note; give each a line of its own, or restore it from git`,
    );
  }
}

/** A file that an editor has laid out anew can be read, but of two entries of one note only the last would be seen. */
function refuseTwins(text: string, count: number): void {
  if ((text.match(/"guid"\s*:/g) ?? []).length === count) return;
  throw new BadLock(
    'a note stands in it twice, and it is not laid out with a line for each; restore it from git, and keep formatters from it',
  );
}
