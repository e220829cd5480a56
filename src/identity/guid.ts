import { digest } from '../files/hash.ts';
import type { NoteQuestion, NoteTypeKey } from './note.ts';

/** So many notes of one name are looked through; a second one is rare, and a third was never seen. */
const mostTurns = 20;

/**
 * A note's identity: bank, question and note type, never its text. The note type is part of it because Anki cannot move
 * a note to another one; a question that changes to another type is a new note to it.
 * @param turn from 2 on where a question that was renamed or has gone already has the guid
 */
export function guidOf(bank: string, id: string, type: NoteTypeKey, turn = 1): string {
  const bytes = digest('note', bank, turn === 1 ? id : `${id}#${turn}`, type).subarray(0, 12);
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

/** True for a guid that a question's note of this type may have got from any of the question's ids. */
export function isExplained(
  guid: string,
  bank: string,
  { id, was }: Pick<NoteQuestion, 'id' | 'was'>,
  type: NoteTypeKey,
): boolean {
  const names = [id, ...was];
  if (names.some((name) => guidOf(bank, name, type) === guid)) return true;
  const turns = Array.from({ length: mostTurns }, (_, at) => at + 2);
  return names.some((name) => turns.some((turn) => guidOf(bank, name, type, turn) === guid));
}
