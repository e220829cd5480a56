import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { listedFiles } from '../build-json.ts';
import { placeInside } from '../files/inside.ts';
import { textFile } from '../files/output-file.ts';
import type { Change } from '../files/write.ts';
import { BadLock } from '../identity/entry.ts';
import { formatLock, type Lock, parseLock, unitedLocks } from '../identity/lock.ts';
import { shownPath } from '../node.ts';
import { present } from '../text/present.ts';
import type { OpenBank } from './banks.ts';
import { readIfThere } from './read-file.ts';
import { type Terminal, UsageError } from './terminal.ts';
import { paragraph } from './wording.ts';

/** The lock of a bank as it lies on the disk. */
export interface LockFile {
  readonly lock: Lock;
  /** The text of the bank's own file, '' when there is none. */
  readonly text: string;
  /** The path of another file of the bank, which was one file and is a folder now, or the other way round. */
  readonly elsewhere: string | undefined;
}

/**
 * Reads the lock of a bank, an empty one when the bank was never built. Where it lies at its old place, or at both as a merge
 * may leave it, all that is known counts.
 * @throws {UsageError} when there is a lock file that cannot be used
 */
export function readLock(open: OpenBank, bank: string, { cwd }: Terminal): LockFile {
  const { lockPath, folder, path } = open;
  const own = readIfThere(lockPath, folder);
  const elsewhere = movedLock(open, bank);
  const locks = [
    ...(own === undefined ? [] : [readLockText(own, bank, `the lock file of "${path}"`)]),
    ...(elsewhere === undefined
      ? []
      : [readLockText(readIfThere(elsewhere) ?? '', bank, `the lock file "${shownPath(elsewhere, cwd)}"`)]),
  ];
  const [lock, more] = locks;
  if (!lock) refuseStray(open, bank, cwd);
  return { lock: lock && !more ? lock : unitedLocks(bank, locks), text: own ?? '', elsewhere };
}

/**
 * The lock that a file's text is; `name` is the file in messages.
 * @throws {UsageError} when it cannot be used
 */
export function readLockText(text: string, bank: string, name: string): Lock {
  try {
    return parseLock(text.replace(/^\ufeff/, ''), bank);
  } catch (error) {
    if (!(error instanceof BadLock)) throw error;
    throw new UsageError(`${name} cannot be used: ${error.message}`);
  }
}

/**
 * Where else the bank's lock lies, if the bank was one file and is a folder of that name now, or the other way round, and is no
 * bank there any more.
 */
function movedLock({ files, folder, lockPath }: OpenBank, bank: string): string | undefined {
  const name = lockPath.replace(/\.lock\.json$/, '');
  const place = files.form === 'folder' ? `${folder}.lock.json` : join(name, 'deck.lock.json');
  const banks = files.form === 'folder' ? [`${folder}.yaml`, `${folder}.yml`] : [join(name, 'deck.yaml')];
  const text = readIfThere(place);
  // One that does not tell is damaged, and is said to be.
  const isIts = text !== undefined && (bankOfLock(text) ?? bank) === bank;
  return isIts && !banks.some((path) => existsSync(path)) ? place : undefined;
}

/**
 * Refuses to begin anew where a lock of the bank lies beside it under another name: that would be a new identity, unsaid.
 * @throws {UsageError}
 */
function refuseStray({ files, folder, lockPath, path }: OpenBank, bank: string, cwd: string): void {
  const places =
    files.form === 'folder' ? [...locksIn(dirname(folder)), ...locksIn(folder)] : locksIn(folder);
  const stray = places.find((place) => bankOfLock(readIfThere(place) ?? '') === bank);
  if (stray === undefined) return;
  const [found, own] = [stray, lockPath].map((place) => shownPath(place, cwd));
  throw new UsageError(
    `"${path}" has no lock file, and "${found}" is one of its id: rename it to "${own}" if it is the bank's, or else move it away`,
  );
}

const locksIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.lock.json'))
    .sort()
    .map((name) => join(folder, name));

/** The bank that a lock file names in its head, so that it is known also where the rest of it is damaged. */
const bankOfLock = (text: string): string | undefined =>
  /^\s*"bank":\s*"([^"]*)"/m.exec(text.slice(0, 1000))?.[1];

/** True for a bank that was never built, or whose lock is lost. */
export const isMissing = ({ text, elsewhere }: LockFile): boolean => text === '' && elsewhere === undefined;

/** True for a file that says what the lock says, in the file's own format. */
export const isUpToDate = ({ lock, text, elsewhere }: LockFile, now: Lock): boolean =>
  elsewhere === undefined && text === formatLock(now, lock.format);

/**
 * What is to be written before the package: the lock, where it has changed or is to move. It may know of more than learners
 * were ever given, but never of less: then the next build would give the number of one part, or the time of one change, to
 * another.
 */
export function changesOfLock({ lockPath, folder }: OpenBank, file: LockFile, now: Lock): Change[] {
  const { text, elsewhere } = file;
  const after = formatLock(now);
  if (after === text && elsewhere === undefined) return [];
  const place = text === '' ? lockPath : present(placeInside(folder, lockPath), 'lock file in the bank');
  const lock = { ...textFile(basename(place), after), before: Buffer.from(text) };
  const moved: Change[] =
    elsewhere === undefined ? [] : [{ folder: dirname(elsewhere), files: [], stale: [basename(elsewhere)] }];
  return [{ folder: dirname(place), files: [lock], lasting: true }, ...moved];
}

/**
 * What to say when there is no lock file: that the build makes one, which must be kept; and what is lost if learners
 * already have the deck, which the author knows for sure, and we can guess if the output folder holds an earlier build.
 */
export function missingLock({ lockPath }: OpenBank, bank: string, out: string, terminal: Terminal): string {
  const { cwd } = terminal;
  const built = listedFiles(readIfThere(resolve(cwd, out, bank, 'build.json')));
  const known = built.some(({ path }) => path === `${bank}.apkg`)
    ? 'This bank was built here before, so there should be one: restore it from git, or make it with "recto lock" from the package.'
    : 'If learners already have this deck, restore their lock file from git instead, or make it with "recto lock" from the package that they have.';
  return paragraph(
    `There is no ${shownPath(lockPath, cwd)}. The build makes one; commit it with the questions. ${known} ` +
      'Without it the next import doubles nothing and loses no schedule, but it overwrites what learners edited, and ' +
      "in questions whose parts were added or removed over time a card may get another part's text.",
    terminal,
  );
}

/** What to say when a build that must not change the lock file would change it; `said` is what learners would get. */
export function outdatedLock(
  { lockPath }: OpenBank,
  { text, elsewhere }: LockFile,
  said: string,
  terminal: Terminal,
): string {
  const away = elsewhere === undefined ? 'is missing' : `lies at ${shownPath(elsewhere, terminal.cwd)} yet`;
  const how = text === '' ? away : `is not up to date: ${said}`;
  const file = shownPath(lockPath, terminal.cwd);
  return paragraph(`${file} ${how}. Run "recto build" without --frozen and commit the file.`, terminal);
}
