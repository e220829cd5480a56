import { error } from '../rule.ts';

export const numbersUsedUp = error('numbers-used-up', 'A part for which Anki has no card left.');
