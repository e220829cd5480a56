import { emptyLock, formatLock, type Lock, parseLock } from '../../src/identity/lock.ts';
import type { Settled } from '../../src/identity/settle.ts';
import type { NoteContent } from '../../src/targets/anki/note.ts';
import { load } from '../bank/bank-of.ts';
import { runs, testWith } from '../tools.ts';
import { merged } from './merge.ts';
import { settleNotes } from './settle-notes.ts';

const start = Date.UTC(2026, 0, 1);
const hour = 3_600_000;

/** Builds questions at an hour. */
function built(questions: string, lock: Lock, hours: number): Settled<NoteContent> {
  const { bank } = load(questions, {}, ['map.png']);
  if (!bank) throw new Error(`no bank: ${questions}`);
  return settleNotes(bank, lock, start + hours * hour);
}

/** Builds versions one after the other, an hour apart; gives the last. */
const versions = (...all: readonly string[]): Settled<NoteContent> =>
  all.reduce<Settled<NoteContent> | undefined>(
    (before, questions, at) => built(questions, before?.lock ?? emptyLock('a-bank'), at),
    undefined,
  ) ?? built('', emptyLock('a-bank'), 0);

/** The numbers of the first note's cards in the order of its parts, as the note itself has them. */
function numbers({ notes }: Settled<NoteContent>): readonly number[] {
  const fields = new Map(notes[0]?.content.fields);
  const html = fields.get('Occlusion') ?? fields.get('Text') ?? '';
  return [...html.matchAll(/\{\{c(\d+)::/g)].map(([, number]) => Number(number));
}

/** What the build stops at, as "lost q:3". */
const stops = ({ changes }: Settled<NoteContent>): readonly string[] =>
  changes.risks.map(({ what, id, number }) => `${what} ${id}:${number}`);

const list = (...items: readonly string[]): string =>
  `  - {id: q, list: Name them., items: [${items.join(', ')}]}\n`;
const cloze = (sentence: string): string => `  - {id: q, cloze: "${sentence}"}\n`;
const match = (...lefts: readonly string[]): string =>
  `  - {id: q, match: Match them., pairs: {${lefts.map((left) => `${left}: to ${left}`).join(', ')}}}\n`;
const diagram = (...regions: readonly (readonly [label: string, left: number])[]): string =>
  `  - {id: q, diagram: Name them., image: {file: map.png, alt: A map}, regions: [${regions
    .map(([label, left]) => `{label: ${label}, rect: [${left}, 0.1, 0.1, 0.1]}`)
    .join(', ')}]}\n`;

/** The part at this place keeps the card of this number, or the build stops at it. */
function keptOrStopped(after: Settled<NoteContent>, place: number, number: number): void {
  if (!stops(after).some((stop) => stop.endsWith(`q:${number}`))) expect(numbers(after)[place]).toBe(number);
}

describe('a part that is mended', () => {
  test('and a neighbour that is new', () => {
    const after = versions(
      list('the Sun', 'the shape of the coats', 'the wind'),
      list('the Sun', 'the shape of the coast', 'the pressure', 'the wind'),
    );
    keptOrStopped(after, 1, 3);
    keptOrStopped(after, 3, 4);
  });
  test('and moved to the end', () => {
    const after = versions(
      match('New mon', 'Half moon', 'Full moon'),
      match('Half moon', 'Full moon', 'New moon'),
    );
    keptOrStopped(after, 2, 1);
  });
  test('and a neighbour that is removed', () => {
    const after = versions(list('alpha', 'betaa', 'gama', 'delta'), list('alpha', 'beta', 'delta'));
    keptOrStopped(after, 1, 3);
    expect(numbers(after)[2]).toBe(5);
  });
});

describe('a text that stands twice, and a third time in front', () => {
  test('in a cloze', () => {
    const after = versions(
      cloze('The {{Moon}} pulls; the {{Moon}} shines.'),
      cloze('The {{Moon}} is near. The {{Moon}} pulls; the {{Moon}} shines.'),
    );
    keptOrStopped(after, 1, 1);
    keptOrStopped(after, 2, 2);
  });
  test('in a diagram', () => {
    const after = versions(
      diagram(['cell', 0.4], ['cell', 0.7]),
      diagram(['cell', 0.1], ['cell', 0.4], ['cell', 0.7]),
    );
    keptOrStopped(after, 1, 1);
    keptOrStopped(after, 2, 2);
  });
});

describe('a number written by hand', () => {
  test('that swaps two cards', () => {
    const after = versions(cloze('{{Moon}} and {{Sun}}.'), cloze('{{c2::Moon}} and {{c1::Sun}}.'));
    expect(stops(after)).toEqual(expect.arrayContaining(['moved q:1', 'moved q:2']));
  });
  test('that takes the card of another part', () => {
    const after = versions(
      cloze('{{c1::Moon}} pulls the {{water}}.'),
      cloze('{{c1::Moon}} {{c2::strongly}} pulls the {{water}}.'),
    );
    expect(stops(after)).toContain('moved q:2');
  });
  test('that takes the card of a part that was removed', () => {
    const after = versions(
      cloze('The {{Moon}} pulls the {{water}} and the {{land}}.'),
      cloze('The {{Moon}} pulls the {{water}}.'),
      cloze('The {{Moon}} pulls the {{water}} {{c3::strongly}}.'),
    );
    expect(stops(after)).toContain('moved q:3');
  });
});

const testWithGit = testWith('git', runs('git', '--version'));

/** The lock as git merges two branches. */
const mergedLock = (base: Lock, ours: Lock, theirs: Lock): Lock =>
  parseLock(
    merged(formatLock(base), formatLock(ours), formatLock(theirs), '*.lock.json merge=union\n').text,
    'a-bank',
  );

const guids = ({ notes }: Lock): readonly string[] => Object.values(notes).map(({ guid }) => guid);

describe('two branches', () => {
  testWithGit.each([
    ['the released one built earlier', 3, 5],
    ['the released one built later', 5, 3],
  ])('that each add an item, %s: both keep their cards', (_name, ours, theirs) => {
    const base = versions(list('Alpha', 'Beta'));
    const one = built(list('Gamma', 'Alpha', 'Beta'), base.lock, ours);
    const other = built(list('Alpha', 'Beta', 'Delta'), base.lock, theirs);
    const lock = mergedLock(base.lock, one.lock, other.lock);
    const after = built(list('Gamma', 'Alpha', 'Beta', 'Delta'), lock, 9);
    keptOrStopped(after, 0, numbers(one)[0] ?? 0);
    keptOrStopped(after, 3, numbers(other)[2] ?? 0);
    expect(numbers(after).slice(1, 3)).toEqual([2, 3]);
  });

  testWithGit('of which one adds an item and removes it: its number is never used again', () => {
    const explained = (why: string, ...items: string[]) => list(...items).replace('}', `, why: ${why}}`);
    const base = versions(explained('old', 'Alpha', 'Beta'));
    const more = built(explained('old', 'Alpha', 'Beta', 'tmp'), base.lock, 1);
    const one = built(explained('old', 'Alpha', 'Beta'), more.lock, 2);
    const other = built(explained('new', 'Alpha', 'Beta'), base.lock, 3);
    const lock = mergedLock(base.lock, one.lock, other.lock);
    const after = built(explained('new', 'Alpha', 'Beta', 'Gamma'), lock, 9);
    expect(numbers(after)[2]).not.toBe(numbers(more)[2]);
    const later = built(explained('new', 'Alpha', 'Beta', 'Gamma', 'tmp'), after.lock, 10);
    expect(numbers(later)[3]).toBe(numbers(more)[2]);
  });

  const basic = (id: string, answer: string, more = '') =>
    `  - {id: ${id}, ask: Q?, answer: ${answer}${more}}\n`;

  testWithGit.each([
    ['renamed first', 1, 2],
    ['renamed last', 2, 1],
    ['both at once', 1, 1],
  ])(
    'of which one renames a question and the other edits it, %s: it is one note, and newer',
    (_name, ours, theirs) => {
      const base = versions(basic('one', 'old'));
      const one = built(basic('uno', 'old', ', was: one'), base.lock, ours);
      const other = built(basic('one', 'new'), base.lock, theirs);
      const lock = mergedLock(base.lock, one.lock, other.lock);
      const after = built(basic('uno', 'new', ', was: one'), lock, 9);
      expect(after.changes).toMatchObject({ added: [], gone: [] });
      expect(new Set(guids(after.lock)).size).toBe(guids(after.lock).length);
      expect(after.lock.notes.uno?.guid).toBe(base.lock.notes.one?.guid);
      const before = Math.max(one.lock.notes.uno?.changed ?? 0, other.lock.notes.one?.changed ?? 0);
      expect(after.lock.notes.uno?.changed).toBeGreaterThanOrEqual(before);
      if (one.lock.notes.uno?.changed === before)
        expect(after.lock.notes.uno?.changed).toBeGreaterThan(before);
    },
  );

  testWithGit(
    'of which one renames a question whose edit the other takes back: its time never goes back',
    () => {
      const base = versions(basic('one', 'old'), basic('one', 'new'));
      const one = built(basic('uno', 'new', ', was: one'), base.lock, 5);
      const other = built(basic('one', 'old'), base.lock, 7);
      const lock = mergedLock(base.lock, one.lock, other.lock);
      const after = built(basic('uno', 'old', ', was: one'), lock, 6);
      expect(after.lock.notes.uno?.changed).toBeGreaterThanOrEqual(other.lock.notes.one?.changed ?? 0);
    },
  );

  testWithGit(
    'that write different answers at the same second: whoever has either gets the one that is kept',
    () => {
      const base = versions(basic('one', 'old'));
      const one = built(basic('one', 'mine'), base.lock, 1);
      const other = built(basic('one', 'yours'), base.lock, 1);
      const lock = mergedLock(base.lock, one.lock, other.lock);
      for (const answer of ['mine', 'yours']) {
        const after = built(basic('one', answer), lock, 9);
        expect(after.lock.notes.one?.changed).toBeGreaterThan(one.lock.notes.one?.changed ?? 0);
      }
    },
  );

  testWithGit(
    'of which one renames a question to which the other adds an item: both items keep their cards',
    () => {
      const base = versions(list('Alpha', 'Beta'));
      const renamed = (...items: string[]) => list(...items).replace('id: q', 'id: r, was: q');
      const one = built(renamed('Gamma', 'Alpha', 'Beta'), base.lock, 2);
      const other = built(list('Alpha', 'Beta', 'Delta'), base.lock, 3);
      const lock = mergedLock(base.lock, one.lock, other.lock);
      const after = built(renamed('Gamma', 'Alpha', 'Beta', 'Delta'), lock, 9);
      expect(guids(after.lock)).toEqual([base.lock.notes.q?.guid]);
      if (stops(after).length === 0)
        expect(numbers(after)).toEqual([numbers(one)[0], 2, 3, numbers(other)[2]]);
    },
  );
});

/** The lock of two branches of a version, each built once. */
function branched(base: string, ours: string, theirs: string): Lock {
  const first = built(base, emptyLock('a-bank'), 0).lock;
  return mergedLock(first, built(ours, first, 1).lock, built(theirs, first, 2).lock);
}

describe('a question that two branches began', () => {
  const old = '  - {id: o, ask: O?, answer: o}\n';
  const faust = `${old}  - {id: n, ask: Who wrote Faust?, answer: Goethe}\n`;
  const peru = `${old}  - {id: n, ask: What is the capital of Peru?, answer: Lima}\n`;

  testWith('git', runs('git', '--version'))('each another is one note to Anki, and asked about', () => {
    const lock = branched(old, faust, peru);
    const both = `${faust}  - {id: n2, ask: What is the capital of Peru?, answer: Lima}\n`;
    expect(built(both, lock, 3).changes.begunTwice).toEqual(['n']);
    const { bank } = load(both);
    if (!bank) throw new Error('no bank');
    expect(settleNotes(bank, lock, start + 3 * hour, { accept: ['n'] }).changes.begunTwice).toEqual([]);
  });

  testWith('git', runs('git', '--version'))('alike is one question', () => {
    const lock = branched(old, faust, faust.replace('Goethe', 'Johann Wolfgang Goethe'));
    expect(built(faust, lock, 3).changes.begunTwice).toEqual([]);
  });
});

test('of a number that both branches drew from one key, the published part keeps it whatever its key is now', () => {
  const keyed = (key: string, text: string) => `{key: ${key}, text: ${text}}`;
  const lock = branched(
    list('one', 'two'),
    list(keyed('k', 'new a'), 'one', 'two'),
    list('one', 'two', keyed('k', 'new b')),
  );
  const both = list(keyed('k', 'new a'), 'one', 'two', keyed('k2', 'new b'));
  const [stop] = built(both, lock, 3).changes.risks;
  expect(stop?.what).toBe('clash');
  const { bank } = load(both);
  if (!bank) throw new Error('no bank');
  const { lock: settled, changes } = settleNotes(bank, lock, start + 3 * hour, {
    published: [`q:${stop?.number}=new b`],
  });
  expect(changes.risks).toEqual([]);
  expect(settled.notes.q?.parts?.find(({ text }) => text === 'new b')?.number).toBe(stop?.number);
});

test('the card of the whole list can be no item’s', () => {
  const first = list('{text: alpha, was: beta}', 'gamma');
  const next = list('gamma', '{text: delta, was: the whole list}', 'alpha');
  expect(numbers(versions(first, next)).slice(0, 3)).toEqual([3, expect.any(Number), 2]);
  expect(versions(first, next).lock.notes.q?.parts?.[0]).toMatchObject({ number: 1, text: 'the whole list' });
});

test('keys that are exchanged are named', () => {
  const keyed = (one: string, other: string) => list(`{key: a, text: ${one}}`, `{key: b, text: ${other}}`);
  const { changes } = versions(keyed('river', 'mountain'), keyed('mountain', 'river'));
  expect(changes.edited.map(({ number, before, now }) => [number, before, now])).toEqual([
    [2, 'river', 'mountain'],
    [3, 'mountain', 'river'],
  ]);
});

test('two risks are offered two numbers', () => {
  const { changes } = versions(
    cloze('{{Moon}} pulls {{water}} hard.'),
    cloze('So {{c1::many}} things {{c2::are}} here, {{Moon}} and {{water}}.'),
  );
  expect(changes.risks.map(({ what, free }) => [what, free])).toEqual([
    ['moved', 301],
    ['moved', 302],
  ]);
});

describe('what only one branch knows', () => {
  testWithGit('of a part whose text it changed is its number', () => {
    const base = versions(list('one', 'two'));
    const first = built(list('one', 'two', 'four'), base.lock, 1);
    const theirs = built(list('one', 'two', '{text: quite another, was: four}'), first.lock, 2);
    const ours = built(list('three', 'one', 'two'), base.lock, 5);
    const after = built(
      list('three', 'one', 'two', '{text: quite another, was: four}'),
      mergedLock(base.lock, ours.lock, theirs.lock),
      6,
    );
    expect(after.changes.risks).toEqual([]);
    expect(numbers(after).at(-1)).toBe(numbers(theirs).at(-1));
  });

  testWithGit('of a note is found where one gave it another name, and the other another type', () => {
    const base = versions('  - {id: n, ask: N is so?, answer: Yes}\n');
    const ours = built('  - {id: n, claim: N is so., verdict: true}\n', base.lock, 1);
    const theirs = built('  - {id: m, was: n, ask: N is so?, answer: Yes}\n', base.lock, 2);
    const lock = mergedLock(base.lock, ours.lock, theirs.lock);
    const after = built('  - {id: m, was: n, claim: N is so., verdict: true}\n', lock, 3);
    expect(after.changes.added).toEqual([]);
    expect([...guids(after.lock)].sort()).toEqual([...guids(ours.lock)].sort());
  });
});

describe('a note that stands under two names', () => {
  const base = versions('  - {id: one, ask: N?, answer: Yes}\n  - {id: two, ask: O?, answer: No}\n').lock;
  const { one, two } = base.notes;
  if (!one || !two) throw new Error('two notes');
  const changed = one.changed + 50;

  test('is the one that is in the bank', () => {
    const lock: Lock = {
      ...base,
      notes: { two, uno: { ...one, changed }, one: { ...one, gone: one.created + 5 } },
    };
    const { changes, lock: after } = built('  - {id: uno, was: one, ask: N?, answer: Yes}\n', lock, 3);
    expect(changes).toMatchObject({ renamed: [], restored: [] });
    expect(after.notes.uno?.changed).toBe(changed);
  });

  test('goes once, under the name that its guid comes from', () => {
    const lock: Lock = { ...base, notes: { two, uno: { ...one, changed }, one } };
    const { changes, lock: after } = built('  - {id: two, ask: O?, answer: No}\n', lock, 3);
    expect(changes.gone.map(({ id }) => id)).toEqual(['one']);
    expect(Object.keys(after.notes).sort()).toEqual(['one', 'two']);
    expect(after.notes.one?.changed).toBe(changed);
  });
});
