import type { Bank } from '../../src/bank/bank.ts';
import { hasErrors } from '../../src/bank/diagnostic.ts';
import type { Changes } from '../../src/identity/changes.ts';
import type { Lock } from '../../src/identity/lock.ts';
import { type Settled, settle } from '../../src/identity/settle.ts';
import { readAsset } from '../../src/node.ts';
import { buildDeck, type Deck } from '../../src/targets/anki/build.ts';
import { Media } from '../../src/targets/anki/media.ts';
import type { NoteContent } from '../../src/targets/anki/note.ts';
import { noteWriter } from '../../src/targets/anki/writer.ts';
import { check, load } from '../bank/bank-of.ts';
import { sampleOf } from '../bank/media.ts';

export interface Risk {
  readonly what: 'lost' | 'moved' | 'clash';
  readonly id: string;
  readonly number: number;
  readonly before: string | undefined;
  readonly now: string | undefined;
}

export interface Decisions {
  readonly accept: readonly string[];
  readonly published: readonly string[];
}

type WithDecisions<Args extends unknown[], Result> = (...all: [...Args, Decisions]) => Result;

/** Settles a bank as a package of it would, without making one. */
export function settleBank(bank: Bank, lock: Lock, now: number, decisions: Decisions): Settled<NoteContent> {
  const media = new Media(sampleOf);
  const writer = noteWriter(bank, (file) => media.name(file));
  return (settle as WithDecisions<Parameters<typeof settle<NoteContent>>, Settled<NoteContent>>)(
    bank.id,
    lock,
    now,
    writer,
    decisions,
  );
}

export const packBank = (bank: Bank, lock: Lock, now: number, decisions: Decisions): Promise<Deck> =>
  (buildDeck as WithDecisions<Parameters<typeof buildDeck>, Promise<Deck>>)(
    bank,
    lock,
    now,
    sampleOf,
    readAsset,
    decisions,
  );

export const risksOf = (changes: Changes): readonly Risk[] =>
  (changes as { readonly risks?: readonly Risk[] }).risks ?? [];

interface EditedPart {
  readonly id: string;
  readonly number: number;
  readonly before: string | undefined;
  readonly now: string;
}

export const editedOf = (changes: Changes): readonly EditedPart[] =>
  (changes as { readonly edited?: readonly EditedPart[] }).edited ?? [];

/** True where the format knows what a part was. */
export const canSayWas = !hasErrors(check(load('  - {id: q, list: L, items: [{text: a, was: b}, c]}\n')));
