import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { textFile } from '../files/output-file.ts';
import type { Change } from '../files/write.ts';
import type { Lock } from '../identity/lock.ts';
import type { News } from '../targets/target.ts';
import { readLockText } from './lock-file.ts';
import { readIfThere } from './read-file.ts';
import { type Terminal, UsageError } from './terminal.ts';
import { paragraph } from './wording.ts';

/** What was asked for: notes in a file, and since when. */
interface Asked {
  readonly notes: string | undefined;
  readonly since: string | undefined;
  readonly dryRun: boolean;
}

/**
 * Refuses release notes of several banks at once, and a file that would take the place of something of a bank.
 * @param banks how many there are
 * @throws {UsageError}
 */
export function refuseUnclearNotes({ notes, since, dryRun }: Asked, banks: number, cwd: string): void {
  const option = notes === undefined ? '--since' : '--notes';
  if ((notes !== undefined || since !== undefined) && banks !== 1)
    throw new UsageError(`${option} is for one bank, and these are ${banks}; name the one that is meant`);
  if (notes === undefined) return;
  if (dryRun) throw new UsageError('--dry-run writes nothing, and --notes names a file; give one of them');
  if (!/\.md$/i.test(notes)) throw new UsageError(`--notes writes Markdown; give "${notes}" the ending .md`);
  const place = resolve(cwd, dirname(notes));
  if (isInBank(place)) throw new UsageError(`--notes "${notes}" lies in a bank's own folder; name another`);
}

function isInBank(folder: string): boolean {
  if (existsSync(join(folder, 'deck.yaml'))) return true;
  const above = dirname(folder);
  return above !== folder && isInBank(above);
}

/**
 * Reads the older lock that learners' news are told since; undefined where none is named.
 * @throws {UsageError} when it is not there, or is no lock of this bank
 */
export function readSince(path: string | undefined, bank: string, { cwd }: Terminal): Lock | undefined {
  if (path === undefined) return undefined;
  const text = readIfThere(resolve(cwd, path));
  if (text === undefined) throw new UsageError(`there is no "${path}", which --since names`);
  return readLockText(text, bank, `"${path}", which --since names,`);
}

/**
 * The release notes as a file to be written, if they are asked for. Where nothing changes for learners the file stays as
 * it is, which may hold the notes of the build before, and that is said.
 * @throws {UsageError} where no deck is made that they could be about
 */
export function changeOfNotes(
  { notes, since }: Asked,
  news: News | undefined,
  terminal: Terminal,
): readonly Change[] {
  if (notes === undefined) return [];
  if (!news) throw new UsageError('--notes tells of the deck, and no deck is asked for');
  if (news.release.sentences.length === 0) {
    const when = since === undefined ? 'since the last build' : `since ${since}`;
    const how = since === undefined ? '; --since compares with an older lock file' : '';
    const text = `Nothing has changed for learners ${when}, so "${notes}" is not written${how}.`;
    terminal.err(paragraph(text, terminal));
    return [];
  }
  const path = resolve(terminal.cwd, notes);
  return [{ folder: dirname(path), files: [textFile(basename(path), news.releaseNotes())] }];
}
