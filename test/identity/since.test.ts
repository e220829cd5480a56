import { emptyLock, type Lock } from '../../src/identity/lock.ts';
import { changesSince } from '../../src/identity/since.ts';
import { fieldNames } from '../../src/targets/anki/writer.ts';
import { goodBank } from '../bank/bank-of.ts';
import { settleNotes } from './settle-notes.ts';

const start = Date.UTC(2026, 0, 1);

const bankOf = (...questions: string[]) =>
  goodBank(questions.map((question) => `  - {${question}}\n`).join('') || '  []\n');

/** A bank that was built once for each of its versions, a second apart; what is told at the last of them. */
function told(...versions: (readonly string[])[]) {
  const locks: Lock[] = [emptyLock('a-bank')];
  const builds = versions.map((questions, at) => {
    const built = settleNotes(bankOf(...questions), locks.at(-1) as Lock, start + at * 1000);
    locks.push(built.lock);
    return built;
  });
  const last = builds.at(-1);
  if (!last) throw new Error('no version was built');
  const since = (at: number) => changesSince(last, locks[at] as Lock, start + 10_000, fieldNames);
  return { last, since };
}

const a = 'id: a, ask: What is A?, answer: one';
const b = 'id: b, claim: B is so., verdict: true';
const list = (...items: string[]) => `id: l, list: Name all., items: [${items.join(', ')}]`;

test('since the lock before, they are what the build itself says', () => {
  const first = [a, b, list('Ulm', 'Rom', 'Oslo'), 'id: d, term: D, means: four'];
  const second = [
    a.replace('one', 'two'),
    `${b}, retired: 2026-01-02`,
    list('Rom', 'Bern', 'Oslo'),
    'id: dee, was: d, ask: D?, answer: four',
    'id: e, ask: E?, answer: five',
  ];
  const { last, since } = told(first, second);
  expect(last.changes).toMatchObject({
    added: ['dee', 'e'],
    retired: ['b'],
    renamed: [{ from: 'd', to: 'dee' }],
    retyped: [{ id: 'dee', from: 'term', to: 'basic', again: true }],
  });
  expect(since(1)).toEqual(last.changes);
});

test('are those of all versions since, each question once', () => {
  const { last, since } = told(
    [a, b],
    [a.replace('one', 'two'), b],
    [a.replace('one', 'two'), b, 'id: c, ask: C?, answer: three'],
    [a.replace('one', 'two'), b, 'id: c, ask: What is C?, answer: three'],
  );
  expect(last.changes).toMatchObject({ added: [], changed: [{ id: 'c' }] });
  expect(since(1)).toMatchObject({ added: ['c'], changed: [{ id: 'a', fields: ['Answer'] }], unchanged: 1 });
  expect(since(3)).toMatchObject({ added: [], changed: [{ id: 'c' }], unchanged: 2 });
});

test('find a note under whatever name it had, even if no `was` says so any more', () => {
  const renamed = a.replace('id: a', 'id: bee, was: a');
  const { since } = told([a], [renamed], [a.replace('id: a', 'id: bee')]);
  expect(since(1)).toMatchObject({ added: [], gone: [], renamed: [{ from: 'a', to: 'bee' }] });
  expect(since(2)).toMatchObject({
    added: [],
    gone: [],
    renamed: [],
    changed: [{ id: 'bee', fields: ['Data'] }],
  });
});

test('tell of a kind that changed, and that changed back', () => {
  const typed = 'id: a, ask: What is A?, typed: one';
  const { since } = told([a], [typed], [a]);
  expect(since(2)).toMatchObject({ restored: ['a'], retyped: [{ id: 'a', from: 'typed', again: true }] });
  expect(since(1)).toMatchObject({ restored: [], retyped: [], added: [] });
});

test('tell of what left, and of what came back', () => {
  const { since } = told([a, b], [a], [b]);
  expect(since(1)).toMatchObject({ gone: [{ id: 'a' }], restored: [], unchanged: 1 });
  expect(since(2)).toMatchObject({ gone: [{ id: 'a' }], restored: ['b'] });
});

test('tell of a part that was edited over and over that its card stays', () => {
  const { last, since } = told(
    [list('Ulm', 'Rom', 'Oslo')],
    [list('Ulm', 'Rome', 'Oslo')],
    [list('Ulm', 'The city of Romulus', 'Oslo')],
  );
  expect(last.changes.emptied).toEqual([]);
  expect(since(1).emptied).toEqual([]);
  expect(since(1).changed.map(({ id }) => id)).toEqual(['l']);
});

test('tell of a text that was changed and changed back, for its note is newer than what learners wrote', () => {
  const { since } = told([a, b], [a.replace('one', 'two'), b], [a, b]);
  expect(since(1)).toMatchObject({ changed: [{ id: 'a', fields: [] }], unchanged: 1 });
});
