import { z } from 'zod';
import { type NoteKind, type NoteTypeKey, noteTypeKeys } from './note.ts';
import { type KnownPart, mostNumbers, partHash } from './parts/part.ts';
import { buildTimes } from './time.ts';

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
  /** Numbers that two branches gave to different parts. Only a merge brings them, and no lock file holds them. */
  readonly clashes?: readonly Clash[] | undefined;
  /** The fields of a note that another branch began under the same id; no lock file holds them either. */
  readonly twin?: Readonly<Record<string, string>> | undefined;
}

/** One number, and the part that each of two branches gave it. */
export interface Clash {
  readonly one: KnownPart;
  readonly other: KnownPart;
}

/** A lock file that cannot be used; the message is for the user. */
export class BadLock extends Error {}

/** How lock files are written now. Format 1 kept of each part its number and its hash alone. */
export const lockFormat = 2;
export type LockFormat = 1 | 2;

/**
 * An entry as a lock file has it under this id.
 * @throws {BadLock} when it is damaged, or of a note type that a later version made
 */
export function readEntry(id: string, read: unknown): LockEntry {
  const { data } = shape.safeParse(read);
  if (!data) throw new BadLock(`the line of "${id}" is damaged; restore it from git`);
  const type = noteTypeKeys.find((key) => key === data.type);
  if (!type)
    throw new BadLock(
      `"${id}" is of a note type that this version does not know ("${data.type}"); update Recto Verso`,
    );
  const kind = data.kind as NoteKind | undefined;
  const known = (parts: readonly WrittenPart[] | undefined) => parts?.map((part) => knownPart(kind, part));
  const entry = { ...data, type, kind, parts: known(data.parts), goneParts: known(data.goneParts) };
  if (hasParts.has(type) && !entry.parts?.length)
    throw new BadLock(`the line of "${id}" is damaged, for its parts are missing; restore it from git`);
  refuseNumbers(id, entry);
  return entry;
}

/** The note types whose cards are those of numbered parts. */
const hasParts: ReadonlySet<NoteTypeKey> = new Set(['cloze', 'diagram']);

/** The entry as a lock file has it. */
export function writtenEntry(entry: LockEntry, format: LockFormat): object {
  const { guid, type, kind, created, changed, hash, fields, parts, goneParts, gone } = entry;
  const write = (part: KnownPart) => (format === 1 ? [part.number, part.hash] : writtenPart(kind, part));
  const written = { parts: parts?.map(write), goneParts: goneParts?.map(write) };
  return { guid, type, kind, created, changed, hash, fields, ...written, gone };
}

/** A part of format 1, or of format 2; of one that came from format 1 and had gone before only the hash is known. */
type WrittenPart = z.output<typeof part>;

function knownPart(kind: NoteKind | undefined, written: WrittenPart): KnownPart {
  if (Array.isArray(written)) {
    const [number, hash] = written;
    return { number, hash, first: hash };
  }
  const { n: number, text, key, near, rect } = written;
  const own = (written.kind as NoteKind | undefined) ?? kind;
  const hash = text !== undefined && own ? partHash(own, text) : (written.hash ?? '');
  return { number, hash, first: written.first ?? hash, text, kind: own, key, near, rect };
}

function writtenPart(ofQuestion: NoteKind | undefined, known: KnownPart): object {
  const { number: n, hash, first, text, kind, key, near, rect } = known;
  const more = {
    kind: kind === ofQuestion ? undefined : kind,
    first: first === hash ? undefined : first,
  };
  return text === undefined ? { n, hash, ...more } : { n, text, key, near, rect, ...more };
}

/** Refuses numbers that Anki has no cards for, and those that cannot both be. */
function refuseNumbers(id: string, { parts = [], goneParts = [], kind }: LockEntry): void {
  const present = new Set<number>();
  for (const { number } of [...parts, ...goneParts]) {
    if (number >= 1 && number <= mostNumbers) continue;
    throw new BadLock(
      `"${id}" has a part with the number ${number}, and there are 1 to ${mostNumbers}; ${restore}`,
    );
  }
  for (const { number } of parts) {
    if (present.has(number) && kind !== 'cloze' && kind !== undefined)
      throw new BadLock(`"${id}" has two parts with the number ${number}; ${restore}`);
    present.add(number);
  }
  const back = goneParts.find(({ number }) => present.has(number));
  if (back)
    throw new BadLock(
      `"${id}" has the number ${back.number} in its parts and among those that have gone; ${restore}`,
    );
}

const restore = 'restore its line from git';

const text = z.string().optional();

const part = z.union([
  z.tuple([z.int(), z.string()]),
  z
    .object({
      n: z.int(),
      text,
      hash: text,
      key: text,
      near: z.array(z.string()).optional(),
      rect: z.array(z.number()).optional(),
      kind: text,
      first: text,
    })
    .refine((written) => written.text !== undefined || written.hash !== undefined),
]);
const parts = z.array(part).optional();

const latest = buildTimes.before;

/** What a build relies on. */
const shape = z.object({
  guid: z.string().min(1),
  type: z.string(),
  kind: text,
  created: z.int().min(1).max(latest),
  changed: z
    .int()
    .min(1)
    .max(latest / 1000),
  hash: z.string(),
  fields: z.record(z.string(), z.string()),
  parts,
  goneParts: parts,
  gone: z.int().optional(),
});
