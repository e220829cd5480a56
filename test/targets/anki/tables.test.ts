import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import initSqlJs from 'sql.js';
import { kindNames } from '../../../src/bank/kinds/index.ts';
import { emptyLock } from '../../../src/identity/lock.ts';
import type { Deck } from '../../../src/targets/anki/build.ts';
import { goodBank } from '../../bank/bank-of.ts';
import { everyKind } from '../../bank/every-kind.ts';
import { buildDeck } from './build-deck.ts';
import { dressedTypes } from './cards/read.ts';
import { render } from './cards/render.ts';

// The package as any reader sees it: every entry of the zip, every column of every table, against what Anki's importer
// takes (docs/anki.md).

type Row = Readonly<Record<string, number | string>>;

interface Package {
  readonly deck: Deck;
  readonly files: Readonly<Record<string, Uint8Array>>;
  rows(query: string): Row[];
}

const built = Date.now() - 60_000;

async function read(): Promise<Package> {
  const extra = {
    'deck.yaml':
      'deck: "Every::kind"\nid: a-bank\nlanguage: en-GB\nsubdecks: topic\nsources: {essay: {title: E}}\nanki: {retention: 0.85}\n',
    '02-more.yaml':
      'topic: Zzz\nquestions:\n  - {id: again, ask: "Cafe\u0301 <b> & [sound:x.mp3] {{c1::no}}?", answer: b, tags: [x, y::z], image: {file: copy.png, alt: C}}\n',
  };
  const bank = goodBank(everyKind, extra, ['map.png', 'copy.png', 'word.mp3']);
  const deck = await buildDeck(bank, emptyLock(bank.id), built, (path) =>
    Buffer.from(path.endsWith('.png') ? 'a picture' : 'a sound'),
  );
  const files = unzipSync(deck.apkg);
  const SQL = await initSqlJs();
  const db = new SQL.Database(files['collection.anki2']);
  const rows = (query: string) => {
    const [result] = db.exec(query);
    return (result?.values ?? []).map((values) =>
      Object.fromEntries(values.map((value, at) => [result?.columns[at] ?? '', value])),
    ) as Row[];
  };
  return { deck, files, rows };
}

const opened = read();
const json = async (column: string) => {
  const { rows } = await opened;
  return JSON.parse(String(rows('SELECT * FROM col')[0]?.[column]));
};
const notes = async () => (await opened).rows('SELECT * FROM notes ORDER BY id');
const cards = async () => (await opened).rows('SELECT * FROM cards ORDER BY due, id');
const typeOf = (note: Row) => dressedTypes.find(({ id }) => id === note.mid);
const fieldsOf = (note: Row) => String(note.flds).split('\u001f');
const named = (note: Row) =>
  Object.fromEntries(typeOf(note)?.fields.map(({ name }, at) => [name, fieldsOf(note)[at] ?? '']) ?? []);

describe('the zip', () => {
  test('holds the collection, the list of media and the media, and nothing that means another format', async () => {
    const { files } = await opened;
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['collection.anki2', 'media', '0', '1']));
    expect(Object.keys(files)).toHaveLength(4);
  });

  test('has one time for all entries, whatever the clock says', async () => {
    const { apkg } = (await opened).deck;
    const bytes = Buffer.from(apkg);
    let entries = 0;
    for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50; entries++) {
      // Midnight of 1 January 1980, the first that a zip can say.
      expect([bytes.readUInt16LE(at + 10), bytes.readUInt16LE(at + 12)]).toEqual([0, 0x21]);
      at += 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28) + bytes.readUInt32LE(at + 18);
    }
    expect(entries).toBe(4);
  });

  test('lists media by safe names that notes refer to, each once', async () => {
    const { files } = await opened;
    const media = JSON.parse(Buffer.from(files.media ?? []).toString()) as Record<string, string>;
    expect(Object.keys(media)).toEqual(['0', '1']);
    const text = (await notes()).map((note) => note.flds).join();
    for (const name of Object.values(media)) {
      expect(name).toMatch(/^recto-[0-9a-f]{20}\.(png|mp3)$/);
      expect(text).toContain(name);
    }
    const referred = [...text.matchAll(/(?:src="|\[sound:)(recto-[^"\]]*)/g)].map(([, name]) => name);
    expect([...new Set(referred)].sort()).toEqual(Object.values(media).sort());
  });

  test('is the same to the byte when it is built again', async () => {
    const again = await read();
    expect(Buffer.compare(Buffer.from(again.deck.apkg), Buffer.from((await opened).deck.apkg))).toBe(0);
  });
});

