import type { LockEntry } from '../../src/identity/entry.ts';
import { emptyLock, type Lock } from '../../src/identity/lock.ts';
import type { NoteQuestion, NoteWriter } from '../../src/identity/note.ts';
import { numberParts } from '../../src/identity/parts/number-parts.ts';
import { settle } from '../../src/identity/settle.ts';
import { atMost, effortOf } from '../effort.ts';

const start = Date.UTC(2026, 0, 1);

/** A writer that says of each question only its id. */
const writerOf = (questions: readonly NoteQuestion[]): NoteWriter<undefined> => ({
  questions,
  fieldNames: { notice: 'Notice', derived: 'Data', shared: new Set() },
  typeOf: () => 'basic',
  partsOf: () => undefined,
  write: ({ prompt }) => ({ content: undefined, hash: prompt, fields: { Prompt: prompt } }),
  replaced: () => ({ content: undefined, hash: '', fields: {} }),
});

const question = (id: string, more: object = {}) =>
  ({ id, kind: 'basic', prompt: id, was: [], ...more }) as unknown as NoteQuestion;

const questions = (count: number, name: string) =>
  Array.from({ length: count }, (_, at) => question(`${name}${at}`));

const entry = (at: number, more: Partial<LockEntry> = {}): LockEntry => ({
  guid: `g${at}`,
  type: 'basic',
  created: start - at,
  changed: start / 1000,
  hash: `a${at}`,
  fields: { Prompt: `a${at}` },
  ...more,
});

const lockOf = (count: number): Lock => ({
  bank: 'b',
  notes: Object.fromEntries(Array.from({ length: count }, (_, at) => [`a${at}`, entry(at)])),
});

/** More than JavaScript takes as the arguments of one call. */
const many = 130_000;

test('a lock of so many notes can be built from', () => {
  const { changes } = settle('b', lockOf(many), start, writerOf([]));
  expect(changes.gone).toHaveLength(many);
});

test('the effort grows with the questions, not with their square', () => {
  const lock = lockOf(20_000);
  const all = writerOf(questions(20_000, 'a'));
  expect(effortOf(() => settle('b', lock, start, all))).toBeLessThan(atMost);
  expect(effortOf(() => settle('b', emptyLock('b'), start, all))).toBeLessThan(atMost);
});

test('so it does where all questions have gone and others come', () => {
  const others = writerOf(questions(5000, 'b'));
  expect(effortOf(() => settle('b', lockOf(5000), start, others))).toBeLessThan(atMost);
});

const parts = Array.from({ length: many }, (_, at) => ({ text: `p${at}` }));

test('a question may have so many parts', () => {
  expect(numberParts('cloze', [], numberParts('cloze', parts)).gone).toHaveLength(many);
});

test('the effort grows with the parts, not with their square', () => {
  const some = parts.slice(0, 20_000);
  const known = numberParts('cloze', some);
  const odd = numberParts(
    'cloze',
    some.filter((_, at) => at % 2 === 1),
    known,
  );
  let again = odd;
  expect(
    effortOf(() => {
      again = numberParts('cloze', some, odd);
    }),
  ).toBeLessThan(atMost);
  expect(again.parts).toEqual(known.parts);
});

describe('a note that began in the build in which another left', () => {
  test.each([0, 100, 110_000])('is known as it among %d others when "was" comes late', (others) => {
    // Of the new notes of a build the first in the bank has the earliest time.
    const began = entry(0, { created: start - others });
    const old = entry(1, { guid: 'old', created: start - 1e9, gone: start });
    const notes = { ...lockOf(others).notes, new: began, old };
    const { lock } = settle(
      'b',
      { bank: 'b', notes },
      start + 1e9,
      writerOf([question('new', { was: ['old'] })]),
    );
    expect(lock.notes.new?.guid).toBe('old');
  });

  test('is another where the builds were some minutes apart', () => {
    const notes = {
      new: entry(0, { created: start - 110_000 }),
      old: entry(1, { guid: 'old', gone: start }),
    };
    const { lock } = settle(
      'b',
      { bank: 'b', notes },
      start + 1e9,
      writerOf([question('new', { was: ['old'] })]),
    );
    expect(lock.notes.new?.guid).toBe('g0');
  });
});
