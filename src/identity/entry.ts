import { type NoteKind, type NoteTypeKey, noteTypeKeys } from './note.ts';
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

/** A lock file that cannot be used; the message is for the user. */
export class BadLock extends Error {}

/**
 * An entry as a lock file has it under this id.
 * @throws {BadLock} when it is damaged, or of a note type that a later version made
 */
export function readEntry(id: string, read: unknown): LockEntry {
  const entry = read as Partial<Record<keyof LockEntry, unknown>> | null;
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
  if (!noteTypeKeys.some((key) => key === entry.type)) {
    throw new BadLock(
      `"${id}" is of a note type that this version does not know ("${entry.type}"); update Recto Verso`,
    );
  }
  return read as LockEntry;
}

const areParts = (parts: unknown): boolean =>
  parts === undefined ||
  (Array.isArray(parts) &&
    parts.every(
      (part) => Array.isArray(part) && Number.isSafeInteger(part[0]) && typeof part[1] === 'string',
    ));
