import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Zippable, zipSync } from 'fflate';
import type { Database, SqlJsStatic } from 'sql.js';
import type { Bank } from '../../bank/bank.ts';
import type { SettledNote } from '../../identity/settle.ts';
import { columns, decksOf } from './collection.ts';
import { deckKey } from './deck-name.ts';
import { noteTypes } from './note-types.ts';
import { suggestedOptions } from './options.ts';
import { schema } from './schema.ts';

/** A file of the package's media. */
export interface MediaFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The fewest bytes that are a zip's time stamp the same in every time zone. */
const zipTime = new Date(1980, 0, 1);

const daySeconds = 86_400;

/**
 * Writes the notes as an `.apkg`. Everything comes from the arguments: the same notes give the same bytes.
 * @param SQL sql.js, loaded
 */
export function writePackage(
  SQL: SqlJsStatic,
  bank: Bank,
  notes: readonly SettledNote[],
  media: readonly MediaFile[],
): Uint8Array {
  const files: Zippable = { 'collection.anki2': [writeCollection(SQL, bank, notes), { mtime: zipTime }] };
  const names = Object.fromEntries(media.map(({ name }, at) => [String(at), name]));
  files.media = [utf8ToBytes(JSON.stringify(names)), { mtime: zipTime }];
  for (const [at, { bytes }] of media.entries()) files[String(at)] = [bytes, { mtime: zipTime, level: 0 }];
  return zipSync(files, { level: 9, os: 3 });
}

function writeCollection(SQL: SqlJsStatic, bank: Bank, notes: readonly SettledNote[]): Uint8Array {
  const db = new SQL.Database();
  try {
    db.run(schema);
    db.run('BEGIN');
    const decks = decksOf(
      bank,
      notes.map(({ content }) => content.deck),
    );
    const modified = notes.reduce((latest, { entry }) => Math.max(latest, entry.changed), 0);
    const created = notes.reduce((first, { entry }) => Math.min(first, entry.created), modified * 1000);
    const types = Object.values(noteTypes).filter((type) =>
      notes.some(({ content }) => content.type === type),
    );
    const {
      conf,
      models,
      decks: deckJson,
      dconf,
    } = columns(types, decks, suggestedOptions(bank, modified), modified);
    const crt = Math.floor(created / 1000 / daySeconds) * daySeconds;
    db.run('INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, ?)', [
      ...[crt, modified * 1000, modified * 1000, conf, models, deckJson, dconf, '{}'],
    ]);
    insertNotes(db, notes, new Map(decks.map(({ name, id }) => [deckKey(name), id])));
    db.run('COMMIT');
    return db.export();
  } finally {
    db.close();
  }
}

function insertNotes(db: Database, notes: readonly SettledNote[], decks: ReadonlyMap<string, number>): void {
  const addNote = db.prepare("INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')");
  const addCard = db.prepare(
    "INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')",
  );
  const noteIds = idsBefore(notes.map(({ entry }) => entry.created));
  const cards = notes.flatMap(({ content }, note) => content.cards.map((ordinal) => ({ note, ordinal })));
  const cardIds = idsBefore(cards.map(({ note }) => notes[note]?.entry.created ?? 0));
  for (const [at, { entry, content }] of notes.entries()) {
    const sort = plainField(content.fields[0] ?? '');
    const tags = content.tags.length > 0 ? ` ${content.tags.join(' ')} ` : '';
    addNote.run([
      ...[noteIds[at] ?? 0, entry.guid, content.type.id, entry.changed],
      ...[tags, content.fields.join('\u001f'), sort, checksum(sort)],
    ]);
  }
  for (const [at, { note, ordinal }] of cards.entries()) {
    const { entry, content } = notes[note] as SettledNote;
    const deck = decks.get(deckKey(content.deck)) ?? 1;
    addCard.run([cardIds[at] ?? 0, noteIds[note] ?? 0, deck, ordinal, entry.changed, note + 1]);
  }
  addNote.free();
  addCard.free();
}

/**
 * An id for each of these times, none twice: the time itself or a little before it, since an id in the future stops an
 * import, and the ids of equal times in their order, since Anki brings new cards in the order of their ids.
 */
function idsBefore(times: readonly number[]): number[] {
  const latestFirst = times.map((time, at) => ({ time, at }));
  latestFirst.sort((a, b) => b.time - a.time || b.at - a.at);
  const ids: number[] = [];
  let next = Number.MAX_SAFE_INTEGER;
  for (const { time, at } of latestFirst) {
    ids[at] = Math.min(time, next);
    next = (ids[at] ?? 0) - 1;
  }
  return ids;
}

/** A field as Anki sorts and compares it: without tags, media by their names (Anki, `rslib/src/text.rs`). */
export function plainField(html: string): string {
  return html
    .replace(
      /<(?:img|audio|video|source)\b[^>]*?\bsrc="([^"]*)"[^>]*>|<object\b[^>]*?\bdata="([^"]*)"[^>]*>/gi,
      ' $1$2 ',
    )
    .replace(/<!--[\s\S]*?-->|<style[\s\S]*?<\/style>|<script[\s\S]*?<\/script>|<[^>]*>/gi, '')
    .replace(
      /&(?:lt|gt|quot|amp|#\d+);/g,
      (entity) => entities[entity] ?? String.fromCodePoint(Number(entity.slice(2, -1))),
    );
}

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** The first eight hex digits of the SHA-1 of a plain field, as a number. */
const checksum = (plain: string): number =>
  Number.parseInt(bytesToHex(sha1(utf8ToBytes(plain))).slice(0, 8), 16);
