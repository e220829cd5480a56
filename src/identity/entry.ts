import { z } from 'zod';
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
  const { data } = shape.safeParse(read);
  if (!data) throw new BadLock(`the line of "${id}" is damaged; restore it from git`);
  if (!noteTypeKeys.some((key) => key === data.type)) {
    throw new BadLock(
      `"${id}" is of a note type that this version does not know ("${data.type}"); update Recto Verso`,
    );
  }
  return read as LockEntry;
}

const parts = z.array(z.tuple([z.int(), z.string()])).optional();

/** What a build relies on. */
const shape = z.object({
  guid: z.string(),
  type: z.string(),
  created: z.int(),
  changed: z.int(),
  hash: z.string(),
  fields: z.record(z.string(), z.string()),
  parts,
  goneParts: parts,
});
