import { groupBy } from '../text/group.ts';
import type { LockEntry } from './entry.ts';
import { guidOf } from './guid.ts';
import type { Lock } from './lock.ts';
import { united } from './merge.ts';
import type { NoteQuestion, NoteTypeKey } from './note.ts';

/** What the lock knows of a question. */
export interface Claim {
  /** The question's note, of the type that it has now. */
  readonly before: LockEntry | undefined;
  /** `before` had been left behind when the question became another type, and the question has come back to it. */
  readonly again: boolean;
  /** The note that the question leaves behind now. */
  readonly left: LockEntry | undefined;
  /** All notes that it left behind, now and earlier, each of another type. */
  readonly replaced: readonly LockEntry[];
  readonly renamedFrom: string | undefined;
  /** Another question of the bank that the lock gives the same note. */
  readonly double: string | undefined;
}

/** More than most banks have; a build counts the times of its new notes back from its own, a millisecond each. */
const mostNotes = 100_000;

/** The time of a note that has none yet: it asks for one. */
export const noTime = 0;

/** The key under which the lock keeps a note that its question left behind. */
export const replacedKey = (id: string, type: NoteTypeKey): string => `${id}@${type}`;

/** The lock's notes while questions claim them; each can be claimed once. One use a build. */
export class Claims {
  /** What no question has claimed. */
  readonly left: Map<string, LockEntry>;
  readonly #guids: Set<string>;
  /** The keys under which a note stands, where it has several: two branches renamed its question, or one did. */
  readonly #names: ReadonlyMap<string, readonly string[]>;
  /** The ids of the bank's questions. */
  readonly #ids: ReadonlySet<string>;
  /** The questions that claimed a note, by its guid. */
  readonly #owners = new Map<string, string>();
  /** The times that are taken; a note's time is its id, so none may be doubled. */
  readonly #created = new Set<number>();
  /** From which time on the next is looked for, by the time that is wanted. */
  readonly #next = new Map<number, number>();
  /** The keys of the notes that questions left behind, by the questions' ids. */
  readonly #replaced: ReadonlyMap<string, readonly string[]>;
  /** At least as many as one build can have made. */
  readonly #mostNotes: number;

  /** @param ids those of the bank's questions */
  constructor(lock: Lock, ids: Iterable<string>) {
    this.left = withoutDoubledTimes(lock);
    this.#ids = new Set(ids);
    this.#names = groupBy([...this.left.keys()], (key) => this.left.get(key)?.guid ?? '');
    this.#guids = new Set(this.#names.keys());
    for (const { created } of this.left.values()) this.#created.add(created);
    const behind = [...this.left.keys()].filter((key) => key.includes('@'));
    this.#replaced = groupBy(behind, (key) => key.slice(0, key.indexOf('@')));
    this.#mostNotes = Math.max(mostNotes, this.left.size);
  }

  /** Takes the lock's notes of a question, under its id or an earlier one, and those that it left behind. */
  claim({ id, was }: NoteQuestion, type: NoteTypeKey): Claim {
    const names = [id, ...[...was].reverse()];
    const name = this.#nameOf(names);
    // A note that a forgotten `was` began is given up without a word, for it most likely never left the author's desk.
    if (name !== id) this.left.delete(id);
    const own = name === undefined ? undefined : this.#takeWhole(name);
    const earlier = names.flatMap((each) => this.#takeReplaced(each));
    if (own) earlier.push(...this.#takeRetyped(names, own));
    const double = own && this.#owners.get(own.guid);
    if (own && !double) this.#owners.set(own.guid, id);
    const before = own?.type === type ? own : earlier.find((entry) => entry.type === type);
    const left = own && own.type !== type ? own : undefined;
    const others = left ? [left, ...earlier] : earlier;
    return {
      before,
      again: before !== undefined && before !== own,
      left,
      replaced: others.filter(
        (entry, at) => entry.type !== type && others.findIndex((each) => each.type === entry.type) === at,
      ),
      renamedFrom: name === id ? undefined : name,
      double,
    };
  }

  /** The name under which the lock has the question's note. */
  #nameOf(names: readonly string[]): string | undefined {
    const known = names.flatMap((name) => {
      const entry = this.left.get(name);
      return entry ? [{ name, entry }] : [];
    });
    const live = known.find(({ entry }) => !entry.gone);
    const late =
      live && live.name === names[0]
        ? known.find(({ entry }) => this.#beganAsOtherLeft(live.entry, entry))
        : undefined;
    return (late ?? live ?? known[0])?.name;
  }

  /** An entry, with all that other entries of the same note know of it. */
  #takeWhole(key: string): LockEntry | undefined {
    const entry = this.#take(key);
    if (!entry) return undefined;
    const others = (this.#names.get(entry.guid) ?? []).filter((name) => name !== key && !this.#ids.has(name));
    return united([entry, ...others.flatMap((name) => this.#take(name) ?? [])]);
  }

  #take(key: string): LockEntry | undefined {
    const entry = this.left.get(key);
    this.left.delete(key);
    return entry;
  }

  /** True if a note began in the very build in which the other left: it was renamed, and only now says so. */
  #beganAsOtherLeft({ created, guid }: LockEntry, { gone, guid: other }: LockEntry): boolean {
    return guid !== other && gone !== undefined && created <= gone && gone - created < this.#mostNotes;
  }

  /**
   * The live notes of another type under other names of the question: one branch gave it another name, and the other
   * another type.
   */
  #takeRetyped(names: readonly string[], own: LockEntry): LockEntry[] {
    const [id] = names;
    const others = names.filter((name) => {
      const entry = this.left.get(name);
      return entry && !entry.gone && entry.type !== own.type && (name === id || !this.#ids.has(name));
    });
    return others.flatMap((name) => this.#takeWhole(name) ?? []);
  }

  #takeReplaced(id: string): LockEntry[] {
    return (this.#replaced.get(id) ?? []).flatMap((key) => this.#takeWhole(key) ?? []);
  }

  /** A new note's guid: `guidOf`, or another where a question that was renamed or has gone already has that one. */
  newGuid(bank: string, id: string, type: NoteTypeKey): string {
    let guid = guidOf(bank, id, type);
    for (let turn = 2; this.#guids.has(guid); turn++) guid = guidOf(bank, id, type, turn);
    this.#guids.add(guid);
    return guid;
  }

  /** The nearest time, from `wanted` backwards, that is no other note's id. */
  newTime(wanted: number): number {
    let time = this.#next.get(wanted) ?? wanted;
    while (this.#created.has(time)) time--;
    this.#created.add(time);
    this.#next.set(wanted, time - 1);
    return time;
  }
}

/**
 * Two branches may give one time to two notes. The note that learners more likely have keeps it: one that is in the bank
 * before one that has gone, then the one that did not change for longer. The other asks for a new one.
 */
function withoutDoubledTimes({ notes }: Lock): Map<string, LockEntry> {
  const order = Object.entries(notes).sort(
    ([id, one], [otherId, other]) =>
      (one.gone ?? 0) - (other.gone ?? 0) || one.changed - other.changed || (id < otherId ? -1 : 1),
  );
  const owners = new Map<number, string>([[noTime, '']]);
  return new Map(
    order.map(([id, entry]) => {
      // Under two names it is one note all the same.
      const doubled = (owners.get(entry.created) ?? entry.guid) !== entry.guid;
      if (!doubled) owners.set(entry.created, entry.guid);
      return [id, doubled ? { ...entry, created: noTime } : entry];
    }),
  );
}
