import type { NoteKind } from '../targets/anki/kinds/kind.ts';
import { type NoteTypeKey, noteTypes } from '../targets/anki/note-types.ts';
import type { KnownPart } from './parts.ts';

/** What is remembered of a note between builds, so that an update finds the learner's note and moves only what moved. */
export interface LockEntry {
  readonly guid: string;
  readonly type: NoteTypeKey;
  /** What the question was when its parts got their numbers; a part of another kind is another part. */
  readonly kind?: NoteKind | undefined;
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
  /** Milliseconds; the build in which the question had left the bank. Its note stays with the learners. */
  readonly gone?: number | undefined;
}

/**
 * `deck.lock.json`: notes by question id. A note that its question left behind when it became another note type stands
 * under `id@type`.
 */
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
 * Reads a lock file's text. Where a merge kept two lines of one note, the one that changed last counts.
 * @throws {BadLock} when it is not one, belongs to another bank, is damaged, or a merge left conflict marks in it
 */
export function parseLock(text: string, bank: string): Lock {
  if (/^(<{7}|={7}|>{7})/m.test(text))
    throw new BadLock(
      'a merge left conflict marks in it; delete the lines with the marks, keep all others, and build again',
    );
  const read = parse(text);
  if (typeof read?.format === 'number' && read.format > format) {
    throw new BadLock(
      `a newer Recto Verso wrote it (format ${read.format}, this one reads ${format}); update Recto Verso`,
    );
  }
  if (read?.format !== format) throw new BadLock('it is not a lock file of Recto Verso; restore it from git');
  if (read.bank !== bank) {
    throw new BadLock(
      `it belongs to the bank "${read.bank}", not to "${bank}"; a bank's id must never change`,
    );
  }
  if (typeof read.notes !== 'object' || read.notes === null)
    throw new BadLock('its notes are missing; restore it from git');
  return { bank, notes: withTwins(read.notes, text) };
}

interface Read {
  readonly format?: unknown;
  readonly bank?: unknown;
  readonly notes?: Readonly<Record<string, unknown>>;
}

/** A line of the file that holds a note. */
const noteLine = /^ *("[^"]+"): *(\{.*\}),?\r?$/;

function parse(text: string): Read {
  try {
    return JSON.parse(text) as Read;
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

/** The notes, each checked; of two lines of one note, as a union merge leaves them, the newer. */
function withTwins(notes: Readonly<Record<string, unknown>>, text: string): Lock['notes'] {
  const lines = text.split('\n').flatMap((line): [string, unknown][] => {
    const [, id, entry] = noteLine.exec(line) ?? [];
    return id === undefined || entry === undefined ? [] : [[JSON.parse(id), JSON.parse(entry)]];
  });
  const newest = new Map<string, LockEntry>();
  for (const [id, entry] of [...Object.entries(notes), ...lines]) {
    if (id === '') continue;
    const good = checked(id, entry);
    const twin = newest.get(id);
    if (!twin || isNewer(good, twin)) newest.set(id, good);
  }
  return Object.fromEntries(newest);
}

/** The later change; of two at one time always the same one, whichever stands first. */
const isNewer = (one: LockEntry, other: LockEntry): boolean =>
  one.changed === other.changed ? JSON.stringify(one) > JSON.stringify(other) : one.changed > other.changed;

function checked(id: string, read: unknown): LockEntry {
  const entry = read as Partial<LockEntry> | null;
  const good =
    typeof entry?.guid === 'string' &&
    typeof entry.type === 'string' &&
    typeof entry.hash === 'string' &&
    entry.fields instanceof Object &&
    Number.isSafeInteger(entry.created) &&
    Number.isSafeInteger(entry.changed) &&
    areParts(entry.parts) &&
    areParts(entry.goneParts);
  if (!good) throw new BadLock(`the line of "${id}" is damaged; restore it from git`);
  if (!Object.hasOwn(noteTypes, entry.type as string)) {
    throw new BadLock(
      `"${id}" is of a note type that this version does not know ("${entry.type}"); update Recto Verso`,
    );
  }
  return entry as LockEntry;
}

const areParts = (parts: unknown): boolean =>
  parts === undefined ||
  (Array.isArray(parts) &&
    parts.every(
      (part) => Array.isArray(part) && Number.isSafeInteger(part[0]) && typeof part[1] === 'string',
    ));

/**
 * The lock as a file, so that git merges two branches by itself: one line a note, sorted by id; an empty line between
 * them, since git takes changes of neighbouring lines for a conflict; and a last entry that is none, so that a note added
 * at the end does not touch the line before it.
 */
export function formatLock(lock: Lock): string {
  const ids = Object.keys(lock.notes).sort();
  const lines = ids.map((id) => `${JSON.stringify(id)}: ${JSON.stringify(lock.notes[id])},\n\n`);
  return `{\n"format": ${format},\n"bank": ${JSON.stringify(lock.bank)},\n"notes": {\n${lines.join('')}"": {}\n}\n}\n`;
}
