import { basename, dirname, resolve } from 'node:path';
import { listedFiles } from '../build-json.ts';
import { placeInside } from '../files/inside.ts';
import { textFile } from '../files/output-file.ts';
import type { Change } from '../files/write.ts';
import { BadLock } from '../identity/entry.ts';
import { emptyLock, type Lock, parseLock } from '../identity/lock.ts';
import { shownPath } from '../node.ts';
import { present } from '../text/present.ts';
import type { OpenBank } from './banks.ts';
import { readIfThere } from './read-file.ts';
import { type Terminal, UsageError } from './terminal.ts';
import { paragraph } from './wording.ts';

/**
 * Reads the lock of a bank, an empty one when the bank was never built, and the file's text, '' when there is none.
 * @throws {UsageError} when there is a lock file that cannot be used
 */
export function readLock({ lockPath, folder, path }: OpenBank, bank: string): { lock: Lock; text: string } {
  const text = readIfThere(lockPath, folder);
  if (text === undefined) return { lock: emptyLock(bank), text: '' };
  try {
    return { lock: parseLock(text, bank), text };
  } catch (error) {
    if (!(error instanceof BadLock)) throw error;
    throw new UsageError(`the lock file of "${path}" cannot be used: ${error.message}`);
  }
}

/**
 * What is to be written before the package: the lock, where it has changed. It may know of more than learners were ever
 * given, but never of less: then the next build would give the number of one part, or the time of one change, to another.
 */
export function changeOfLock({ lockPath, folder }: OpenBank, before: string, after: string): Change {
  const place = before === '' ? lockPath : present(placeInside(folder, lockPath), 'lock file in the bank');
  const lock = { ...textFile(basename(place), after), before: Buffer.from(before) };
  return { folder: dirname(place), files: after === before ? [] : [lock], lasting: true };
}

/**
 * What to say when there is no lock file: that the build makes one, which must be kept; and what is lost if learners
 * already have the deck, which the author knows for sure, and we can guess if the output folder holds an earlier build.
 */
export function missingLock({ lockPath }: OpenBank, bank: string, out: string, terminal: Terminal): string {
  const { cwd } = terminal;
  const built = listedFiles(readIfThere(resolve(cwd, out, bank, 'build.json')));
  const known = built.some(({ path }) => path === `${bank}.apkg`)
    ? 'This bank was built here before, so there should be one: restore it from git.'
    : 'If learners already have this deck, restore their lock file from git instead.';
  return paragraph(
    `There is no ${shownPath(lockPath, cwd)}. The build makes one; commit it with the questions. ${known} ` +
      'Without it the next import doubles nothing and loses no schedule, but it overwrites what learners edited, and ' +
      "in questions whose parts were added or removed over time a card may get another part's text.",
    terminal,
  );
}

/** What to say when a build that must not change the lock file would change it; `said` is what learners would get. */
export function outdatedLock({ lockPath }: OpenBank, text: string, said: string, terminal: Terminal): string {
  const how = text === '' ? 'is missing' : `is not up to date: ${said}`;
  const file = shownPath(lockPath, terminal.cwd);
  return paragraph(`${file} ${how}. Run "recto build" without --frozen and commit the file.`, terminal);
}
