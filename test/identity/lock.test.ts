import { type LockEntry, writtenEntry } from '../../src/identity/entry.ts';
import { emptyLock, formatLock, type Lock, parseLock } from '../../src/identity/lock.ts';
import { goodBank } from '../bank/bank-of.ts';
import { settleNotes } from './settle-notes.ts';

const start = Date.UTC(2026, 0, 1);
const day = 86_400_000;
const two = '  - {id: a, ask: A?, answer: one}\n  - {id: b, cloze: "{{B}} and {{C}}"}\n';
const settled = (questions: string, lock: Lock = emptyLock('a-bank'), now = start) =>
  settleNotes(goodBank(questions), lock, now);
const { lock } = settled(two);
const text = formatLock(lock);
const entryOf = (id: string): LockEntry => {
  const entry = lock.notes[id];
  if (!entry) throw new Error(`no ${id}`);
  return entry;
};

describe('the lock file', () => {
  test('has a line a note, sorted, each with an empty line behind it, and reads back as it was', () => {
    expect(text.replace(/\{"guid.*\}/g, '…').split('\n')).toEqual([
      '{',
      '"format": 2,',
      '"bank": "a-bank",',
      '"notes": {',
      '"a": …,',
      '',
      '"b": …,',
      '',
      '"": {}',
      '}',
      '}',
      '',
    ]);
    expect(parseLock(text, 'a-bank')).toEqual(lock);
  });

  test('reads also when an editor has laid it out anew', () =>
    expect(parseLock(JSON.stringify(JSON.parse(text), null, 2), 'a-bank')).toEqual(lock));

  const bad: [string, string, string][] = [
    [
      'conflict marks',
      text.replace('"a"', '<<<<<<< HEAD\n"a"'),
      'a merge left conflict marks in it; delete the lines with the marks, keep all others, and build again',
    ],
    ['no JSON', '{', 'it is not JSON; restore it from git'],
    ['half a file', text.slice(0, text.indexOf('"hash"')), 'line 5 is damaged; restore it from git'],
    [
      'a line without its comma',
      text.replace('},\n\n"b"', '}\n\n"b"'),
      'line 5 is damaged; restore it from git',
    ],
    ['a damaged entry', text.replace('"guid"', '"gid"'), 'the line of "a" is damaged; restore it from git'],
    [
      'a damaged part',
      text.replace('"parts":[{"n":1', '"parts":[{"n":"1"'),
      'the line of "b" is damaged; restore it from git',
    ],
    [
      'parts that are no list',
      text.replace('"parts":[{', '"parts":7,"x":[{'),
      'the line of "b" is damaged; restore it from git',
    ],
    [
      'fields that are null',
      text.replace(/"fields":\{[^}]*\}/, '"fields":null'),
      'the line of "a" is damaged; restore it from git',
    ],
    [
      'a number that no card has',
      text.replace('"n":2', '"n":501'),
      '"b" has a part with the number 501, and there are 1 to 500; restore its line from git',
    ],
    [
      'a number of a part that is among those that have gone',
      text.replace(/\}\]\}/, '}],"goneParts":[{"n":2,"text":"D"}]}'),
      '"b" has the number 2 in its parts and among those that have gone; restore its line from git',
    ],
    [
      'a number twice, in a list',
      text.replace('"n":2', '"n":1').replaceAll('"cloze"', '"list"').replace('"list"', '"cloze"'),
      '"b" has two parts with the number 1; restore its line from git',
    ],
    [
      'a time of no calendar',
      text.replace(/"created":\d+/, '"created":-2'),
      'the line of "a" is damaged; restore it from git',
    ],
    [
      'two entries on a line',
      text.replace(/,\n\n"b"/, ', "b"'),
      'line 5 holds more than one note; give each a line of its own, or restore it from git',
    ],
    [
      'a note twice where lines do not tell',
      JSON.stringify(JSON.parse(text), null, 2).replace(/("a": \{[^}]*\}[^}]*\},)/, '$1 $1'),
      'a note stands in it twice, and it is not laid out with a line for each; restore it from git, and keep formatters from it',
    ],
    [
      'two notes of one type under one id',
      text.replace(/("a": .*\n)/, (line) => line + line.replace(/"guid":"./, '"guid":"~')),
      '"a" has two lines of two notes: two branches gave two questions one id; give one of them another id, in the bank and in its line of this file',
    ],
    [
      'a note of parts without them',
      text.replace(/,"parts":.*?\]\}\]/, ''),
      'the line of "b" is damaged, for its parts are missing; restore it from git',
    ],
    ['no bank', text.replace(/"bank".*\n/, ''), 'it does not say of which bank it is; restore it from git'],
    ['no notes', '{"format": 1, "bank": "a-bank"}', 'its notes are missing; restore it from git'],
    ['another file', '{"name": "x"}', 'it is not a lock file of Recto Verso; restore it from git'],
    ['a list', '[]', 'it is not a lock file of Recto Verso; restore it from git'],
    ['nothing', 'null', 'it is not a lock file of Recto Verso; restore it from git'],
    [
      'a newer format',
      text.replace('"format": 2', '"format": 3'),
      'a newer Recto Verso wrote it (format 3, this one reads 2); update Recto Verso',
    ],
    [
      'a note type to come',
      text.replace('"basic"', '"hologram"'),
      '"a" is of a note type that this version does not know ("hologram"); update Recto Verso',
    ],
    [
      'another bank',
      formatLock({ ...lock, bank: 'other' }),
      'it belongs to the bank "other", not to "a-bank"; a bank\'s id must never change',
    ],
  ];
  test.each(bad)('refuses %s', (_name, damaged, message) => {
    expect(damaged).not.toBe(text);
    expect(() => parseLock(damaged, 'a-bank')).toThrow(new Error(message));
  });

  test('with two lines of one note takes the one that changed last, in whatever order they stand', () => {
    const older = `"a": ${JSON.stringify(writtenEntry(entryOf('a'), 2))},\n`;
    const newer = `"a": ${JSON.stringify(writtenEntry({ ...entryOf('a'), changed: entryOf('a').changed + 5 }, 2))},\n`;
    for (const lines of [older + newer, newer + older]) {
      const read = parseLock(
        text.replace(/^"a": .*\n/m, () => lines),
        'a-bank',
      );
      expect(read.notes.a?.changed).toBe(entryOf('a').changed + 5);
    }
  });

  describe('of format 1', () => {
    const old = formatLock(lock, 1);

    test('is what an earlier version wrote', () =>
      expect(old).toContain('"parts":[[1,"df505562"],[2,"d43a8771"]]}'));

    test('is read, and written as it was when nothing changed', () => {
      const read = parseLock(old, 'a-bank');
      const after = settled(two, read, start + day);
      expect(after.changes).toMatchObject({ changed: [], unchanged: 2, risks: [], edited: [] });
      expect(formatLock(after.lock, 1)).toBe(old);
      expect(formatLock(after.lock)).toBe(text);
    });

    test('and of both formats, as a merge leaves it, is read too', () => {
      const line = /^"b".*$/m;
      const both = old
        .replace(line, (each) => `${each}\n\n${line.exec(text)?.[0]}`)
        .replace('"format": 1,', '"format": 1,\n"format": 2,');
      expect(parseLock(both, 'a-bank')).toEqual(lock);
    });
  });

  test('may hold one time twice after a merge: the note that is older keeps it, the other gets one of its own', () => {
    const doubled = {
      ...lock.notes,
      b: { ...entryOf('b'), created: entryOf('a').created, changed: entryOf('b').changed + 9 },
    };
    const after = settled(two, { ...lock, notes: doubled }, start + day);
    expect(after.lock.notes.a?.created).toBe(entryOf('a').created);
    expect(after.lock.notes.b?.created).toBe(start + day);
    expect(after.changes.unchanged).toBe(2);
    expect(settled(two, after.lock, start + 2 * day).lock).toEqual(after.lock);
  });

  test('from a clock that is more than a day ahead is told of', () => {
    expect(settled(two, lock, start - day / 2).changes.ahead).toBeUndefined();
    expect(settled(two, lock, start - 2 * day).changes.ahead).toBe(start / 1000);
  });
});
