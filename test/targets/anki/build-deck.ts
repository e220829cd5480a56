import type { Bank } from '../../../src/bank/bank.ts';
import type { Decisions } from '../../../src/identity/decisions.ts';
import type { Lock } from '../../../src/identity/lock.ts';
import { readAsset } from '../../../src/node.ts';
import { buildDeck as build, type Deck } from '../../../src/targets/anki/build.ts';

/** Compiles a bank to an Anki package, with the cards' templates as they are. */
export const buildDeck = (
  bank: Bank,
  lock: Lock,
  now: number,
  readMedia: (path: string) => Uint8Array,
  decisions?: Decisions,
): Promise<Deck> => build(bank, lock, now, readMedia, readAsset, decisions);
