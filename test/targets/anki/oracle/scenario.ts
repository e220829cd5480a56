import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bank } from '../../../../src/bank/bank.ts';
import type { Decisions } from '../../../../src/identity/decisions.ts';
import { emptyLock, type Lock } from '../../../../src/identity/lock.ts';
import type { Deck } from '../../../../src/targets/anki/build.ts';
import { goodBank } from '../../../bank/bank-of.ts';
import { buildDeck } from '../build-deck.ts';
import { type ImportLog, type ImportOptions, Learner, type NoteRow, testWithAnki } from './anki.ts';
import type { Deed, History } from './deeds.ts';

/** A test of what docs/updates.md promises under this heading; test/docs/updates.test.ts holds the two together. */
export const scenario = (name: string, steps: () => void | Promise<void>): void =>
  testWithAnki(name, async () => steps(), 60_000);

/** What an import did, and what the learner has after it. */
export interface Imported {
  readonly log: ImportLog;
  readonly before: readonly History[];
  readonly after: readonly History[];
  readonly notes: Readonly<Record<string, NoteRow>>;
  /** Cards that Empty Cards would remove, as guid and ordinal. */
  readonly empty: readonly [string, number][];
}

const hour = 3_600_000;
const start = Date.now() - 1000 * hour;

/** An author who publishes version after version, an hour apart, and a learner who imports each. */
export class Story {
  readonly learner = new Learner();
  /** The present version. */
  deck: Deck | undefined;
  media: (path: string) => Uint8Array = () => new Uint8Array([1]);
  #now = start;
  #packages = 0;

  get lock(): Lock {
    return this.deck?.lock ?? emptyLock('a-bank');
  }

  /** The guid of a question's note. */
  guid(id: string): string {
    const entry = this.lock.notes[id];
    if (!entry) throw new Error(`the lock has no "${id}"`);
    return entry.guid;
  }

  /** Builds a version: questions as YAML, other files of the bank by name. */
  publish(questions: string, extra: Record<string, string> = {}, files: string[] = ['map.png']) {
    return this.build(goodBank(questions, extra, files));
  }

  async build(bank: Bank, lock = this.lock, decisions?: Decisions): Promise<Deck> {
    this.#now += hour;
    const deck = await buildDeck(bank, lock, this.#now, this.media, decisions);
    this.deck = deck;
    return deck;
  }

  /** The first version, imported, and the first `cards` cards of it studied. */
  async begin(questions: string, cards = 3, extra?: Record<string, string>): Promise<Deck> {
    const deck = await this.publish(questions, extra);
    this.learner.import(deck.apkg);
    const [learned] = this.do({ do: 'learn', deck: 'A deck', cards });
    expect(learned).toHaveLength(cards);
    return deck;
  }

  do(...deeds: Deed[]): unknown[] {
    return this.learner.run(...deeds);
  }

  /** Lets time pass: the next version is built at this time. */
  skipTo(time: number): void {
    this.#now = time - hour;
  }

  /** Publishes a version and imports it. */
  async update(questions: string, extra?: Record<string, string>): Promise<Imported> {
    return this.import((await this.publish(questions, extra)).apkg);
  }

  /**
   * Imports a package, and makes sure of what holds in every scenario: each card that was there is there still, with its
   * id, deck, schedule, flag and reviews; no note is doubled; every card renders; a second import changes nothing.
   */
  import(apkg: Uint8Array, options: ImportOptions = {}): Imported {
    const path = join(this.learner.folder, `update-${this.#packages++}.apkg`);
    writeFileSync(path, apkg);
    const again = { do: 'import', path, options } as const;
    const [before, log, after, guids, notes, empty, , , settled] = this.learner.run(
      { do: 'history' },
      again,
      { do: 'history' },
      { do: 'guids' },
      { do: 'notes' },
      { do: 'empty-cards' },
      { do: 'render' },
      again,
      { do: 'history' },
    ) as [
      History[],
      ImportLog,
      History[],
      string[],
      Imported['notes'],
      Imported['empty'],
      unknown,
      ImportLog,
      History[],
    ];
    expect(before.filter(notIn(after))).toEqual([]);
    expect(new Set(guids).size).toBe(guids.length);
    expect(settled).toEqual(after);
    return { log, before, after, notes, empty };
  }
}

const notIn = (rows: readonly History[]): ((row: History) => boolean) => {
  const known = new Set(rows.map((row) => JSON.stringify(row)));
  return (row) => !known.has(JSON.stringify(row));
};

/** The cards of a note that were studied, by ordinal from 0. */
export const studied = (rows: readonly History[], guid: string): number[] =>
  rows.filter(([id, , , , type]) => id === guid && type === 2).map(([, ord]) => ord);

/** All cards of a note, by ordinal from 0. */
export const cardsOf = (rows: readonly History[], guid: string): number[] =>
  rows.filter(([id]) => id === guid).map(([, ord]) => ord);