describe('the table col', () => {
  test('has one row of schema 11, which begins with a day', async () => {
    const [row, ...others] = (await opened).rows('SELECT * FROM col');
    expect(others).toEqual([]);
    expect(row).toMatchObject({ id: 1, ver: 11, dty: 0, usn: 0, ls: 0, tags: '{}', mod: row?.scm });
    expect(Number(row?.crt) % 86_400).toBe(0);
    expect(Number(row?.crt) * 1000).toBeLessThanOrEqual(built);
    expect(Number(row?.mod)).toBe(Math.floor(built / 1000) * 1000);
  });

  test('has note types with all keys that Anki asks for, and no others than the notes have', async () => {
    const models = await json('models');
    const used = [...new Set((await notes()).map((note) => String(note.mid)))];
    expect(Object.keys(models).sort()).toEqual(used.sort());
    for (const [id, model] of Object.entries<Record<string, unknown>>(models)) {
      expect(String(model.id)).toBe(id);
      // No deck that a learner does not have, and the field to sort by that learners' collections have.
      expect(model).toMatchObject({ did: null, sortf: 0 });
      const keys = ['name', 'type', 'mod', 'usn', 'sortf', 'did', 'tmpls', 'flds', 'css', 'latexPre', 'req'];
      expect(Object.keys(model)).toEqual(expect.arrayContaining(keys));
      for (const part of [...(model.flds as object[]), ...(model.tmpls as object[])])
        expect(part).toMatchObject({
          id: expect.any(Number),
          name: expect.any(String),
          ord: expect.any(Number),
        });
    }
  });

  test('says which scheduler it is for, or old versions of Anki take it for the first', async () => {
    expect(await json('conf')).toMatchObject({ schedVer: 2 });
  });

  test('has the default deck and ours, none of ours with its id', async () => {
    const decks = await json('decks');
    expect(Object.values<{ name: string }>(decks).map(({ name }) => name)).toEqual([
      'Default',
      'Every::kind',
      'Every::kind::A topic',
      'Every::kind::Zzz',
    ]);
    const options = await json('dconf');
    for (const [id, deck] of Object.entries<Record<string, unknown>>(decks)) {
      const keys = [
        'lrnToday',
        'revToday',
        'newToday',
        'timeToday',
        'collapsed',
        'browserCollapsed',
        'usn',
        'mod',
      ];
      expect(Object.keys(deck)).toEqual(expect.arrayContaining(keys));
      expect(deck).toMatchObject({ id: Number(id), dyn: 0, md: false });
      expect(Object.keys(options)).toContain(String(deck.conf));
    }
    expect(Object.keys(options)).toEqual(['1', expect.stringMatching(/^15\d{11}$/)]);
  });
});

describe('the table notes', () => {
  test('has ids and guids of its own, none of them in the future', async () => {
    const all = await notes();
    expect(all.length).toBeGreaterThan(kindNames.length);
    for (const column of ['id', 'guid'])
      expect(new Set(all.map((note) => note[column])).size).toBe(all.length);
    for (const note of all) {
      expect(Number(note.id)).toBeLessThanOrEqual(built);
      expect(note.mod).toBe(Math.floor(built / 1000));
      expect(note).toMatchObject({ usn: -1, flags: 0, data: '' });
      expect(note.guid).toMatch(/^[\w-]{16}$/);
    }
  });

  test('has tags with a space at both ends and one between, all below the bank', async () => {
    for (const { tags } of await notes()) expect(tags).toMatch(/^( a-bank::[^\s"]+)+ $/);
  });

  test('has as many fields as the note type', async () => {
    for (const note of await notes()) expect(fieldsOf(note)).toHaveLength(typeOf(note)?.fields.length ?? 0);
  });

  test('has the first field without marks to sort by, and its checksum', async () => {
    for (const note of await notes()) {
      const [first = ''] = fieldsOf(note);
      if (!/[<&]/.test(first)) expect(String(note.sfld)).toBe(first);
      const hash = createHash('sha1').update(String(note.sfld)).digest('hex');
      expect(note.csum).toBe(Number.parseInt(hash.slice(0, 8), 16));
    }
    const again = (await notes()).find(({ sfld }) => String(sfld).startsWith('Caf'));
    expect(again?.sfld).toBe('Café <b> & [sound:x.mp3] {{c1::no}}?'.normalize('NFC'));
  });
});

describe('the table cards', () => {
  test('has just the cards that the templates call for', async () => {
    const all = await cards();
    for (const note of await notes()) {
      const ordinals = all.filter(({ nid }) => nid === note.id).map(({ ord }) => ord);
      expect([note.sfld, ordinals]).toEqual([note.sfld, expectedOrdinals(note)]);
    }
  });

  test('has new cards in the order of the bank, with nothing learnt', async () => {
    const { deck } = await opened;
    const all = await cards();
    const guids = new Map((await notes()).map(({ id, guid }) => [id, guid]));
    const order = deck.notes.flatMap(({ entry, content }) => content.cards.map((ord) => [entry.guid, ord]));
    expect(all.map(({ nid, ord }) => [guids.get(nid ?? 0), ord])).toEqual(order);
    expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).sort((a, b) => Number(a) - Number(b)));
    const none = ['type', 'queue', 'ivl', 'factor', 'reps', 'lapses', 'left', 'odue', 'odid', 'flags'];
    for (const card of all) {
      expect(card).toMatchObject({ usn: -1, data: '', mod: Math.floor(built / 1000) });
      expect(none.map((column) => card[column])).toEqual(none.map(() => 0));
      expect(Number(card.id)).toBeLessThanOrEqual(built);
    }
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  test('has each card in a deck of ours', async () => {
    const decks = await json('decks');
    for (const { did } of await cards()) expect(decks[String(did)]?.name).toMatch(/^Every::kind::/);
  });
});

test('nothing was ever reviewed or deleted', async () => {
  const { rows } = await opened;
  expect([...rows('SELECT * FROM revlog'), ...rows('SELECT * FROM graves')]).toEqual([]);
});

/** What Anki would make of a note: a card for each front that says something, or for each number that is shown. */
function expectedOrdinals(note: Row): number[] {
  const type = typeOf(note);
  const fields = named(note);
  if (type?.cloze) {
    const front = type.templates[0]?.front ?? '';
    const shown = [...front.matchAll(/\{\{cloze:([^}]+)\}\}/g)].map(([, name = '']) => fields[name] ?? '');
    const numbers = [...shown.join().matchAll(/\{\{c(\d+)::/g)].map(([, number]) => Number(number) - 1);
    return [...new Set(numbers)].sort((a, b) => a - b);
  }
  const empty = Object.fromEntries(Object.keys(fields).map((name) => [name, '']));
  return (type?.templates ?? []).flatMap(({ front }, ordinal) =>
    render(front, fields) === render(front, empty) ? [] : [ordinal],
  );
}
