import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Database, SqlJsStatic } from 'sql.js';
import type { Bank } from '../../bank/bank.ts';
import type { OutputFile } from '../../files/output-file.ts';
import { zip } from '../../files/zip.ts';
import type { SettledNote } from '../../identity/settle.ts';
import { present } from '../../text/present.ts';
import { dressed } from './cards/read.ts';
import { columns, decksOf } from './collection.ts';
import { deckKey } from './deck-name.ts';
import { joinedFields, type NoteContent } from './note.ts';
import { noteTypes } from './note-types.ts';
import { suggestedOptions } from './options.ts';
import { plainField } from './plain-field.ts';
import { schema } from './schema.ts';

type AnkiNote = SettledNote<NoteContent>;

const daySeconds = 86_400;

/**
 * Writes the notes as an `.apkg`. Everything comes from the arguments: the same notes give the same bytes.
 * @param SQL sql.js, loaded
 * @param readCard gives a card's template or style sheet by name
 */
export function writePackage(
  SQL: SqlJsStatic,
  bank: Bank,
  notes: readonly AnkiNote[],
  media: readonly OutputFile[],
  readCard: (name: string) => string,
): Uint8Array {
  const names = Object.fromEntries(media.map(({ path }, at) => [String(at), path]));
  return zip([
    { path: 'collection.anki2', bytes: writeCollection(SQL, bank, notes, readCard) },
    { path: 'media', bytes: utf8ToBytes(JSON.stringify(names)) },
    ...media.map(({ bytes }, at) => ({ path: String(at), bytes, stored: true })),
  ]);
}

function writeCollection(
  SQL: SqlJsStatic,
  bank: Bank,
  notes: readonly AnkiNote[],
  readCard: (name: string) => string,
): Uint8Array {
  const db = new SQL.Database();
  try {
    db.run(schema);
    db.run('BEGIN');
    const deckNames = notes.map(({ content }) => content.deck);
    const decks = decksOf(bank, deckNames);
    const modified = notes.reduce((latest, { entry }) => Math.max(latest, entry.changed), 0);
    const created = notes.reduce((first, { entry }) => Math.min(first, entry.created), modified * 1000);
    const types = Object.values(noteTypes)
      .filter((type) => notes.some(({ content }) => content.type === type))
      .map((type) => dressed(type, readCard));
    const json = columns(types, decks, suggestedOptions(bank, modified), modified);
    const crt = Math.floor(created / 1000 / daySeconds) * daySeconds;
    const mod = modified * 1000;
    const row = [crt, mod, mod, json.conf, json.models, json.decks, json.dconf, '{}'];
    db.run('INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, ?)', row);
    insertNotes(db, notes, new Map(decks.map(({ name, id }) => [deckKey(name), id])));
    db.run('COMMIT');
    return db.export();
  } finally {
    db.close();
  }
}

function insertNotes(db: Database, notes: readonly AnkiNote[], decks: ReadonlyMap<string, number>): void {
  const addNote = db.prepare("INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')");
  const addCard = db.prepare(
    "INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')",
  );
  const timeOf = ({ entry }: AnkiNote) => entry.created;
  const withIds = idsBefore(notes, timeOf);
  for (const [id, { question, entry, content }] of withIds) {
    const [, first] = present(content.fields[0], `field in the note of "${question.id}"`);
    const sort = plainField(first);
    const tags = content.tags.length > 0 ? ` ${content.tags.join(' ')} ` : '';
    const fields = joinedFields(content);
    addNote.run([id, entry.guid, content.type.id, entry.changed, tags, fields, sort, checksum(sort)]);
  }
  const cards = withIds.flatMap(([noteId, note], at) =>
    note.content.cards.map((ordinal) => ({ noteId, note, place: at + 1, ordinal })),
  );
  for (const [id, { noteId, note, place, ordinal }] of idsBefore(cards, ({ note }) => timeOf(note))) {
    const { entry, content } = note;
    const deck = present(decks.get(deckKey(content.deck)), `deck "${content.deck}" in the package`);
    addCard.run([id, noteId, deck, ordinal, entry.changed, place]);
  }
  addNote.free();
  addCard.free();
}

/**
 * Each item with an id, none twice: its time or a little before it, never after it, where Anki's own new ids are; and the
 * ids of equal times in the order of the items, since Anki brings new cards in the order of their ids.
 */
function idsBefore<Item>(
  items: readonly Item[],
  timeOf: (item: Item) => number,
): (readonly [id: number, item: Item])[] {
  const places = [...items.entries()].sort(([a, one], [b, other]) => timeOf(other) - timeOf(one) || b - a);
  let next = Number.MAX_SAFE_INTEGER;
  const given = places.map(([at, item]) => {
    const id = Math.min(timeOf(item), next);
    next = id - 1;
    return { at, id, item };
  });
  return given.sort((a, b) => a.at - b.at).map(({ id, item }) => [id, item]);
}

/** The first eight hex digits of the SHA-1 of a plain field, as a number. */
const checksum = (plain: string): number =>
  Number.parseInt(bytesToHex(sha1(utf8ToBytes(plain))).slice(0, 8), 16);
