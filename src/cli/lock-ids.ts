import { readIfThere } from './read-file.ts';

/**
 * The ids of all notes that a lock file knows, those of questions that have gone among them. One line holds one note,
 * so that this works where the file as a whole cannot be read: with a merge's conflict marks in it, or for a bank whose
 * deck.yaml is not valid.
 */
export function idsInLock(path: string): string[] {
  const text = readIfThere(path) ?? '';
  return [...text.matchAll(/(?<=^ *")[a-z0-9][a-z0-9-]*(?=": *\{ *")/gm)].map(([id]) => id);
}
