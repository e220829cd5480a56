import fc from 'fast-check';
import { emptyLock, formatLock, type Lock, parseLock } from '../../src/identity/lock.ts';
import type { Settled as SettledAs } from '../../src/identity/settle.ts';
import type { NoteContent } from '../../src/targets/anki/note.ts';
import { goodBank } from '../bank/bank-of.ts';
import { settleNotes } from './settle-notes.ts';

type Settled = SettledAs<NoteContent>;

const kinds = ['basic', 'discuss', 'term', 'claim', 'order', 'cloze', 'list', 'match'] as const;

/** A question as the edits below change it. */
interface Draft {
  readonly id: string;
  readonly was: readonly string[];
  readonly kind: (typeof kinds)[number];
  readonly words: readonly string[];
  readonly retired: boolean;
}

const heads: Readonly<Record<Draft['kind'], (words: readonly string[]) => string>> = {
  basic: (words) => `ask: Q?, answer: ${words.join(' ')}`,
  discuss: (words) => `discuss: Q?, rubric: [${words.join(', ')}]`,
  term: (words) => `term: ${words[0]}, means: M ${words.join(' ')}`,
  claim: (words) => `claim: C ${words.join(' ')}, verdict: true`,
  order: (words) => `order: O, items: [First, Last, ${words.join(', ')}]`,
  cloze: (words) => `cloze: "${words.map((word) => `{{${word}}}`).join(' and ')}"`,
  list: (words) => `list: L, items: [${words.join(', ')}]`,
  match: (words) => `match: M, pairs: {${words.map((word) => `${word}: to ${word}`).join(', ')}, Z: to Z}`,
};

const yaml = ({ id, was, kind, words, retired }: Draft): string => {
  const more = `${was.length > 0 ? `, was: [${was.join(', ')}]` : ''}${retired ? ', retired: 2026-01-01' : ''}`;
  return `  - {id: ${id}, ${heads[kind](words)}${more}}\n`;
};

const word = fc.constantFrom('Ulm', 'Rom', 'Bern', 'Oslo', 'Wien', 'Riga');
const someWords = fc.uniqueArray(word, { minLength: 2, maxLength: 5 });
const aKind = fc.constantFrom(...kinds);
const at = fc.nat(20);
const edit = fc.oneof(
  fc.record({ do: fc.constant('add' as const), at, kind: aKind, words: someWords }),
  fc.record({
    do: fc.constantFrom('remove' as const, 'restore' as const, 'retire' as const, 'rename' as const),
    at,
  }),
  fc.record({ do: fc.constant('write' as const), at, words: someWords }),
  fc.record({ do: fc.constant('move' as const), at }),
  fc.record({ do: fc.constant('retype' as const), at, kind: aKind }),
);
type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;

/** A bank that edits change; ids are never given to a second question. */
class Author {
  drafts: Draft[] = [];
  #removed: Draft[] = [];
  #count = 0;

