import initSqlJs from 'sql.js';
import type { Bank } from '../../bank/bank.ts';
import type { ReadAsset } from '../../files/asset.ts';
import type { Decisions } from '../../identity/decisions.ts';
import type { Lock } from '../../identity/lock.ts';
import { type Settled, settle } from '../../identity/settle.ts';
import { changesSince } from '../../identity/since.ts';
import type { Job, News } from '../target.ts';
import { cardReader } from './cards/read.ts';
import { historyFindings } from './histories.ts';
import { Media } from './media.ts';
import type { NoteContent } from './note.ts';
import { writePackage } from './package.ts';
import { releaseOf } from './release.ts';
import { releaseNotes } from './release-notes.ts';
import { fieldNames, noteWriter } from './writer.ts';

/** A deck ready to be written. */
export interface Deck extends Settled<NoteContent> {
  readonly apkg: Uint8Array;
}

/**
 * What the deck's learners will get, without writing the package; `now` in milliseconds. With risks among the changes it must
 * not be published.
 */
export function planDeck(
  bank: Bank,
  lock: Lock,
  now: number,
  readMedia: (path: string) => Uint8Array,
  decisions?: Decisions,
): Settled<NoteContent> & { media: Media } {
  const media = new Media(readMedia);
  const writer = noteWriter(bank, media);
  return { ...settle(bank.id, lock, now, writer, decisions), media };
}

/** Compiles a bank to an Anki package. `readMedia` gives a file of the bank's folder, `readAsset` the cards' templates. */
export async function buildDeck(
  bank: Bank,
  lock: Lock,
  now: number,
  readMedia: (path: string) => Uint8Array,
  readAsset: ReadAsset,
  decisions?: Decisions,
): Promise<Deck> {
  const { media, ...settled } = planDeck(bank, lock, now, readMedia, decisions);
  const SQL = await initSqlJs();
  const apkg = writePackage(SQL, bank, settled.notes, media.files, cardReader(readAsset));
  return { ...settled, apkg };
}

/** What learners will get, and what they are told of it. */
export function newsOf(
  { bank, since, now }: Pick<Job, 'bank' | 'since' | 'now'>,
  { lock, changes, notes }: Settled<NoteContent>,
): News {
  const released = since ? changesSince({ lock, notes }, since, now, fieldNames) : changes;
  return {
    lock,
    changes,
    findings: historyFindings(bank, changes),
    notes: notes.length,
    cards: notes.reduce((sum, { content }) => sum + content.cards.length, 0),
    release: releaseOf(bank, released),
    releaseNotes: () => releaseNotes(bank, released),
  };
}
