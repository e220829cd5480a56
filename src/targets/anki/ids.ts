import { rank } from '../../files/hash.ts';

/**
 * An id for a deck or a preset that depends on the words alone: milliseconds in the summer of 2017, before any that
 * Anki gives itself to what a learner makes now.
 */
export const fixedId = (...words: readonly string[]): number => 1_500_000_000_000 + rank(...words);
