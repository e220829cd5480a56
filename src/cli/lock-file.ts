import { BadLock, emptyLock, type Lock, parseLock } from '../anki/lock.ts';
import { shownPath } from '../bank/read.ts';
import type { OpenBank } from './banks.ts';
import { wrap } from './changes.ts';
import { readIfThere } from './read-file.ts';
import { type Terminal, UsageError } from './terminal.ts';

/** A lock file's text; empty when there is none. */
export type LockText = string;

/**
 * Reads the lock of a bank, an empty one when the bank was never built.
 * @throws {UsageError} when there is a lock file that cannot be used
 */
export function readLock({ lockPath, path }: OpenBank, bank: string): { lock: Lock; text: LockText } {
  const text = readIfThere(lockPath);
  if (text === undefined) return { lock: emptyLock(bank), text: '' };
  try {
    return { lock: parseLock(text, bank), text };
  } catch (error) {
    if (!(error instanceof BadLock)) throw error;
    throw new UsageError(`the lock file of "${path}" cannot be used: ${error.message}`);
  }
}

/**
 * What to say when there is no lock file: that the build makes one, which must be kept; and what is lost if learners
 * already have the deck, which nobody but the author knows for sure.
 * @param wasBuilt the output folder holds an earlier build of the bank
 */
export function missingLock(lockPath: string, wasBuilt: boolean, { cwd, columns }: Terminal): string {
  const known = wasBuilt
    ? 'This bank was built here before, so there should be one: restore it from git.'
    : 'If learners already have this deck, restore their lock file from git instead.';
  const text =
    `There is no ${shownPath(lockPath, cwd)}. The build makes one; commit it with the questions. ${known} ` +
    'Without it the next import doubles nothing and loses no schedule, but it overwrites what learners edited, and ' +
    "in questions whose parts were added or removed over time a card may get another part's text.";
  return `${wrap(text, '', Math.min(Math.max(columns, 40), 100))}\n`;
}
