import type { Bank } from '../bank/bank.ts';
import { digest } from '../bank/hash.ts';
import { eachQuestion } from '../bank/question.ts';
import { ankiKind } from './kinds/index.ts';
import type { NoteQuestion } from './kinds/kind.ts';
import type { Lock, LockEntry } from './lock.ts';
import { contentHash, fieldHashes, type MediaName, type NoteContent, noteContent } from './note.ts';
import { type Numbered, numberParts } from './parts.ts';

/** A note with its identity and its times. */
export interface SettledNote {
  readonly question: NoteQuestion;
  readonly entry: LockEntry;
  readonly content: NoteContent;
}

/** What the learners' next import will do, by question id. */
export interface Changes {
  readonly added: readonly string[];
  readonly changed: readonly { readonly id: string; readonly fields: readonly string[] }[];
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  readonly retired: readonly string[];
  /** In the bank again after having left it. */
  readonly restored: readonly string[];
  /** Left the bank in this build; their notes stay with the learners. */
  readonly gone: readonly string[];
  /** Became another note type: the old note stays behind, a new one begins. */
  readonly retyped: readonly string[];
  /** Cards whose part left its question: they stay, empty, until the learner removes them. */
  readonly emptied: readonly { readonly id: string; readonly numbers: readonly number[] }[];
  readonly unchanged: number;
}

export interface Settled {
  readonly lock: Lock;
  /** In the order of the bank. */
  readonly notes: readonly SettledNote[];
  readonly changes: Changes;
}

/**
 * A note's identity: bank, question and note type, never its text. The note type is part of it because Anki cannot move
 * a note to another one; a question that changes kind is a new note to it.
 */
export function guidOf(bank: string, id: string, type: string): string {
  const bytes = digest('note', bank, id, type).subarray(0, 12);
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

/**
 * Brings the lock up to date with the bank. `now` is the time of this build in milliseconds; it becomes the `mod` of
 * notes whose content moved, and of no other.
 */
export function settle(bank: Bank, lock: Lock, now: number, mediaName: MediaName): Settled {
  const settler = new Settler(bank, lock, now, mediaName);
  const notes = noteQuestions(bank).map((question) => settler.note(question));
  return { notes: settler.withIds(notes), ...settler.close() };
}

/** The questions that become notes, in the order of the bank. */
export const noteQuestions = (bank: Bank): NoteQuestion[] =>
  eachQuestion(bank.questions).filter(
    (question): question is NoteQuestion => question.kind !== 'passage' && question.targets.includes('anki'),
  );

/** One use a build. */
class Settler {
  readonly #bank: Bank;
  readonly #now: number;
  readonly #mediaName: MediaName;
  /** Entries not yet claimed by a question; what stays has left the bank. */
  readonly #left: Map<string, LockEntry>;
  readonly #entries = new Map<string, LockEntry>();
  readonly #created: Set<number>;
  readonly #changes = {
    added: [] as string[],
    changed: [] as { id: string; fields: string[] }[],
    renamed: [] as { from: string; to: string }[],
    retired: [] as string[],
    restored: [] as string[],
    gone: [] as string[],
    retyped: [] as string[],
    emptied: [] as { id: string; numbers: number[] }[],
    unchanged: 0,
  };

  constructor(bank: Bank, lock: Lock, now: number, mediaName: MediaName) {
    this.#bank = bank;
    this.#now = now;
    this.#mediaName = mediaName;
    this.#left = new Map(Object.entries(lock.notes));
    this.#created = new Set([...this.#left.values()].map((entry) => entry.created));
  }

  note(question: NoteQuestion): SettledNote {
    const kind = ankiKind(question);
    const before = this.#claim(question, kind.type);
    const known = before && { parts: before.parts ?? [], gone: before.goneParts ?? [] };
    const numbered = kind.parts ? numberParts(kind.parts(question), known) : undefined;
    const content = noteContent(this.#bank, question, numbered, this.#mediaName);
    const hash = contentHash(content);
    const moved = before?.hash !== hash;
    const identity = question.was[0] ?? question.id;
    const entry: LockEntry = {
      guid: before?.guid ?? guidOf(this.#bank.id, identity, kind.type),
      type: kind.type,
      created: before?.created ?? 0,
      changed: moved ? Math.max(Math.floor(this.#now / 1000), (before?.changed ?? 0) + 1) : before.changed,
      hash,
      fields: fieldHashes(content),
      ...partsOf(numbered),
    };
    this.#tell(question, before, entry);
    return { question, entry, content };
  }

  /** Takes the lock's entry of a question: under its id, or under an earlier one; another note type's stays behind. */
  #claim(question: NoteQuestion, type: LockEntry['type']): LockEntry | undefined {
    for (const id of [question.id, ...[...question.was].reverse()]) {
      const entry = this.#left.get(id);
      if (!entry) continue;
      this.#left.delete(id);
      if (id !== question.id) this.#changes.renamed.push({ from: id, to: question.id });
      if (entry.type === type) return entry;
      this.#changes.retyped.push(question.id);
      this.#entries.set(`${question.id}@${entry.type}`, { ...entry, gone: true });
      break;
    }
    const earlier = `${question.id}@${type}`;
    const entry = this.#left.get(earlier) ?? this.#entries.get(earlier);
    this.#left.delete(earlier);
    return entry;
  }

  #tell({ id, retired }: NoteQuestion, before: LockEntry | undefined, entry: LockEntry): void {
    const changes = this.#changes;
    if (!before) changes.added.push(id);
    else if (before.gone) changes.restored.push(id);
    else if (before.hash === entry.hash) changes.unchanged++;
    else {
      const names = new Set([...Object.keys(before.fields), ...Object.keys(entry.fields)]);
      const fields = [...names].filter((name) => before.fields[name] !== entry.fields[name]);
      if (retired && fields.includes('Notice')) changes.retired.push(id);
      else changes.changed.push({ id, fields });
    }
    const kept = new Set(entry.parts?.map(([number]) => number));
    const numbers = before?.parts?.map(([number]) => number).filter((number) => !kept.has(number)) ?? [];
    if (numbers.length > 0) changes.emptied.push({ id, numbers: [...new Set(numbers)] });
  }

  /** Gives new notes their ids: the time of the build, counted back so that none is doubled or in the future. */
  withIds(notes: readonly SettledNote[]): SettledNote[] {
    let next = this.#now;
    const withId = (note: SettledNote): SettledNote => {
      if (note.entry.created !== 0) return note;
      while (this.#created.has(next)) next--;
      return { ...note, entry: { ...note.entry, created: next-- } };
    };
    const settled = [...notes].reverse().map(withId).reverse();
    for (const { question, entry } of settled) this.#entries.set(question.id, entry);
    return settled;
  }

  close(): { lock: Lock; changes: Changes } {
    for (const [id, entry] of this.#left) {
      if (!entry.gone) this.#changes.gone.push(id);
      this.#entries.set(id, { ...entry, gone: true });
    }
    return {
      lock: { bank: this.#bank.id, notes: Object.fromEntries(this.#entries) },
      changes: this.#changes,
    };
  }
}

function partsOf(numbered: Numbered | undefined): Pick<LockEntry, 'parts' | 'goneParts'> {
  if (!numbered) return {};
  return numbered.gone.length > 0
    ? { parts: numbered.parts, goneParts: numbered.gone }
    : { parts: numbered.parts };
}
