import { readFileSync } from 'node:fs';
import { emptyLock, formatLock, type Lock, parseLock } from '../../src/identity/lock.ts';
import { goodBank } from '../bank/bank-of.ts';
import { runs, testWith } from '../tools.ts';
import { merged } from './merge.ts';
import { settleNotes } from './settle-notes.ts';

const start = Date.UTC(2026, 0, 1);
const hour = 3_600_000;

const testWithGit = testWith('git', runs('git', '--version'));

type Texts = Readonly<Record<string, string>>;

const settled = (texts: Texts, lock: Lock, hours: number) => {
  const questions = Object.entries(texts).map(
    ([id, text]) => `  - {id: ${id}, ask: About ${id}?, answer: ${text}}\n`,
  );
  return settleNotes(goodBank(questions.join('')), lock, start + hours * hour);
};

const base: Texts = { b: 'one', d: 'two', f: 'three' };
const first = settled(base, emptyLock('a-bank'), 0).lock;

/** The lock of two branches, merged by git, built again with all of both; gives also the changes of that build. */
function merge(ours: Texts, theirs: Texts, attributes = '') {
  const [one, other] = [settled(ours, first, 1).lock, settled(theirs, first, 2).lock];
  const { text, conflict } = merged(formatLock(first), formatLock(one), formatLock(other), attributes);
  const lock = parseLock(conflict ? withoutMarks(text) : text, 'a-bank');
  return {
    one,
    other,
    text,
    conflict,
    lock,
    after: settled({ ...base, ...ours, ...theirs, ...changedIn(ours) }, lock, 3),
  };
}

/** What the message on conflict marks asks for. */
const withoutMarks = (text: string): string => text.replace(/^(<{7}|={7}|>{7}).*\n/gm, '');

const changedIn = (texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([id, text]) => base[id] !== text));

describe('two branches that git merges', () => {
  const pairs: [string, Texts, Texts][] = [
    ['change neighbouring questions', { ...base, b: 'ONE' }, { ...base, d: 'TWO' }],
    ['add questions in different places', { ...base, a: 'new' }, { ...base, e: 'new' }],
    ['add a question at the end and change the last', { ...base, g: 'new' }, { ...base, f: 'THREE' }],
    ['delete a question and change its neighbour', { b: 'one', f: 'three' }, { ...base, f: 'THREE' }],
  ];
  testWithGit.each(pairs)('%s: no conflict, and nothing is lost', (_name, ours, theirs) => {
    const { one, other, lock, conflict } = merge(ours, theirs);
    expect(conflict).toBe(false);
    for (const id of Object.keys(lock.notes)) {
      const mine = one.notes[id]?.hash !== first.notes[id]?.hash || one.notes[id]?.gone;
      expect(lock.notes[id]).toEqual((mine ? one : other).notes[id]);
    }
  });

  const union = '*.lock.json merge=union\n';
  const hard: [string, Texts, Texts][] = [
    ['add questions in the same place', { ...base, c1: 'new' }, { ...base, c2: 'new' }],
    ['add questions at the end', { ...base, x: 'new' }, { ...base, y: 'new' }],
    ['add a question beside one that changes', { ...base, c: 'new' }, { ...base, d: 'TWO' }],
    ['change the same question', { ...base, d: 'TWO' }, { ...base, d: 'Two' }],
    ['add the same question', { ...base, c: 'new' }, { ...base, c: 'new' }],
  ];
  describe.each(hard)('%s', (_name, ours, theirs) => {
    testWithGit.each([
      ['with merge=union no conflict', union],
      ['without it a conflict that says what to do', ''],
    ])('%s; no note is lost', (_how, attributes) => {
      const { one, other, text, conflict, lock, after } = merge(ours, theirs, attributes);
      expect(conflict).toBe(attributes === '');
      if (conflict) expect(() => parseLock(text, 'a-bank')).toThrow('delete the lines with the marks');
      const ids = new Set([...Object.keys(one.notes), ...Object.keys(other.notes)]);
      expect(Object.keys(lock.notes).sort()).toEqual([...ids].sort());
      expect(after.changes).toMatchObject({ added: [], gone: [] });
      for (const id of ids) {
        const latest = Math.max(one.notes[id]?.changed ?? 0, other.notes[id]?.changed ?? 0);
        expect(after.lock.notes[id]?.changed).toBeGreaterThanOrEqual(latest);
        expect(after.lock.notes[id]?.guid).toBe((one.notes[id] ?? other.notes[id])?.guid);
      }
    });
  });
});

test('this repository asks git for it', () =>
  expect(readFileSync('.gitattributes', 'utf8')).toContain('*.lock.json merge=union\n'));
