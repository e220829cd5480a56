import type { OpenBank } from './banks.ts';
import { readIfThere } from './read-file.ts';

/**
 * The ids of all notes that a lock file knows, those of questions that have gone among them. One line holds one note,
 * so that this works where the file as a whole cannot be read: with a merge's conflict marks in it, or for a bank whose
 * deck.yaml is not valid.
 */
export function idsInLock({ lockPath, folder }: Pick<OpenBank, 'lockPath' | 'folder'>): string[] {
  const text = readIfThere(lockPath, folder) ?? '';
  return text.match(/(?<=^ *")[a-z0-9][a-z0-9-]*(?=": *\{ *")/gm) ?? [];
}
