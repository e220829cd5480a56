import { error } from '../rule.ts';

export const oneNoteTwice = error('one-note-twice', 'Two questions that the lock file gives one note.');
