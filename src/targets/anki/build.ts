import initSqlJs from 'sql.js';
import type { Bank } from '../../bank/bank.ts';
import type { ReadAsset } from '../../files/asset.ts';
import type { Lock } from '../../identity/lock.ts';
import { type Settled, settle } from '../../identity/settle.ts';
import { cardReader } from './cards/read.ts';
import { Media } from './media.ts';
import type { NoteContent } from './note.ts';
import { writePackage } from './package.ts';
import { noteWriter } from './writer.ts';

/** A deck ready to be written. */
export interface Deck extends Settled<NoteContent> {
  readonly apkg: Uint8Array;
}

/** What the deck's learners will get, without writing the package; `now` in milliseconds. */
export function planDeck(
  bank: Bank,
  lock: Lock,
  now: number,
  readMedia: (path: string) => Uint8Array,
): Settled<NoteContent> & { media: Media } {
  const media = new Media(readMedia);
  const writer = noteWriter(bank, media);
  return { ...settle(bank.id, lock, now, writer), media };
}

/** Compiles a bank to an Anki package. `readMedia` gives a file of the bank's folder, `readAsset` the cards' templates. */
export async function buildDeck(
  bank: Bank,
  lock: Lock,
  now: number,
  readMedia: (path: string) => Uint8Array,
  readAsset: ReadAsset,
): Promise<Deck> {
  const { media, ...settled } = planDeck(bank, lock, now, readMedia);
  const SQL = await initSqlJs();
  const apkg = writePackage(SQL, bank, settled.notes, media.files, cardReader(readAsset));
  return { ...settled, apkg };
}
