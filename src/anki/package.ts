import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Zippable, zipSync } from 'fflate';
import type { Database, SqlJsStatic } from 'sql.js';
import type { Bank } from '../bank/bank.ts';
import { columns, decksOf } from './collection.ts';
import { noteTypes } from './note-types.ts';
import { schema } from './schema.ts';
import type { SettledNote } from './settle.ts';

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
    const { conf, models, decks: deckJson, dconf } = columns(types, decks, modified);
    const crt = Math.floor(created / 1000 / daySeconds) * daySeconds;
    db.run('INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, ?)', [
      ...[crt, modified * 1000, modified * 1000, conf, models, deckJson, dconf, '{}'],
    ]);
    insertNotes(db, notes, new Map(decks.map(({ name, id }) => [name, id])));
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
  const noteId = uniqueIds();
  const cardId = uniqueIds();
  for (const [at, { entry, content }] of notes.entries()) {
    const id = noteId(entry.created);
    const sort = plainField(content.fields[0] ?? '');
    const tags = content.tags.length > 0 ? ` ${content.tags.join(' ')} ` : '';
    addNote.run([
      id,
      entry.guid,
      content.type.id,
      entry.changed,
      tags,
      content.fields.join('\u001f'),
      sort,
      checksum(sort),
    ]);
    for (const ordinal of content.cards) {
      const deck = decks.get(content.deck) ?? 1;
      addCard.run([cardId(entry.created), id, deck, ordinal, entry.changed, at + 1]);
    }
  }
  addNote.free();
  addCard.free();
}

/** Hands out ids: the one asked for, or the nearest free one before it, since an id in the future stops an import. */
function uniqueIds(): (wanted: number) => number {
  const used = new Set<number>();
  return (wanted) => {
    let id = wanted;
    while (used.has(id)) id--;
    used.add(id);
    return id;
  };
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
