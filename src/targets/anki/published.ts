import type { Bank } from '../../bank/bank.ts';
import { answered } from '../../bank/question.ts';
import { replacedKey } from '../../identity/claims.ts';
import type { LockEntry } from '../../identity/entry.ts';
import type { Lock } from '../../identity/lock.ts';
import { united } from '../../identity/merge.ts';
import { firstId, type NoteKind, type NoteQuestion } from '../../identity/note.ts';
import { numberParts } from '../../identity/parts/number-parts.ts';
import { type KnownPart, partHash } from '../../identity/parts/part.ts';
import { groupBy } from '../../text/group.ts';
import { wordsFor } from '../../words/index.ts';
import { ankiText } from './html.ts';
import { ankiKind } from './kinds/index.ts';
import { Media } from './media.ts';
import { type MediaName, noteContent } from './note.ts';
import { type PublishedPart, publishedParts } from './published-parts.ts';
import type { PackageNote } from './read-package.ts';
import { hashed } from './writer.ts';

/**
 * The lock that packages of a bank tell of, as it was when the newest was built: guids, times, contents and the numbers of
 * parts. What a package does not tell are parts and questions that had gone by then; older packages tell of some.
 * @param packages the notes of each, in any order
 * @param readMedia gives a picture or a sound of the bank
 */
export function lockFromPackages(
  bank: Bank,
  packages: readonly (readonly PackageNote[])[],
  readMedia: (path: string) => Uint8Array,
): Lock {
  const media = new Media(readMedia);
  const mediaName = (path: string) => media.name(path);
  const questions = new Map(answered(bank.questions).map((question) => [firstId(question), question]));
  const entries = [...groupBy(packages.flat(), ({ guid }) => guid).values()].map((same) => {
    const [newest, ...older] = [...same].sort((one, other) => other.changed - one.changed);
    const note = newest ?? same[0];
    const question = questions.get(note.id);
    const entry = (each: PackageNote) => entryOf(bank, each, question, mediaName);
    return { note, question, entry: withEarlier(entry(note), older.map(entry)) };
  });
  const notes = entries.map(({ note, question, entry }): [string, LockEntry] => {
    const id = question?.id ?? note.id;
    return [isLeftBehind(bank, note, question) ? replacedKey(id, entry.type) : id, entry];
  });
  return { bank: bank.id, notes: Object.fromEntries(notes) };
}

/** What the author would write of each part that learners have: "tides:4=the wind". */
export const publishedLines = ({ notes }: Lock): string[] =>
  Object.entries(notes).flatMap(([id, { parts = [] }]) =>
    parts.flatMap(({ number, text }) => (text === undefined ? [] : [`${id}:${number}=${text}`])),
  );

/** An entry with the parts of earlier packages that the newest has no more. */
function withEarlier(newest: LockEntry, older: readonly LockEntry[]): LockEntry {
  const past = older.map(({ parts, goneParts, ...entry }) => ({
    ...entry,
    goneParts: [...(parts ?? []), ...(goneParts ?? [])],
  }));
  const { clashes: _clashes, ...entry } = united([newest, ...past]);
  return { ...entry, created: newest.created, hash: newest.hash, parts: newest.parts };
}

function isLeftBehind(
  bank: Bank,
  { fields, type }: PackageNote,
  question: NoteQuestion | undefined,
): boolean {
  const notice = fields.find(([name]) => name === 'Notice')?.[1];
  const isTypeNow = question && ankiKind(question).type === type.key;
  return !isTypeNow && notice === ankiText(wordsFor(bank.language).replaced);
}

function entryOf(
  bank: Bank,
  { guid, created, changed, type, fields, tags }: PackageNote,
  question: NoteQuestion | undefined,
  mediaName: MediaName,
): LockEntry {
  const { hash, fields: hashes } = hashed({ type, fields, tags, deck: '', cards: [] });
  const isTypeNow = question && ankiKind(question).type === type.key;
  const published = publishedParts(type, fields);
  const kind = published?.kind ?? (isTypeNow ? question.kind : undefined);
  const parts = published?.parts.map(
    partOf(kind, isTypeNow ? partsNow(bank, question, mediaName) : new Map()),
  );
  return { guid, type: type.key, kind, created, changed, hash, fields: hashes, parts };
}

/** The parts of a question as the bank has it, by the HTML that a note would have of them. */
function partsNow(
  bank: Bank,
  question: NoteQuestion,
  mediaName: MediaName,
): ReadonlyMap<string, KnownPart[]> {
  const parts = ankiKind(question).parts?.(question);
  if (!parts) return new Map();
  const numbered = numberParts(
    question.kind,
    parts.map((part) => ({ ...part, number: undefined })),
  );
  const { type, fields } = noteContent(bank, question, numbered, mediaName);
  const written = new Map(publishedParts(type, fields)?.parts.map(({ number, html }) => [number, html]));
  return groupBy(numbered.parts, ({ number }) => written.get(number) ?? '');
}

/** What the lock had of a part, as far as the bank still has it; else its text as the card shows it. */
const partOf =
  (kind: NoteKind | undefined, now: ReadonlyMap<string, KnownPart[]>) =>
  ({ number, html, text }: PublishedPart): KnownPart => {
    // Of several that look alike the first comes first.
    const known = now.get(html)?.shift();
    if (known) return { ...known, number };
    if (kind === undefined || text === undefined) return { number, hash: '', first: '' };
    const hash = partHash(kind, text);
    return { number, hash, first: hash, text, kind };
  };
