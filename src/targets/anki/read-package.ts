import { unzipSync } from 'fflate';
import initSqlJs from 'sql.js';
import { present } from '../../text/present.ts';
import { type NoteType, noteTypes } from './note-types.ts';
import { plainField } from './plain-field.ts';

/** A file that is no package of ours; the message is for the user. */
export class BadPackage extends Error {}

/** A note as a package brings it. */
export interface PackageNote {
  readonly guid: string;
  /** Its id, in milliseconds. */
  readonly created: number;
  /** Its `mod`, in seconds. */
  readonly changed: number;
  readonly type: NoteType;
  /** In the order of the note type. */
  readonly fields: readonly (readonly [name: string, html: string])[];
  readonly tags: readonly string[];
  /** The bank that it came from, and the first id of its question. */
  readonly bank: string;
  readonly id: string;
}

/**
 * The notes of a package that we have made, those that questions left behind among them.
 * @throws {BadPackage} for any other file
 */
export async function readPackage(bytes: Uint8Array): Promise<PackageNote[]> {
  const collection = collectionIn(bytes);
  const SQL = await initSqlJs();
  const db = new SQL.Database(collection);
  try {
    const [found] = db.exec('SELECT guid, id, mod, mid, flds, tags FROM notes');
    return (found?.values ?? []).map(noteOf);
  } catch (error) {
    if (error instanceof BadPackage) throw error;
    throw new BadPackage('it holds no notes that can be read');
  } finally {
    db.close();
  }
}

function collectionIn(bytes: Uint8Array): Uint8Array {
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, { filter: ({ name }) => name === 'collection.anki2' || name === 'meta' });
  } catch {
    throw new BadPackage('it is no Anki package');
  }
  if (files.meta) throw new BadPackage('Anki itself has exported it; take the package that you published');
  const collection = files['collection.anki2'];
  if (!collection) throw new BadPackage('it is no Anki package');
  return collection;
}

const types: ReadonlyMap<number, NoteType> = new Map(Object.values(noteTypes).map((type) => [type.id, type]));

function noteOf(row: readonly unknown[]): PackageNote {
  const [guid, created, changed, mid, fields, tags] = row as [string, number, number, number, string, string];
  const type = types.get(mid);
  if (!type) throw new BadPackage('it has notes that are not of Recto Verso');
  const texts = fields.split('\u001f');
  const named = type.fields.map(({ name }, at) => [name, texts[at] ?? ''] as const);
  const { bank, id } = dataOf(
    present(
      named.find(([name]) => name === 'Data'),
      'field "Data"',
    )[1],
  );
  return { guid, created, changed, type, fields: named, tags: tags.split(' ').filter(Boolean), bank, id };
}

function dataOf(html: string): { bank: string; id: string } {
  try {
    const { bank, id } = JSON.parse(plainField(html)) as Record<string, unknown>;
    if (typeof bank === 'string' && typeof id === 'string') return { bank, id };
  } catch {
    // Said below.
  }
  throw new BadPackage('it has notes that do not tell of which bank they are');
}