  apply(edit: Edit): void {
    if (edit.do === 'add') {
      const id = `q${this.#count++}`;
      this.drafts.push({ id, was: [], kind: edit.kind, words: edit.words, retired: false });
      return;
    }
    if (edit.do === 'restore') {
      this.drafts.push(...this.#removed.splice(edit.at % (this.#removed.length + 1), 1));
      return;
    }
    const place = edit.at % Math.max(1, this.drafts.length);
    const draft = this.drafts[place];
    if (!draft) return;
    this.drafts.splice(place, 1);
    if (edit.do === 'remove') this.#removed.push(draft);
    else if (edit.do === 'move') this.drafts.unshift(draft);
    else this.drafts.splice(place, 0, this.#changed(draft, edit));
  }

  #changed(draft: Draft, edit: Edit): Draft {
    if (edit.do === 'write') return { ...draft, words: edit.words };
    if (edit.do === 'retype') return { ...draft, kind: edit.kind };
    if (edit.do === 'retire') return { ...draft, retired: !draft.retired };
    return { ...draft, id: `q${this.#count++}`, was: [...draft.was, draft.id] };
  }
}

const start = Date.UTC(2026, 0, 1);

/** The id that a question had first. */
const origin = ({ id, was }: { id: string; was: readonly string[] }): string => was[0] ?? id;

/** Every entry of a lock that is in the package, by its guid. */
const byGuid = ({ notes }: Settled) => new Map(notes.map((note) => [note.entry.guid, note]));

/** What must hold between one build and the next. */
function compare(before: Settled, after: Settled): void {
  const guids = Object.values(after.lock.notes).map(({ guid }) => guid);
  expect(new Set(guids).size).toBe(guids.length);
  const times = Object.values(after.lock.notes).map(({ created }) => created);
  expect(new Set(times).size).toBe(times.length);
  // No note that was ever made is forgotten: the lock of every later build knows its guid.
  for (const { guid } of Object.values(before.lock.notes)) expect(guids).toContain(guid);
  // Nor is one missing from the package, one that was left behind among them, while its question is in the bank.
  const inBank = new Set(after.notes.map(({ question }) => origin(question)));
  for (const { question, entry } of before.notes)
    if (inBank.has(origin(question))) expect([...byGuid(after).keys()]).toContain(entry.guid);
  const known = byGuid(before);
  for (const { entry, content } of after.notes) {
    const old = known.get(entry.guid);
    if (!old) continue;
    expect(entry.type).toBe(old.entry.type);
    expect(entry.created).toBe(old.entry.created);
    const same =
      [content.fields, content.tags].toString() === [old.content.fields, old.content.tags].toString();
    if (same) expect(entry.changed).toBe(old.entry.changed);
    else expect(entry.changed).toBeGreaterThan(old.entry.changed);
    compareParts(old.entry, entry);
  }
}

/** A number is given to another text only where the text was edited in place, never after its part had gone. */
function compareParts(old: Lock['notes'][string], entry: Lock['notes'][string]): void {
  const past = new Map(old.parts?.map(({ number, hash }) => [number, hash]));
  for (const { number, hash } of old.goneParts ?? []) past.set(number, hash);
  const present = new Set(old.kind === entry.kind ? old.parts?.map(({ number }) => number) : []);
  for (const { number, hash } of entry.parts ?? [])
    if (past.has(number) && !present.has(number)) expect(hash).toBe(past.get(number));
  const kept = new Set([...(entry.parts ?? []), ...(entry.goneParts ?? [])].map(({ number }) => number));
  for (const number of past.keys()) expect(kept).toContain(number);
}

/** The guids that ids have had with each type, through all renaming. */
function compareIdentity(seen: Map<string, string>, { notes }: Settled): void {
  for (const { question, entry } of notes) {
    const key = `${origin(question)} ${entry.type}`;
    expect(seen.get(key) ?? entry.guid).toBe(entry.guid);
    seen.set(key, entry.guid);
  }
}

test('whatever an author does over several builds, no note is doubled, lost or given to another question', () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.array(edit, { minLength: 1, maxLength: 6 }), fc.integer({ min: -2, max: 5 })), {
        minLength: 2,
        maxLength: 8,
      }),
      (builds) => {
        const author = new Author();
        author.apply({ do: 'add', at: 0, kind: 'cloze', words: ['Ulm', 'Rom'] });
        const seen = new Map<string, string>();
        let lock = emptyLock('a-bank');
        let now = start;
        let before: Settled | undefined;
        for (const [edits, hours] of builds) {
          for (const each of edits) author.apply(each);
          if (author.drafts.length === 0) continue;
          // Clocks of several machines: time may go back.
          now += hours * 3_600_000;
          const after = settleNotes(goodBank(author.drafts.map(yaml).join('')), lock, now);
          if (before) compare(before, after);
          compareIdentity(seen, after);
          lock = parseLock(formatLock(after.lock), 'a-bank');
          expect(lock).toEqual(after.lock);
          before = after;
        }
      },
    ),
    { numRuns: 40 },
  ));
