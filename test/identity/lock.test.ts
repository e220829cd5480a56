import type { LockEntry } from '../../src/identity/entry.ts';
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
      '"format": 1,',
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
      text.replace('"parts":[[1', '"parts":[["1"'),
      'the line of "b" is damaged; restore it from git',
    ],
    [
      'parts that are no list',
      text.replace('"parts":[[', '"parts":7,"x":[['),
      'the line of "b" is damaged; restore it from git',
    ],
    [
      'fields that are null',
      text.replace(/"fields":\{[^}]*\}/, '"fields":null'),
      'the line of "a" is damaged; restore it from git',
    ],
    ['no notes', '{"format": 1, "bank": "a-bank"}', 'its notes are missing; restore it from git'],
    ['another file', '{"name": "x"}', 'it is not a lock file of Recto Verso; restore it from git'],
    ['a list', '[]', 'it is not a lock file of Recto Verso; restore it from git'],
    ['nothing', 'null', 'it is not a lock file of Recto Verso; restore it from git'],
    [
      'a newer format',
      text.replace('"format": 1', '"format": 2'),
      'a newer Recto Verso wrote it (format 2, this one reads 1); update Recto Verso',
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
    const older = `"a": ${JSON.stringify(entryOf('a'))},\n`;
    const newer = `"a": ${JSON.stringify({ ...entryOf('a'), changed: entryOf('a').changed + 5 })},\n`;
    for (const lines of [older + newer, newer + older]) {
      const read = parseLock(
        text.replace(/^"a": .*\n/m, () => lines),
        'a-bank',
      );
      expect(read.notes.a?.changed).toBe(entryOf('a').changed + 5);
    }
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
