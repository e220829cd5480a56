import { BadLock, emptyLock, type Lock, parseLock } from '../anki/lock.ts';
import type { OpenBank } from './banks.ts';
import { readIfThere } from './read-file.ts';
import { UsageError } from './terminal.ts';

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
