import { emptyLock, type Lock } from '../../src/identity/lock.ts';
import { goodBank } from '../bank/bank-of.ts';
import { settleNotes } from './settle-notes.ts';

const start = Date.UTC(2026, 0, 1);
const day = 86_400_000;

const settled = (questions: string, lock: Lock = emptyLock('a-bank'), now = start, deck?: string) =>
  settleNotes(goodBank(questions, deck ? { 'deck.yaml': deck } : {}), lock, now);

const two = '  - {id: a, ask: A?, answer: one}\n  - {id: b, ask: B?, answer: two}\n';

describe('mod moves with the content and only then', () => {
  test('nothing changed, nothing moves', () => {
    const first = settled(two);
    const second = settled(two, first.lock, start + day);
    expect(second.lock).toEqual(first.lock);
    expect(second.changes).toMatchObject({ added: [], changed: [], unchanged: 2 });
  });

  test('a changed answer moves its own note to the time of the build', () => {
    const first = settled(two);
    const second = settled(two.replace('two', 'three'), first.lock, start + day);
    expect(second.changes.changed).toEqual([{ id: 'b', fields: ['Answer'] }]);
    expect(second.lock.notes.a).toEqual(first.lock.notes.a);
    expect(second.lock.notes.b?.changed).toBe((start + day) / 1000);
    expect(second.lock.notes.b?.created).toBe(first.lock.notes.b?.created);
  });

  test('a clock that went back still moves it forward', () => {
    const first = settled(two);
    const second = settled(two.replace('two', 'three'), first.lock, start - day);
    expect(second.lock.notes.b?.changed).toBe(start / 1000 + 1);
  });

  test('tags are content', () => {
    const first = settled(two);
    const second = settled(two.replace('answer: two', 'answer: two, tags: x'), first.lock, start + day);
    expect(second.changes.changed).toEqual([{ id: 'b', fields: ['Tags'] }]);
  });

  test('what only authors see is not', () => {
    const first = settled(two);
    const second = settled(
      two.replace('answer: two', 'answer: two, note: check this'),
      first.lock,
      start + day,
    );
    expect(second.changes.unchanged).toBe(2);
  });
});

describe('identity', () => {
  test('comes from bank and id, never from the text or the place', () => {
    const one = settled('  - {id: a, ask: A?, answer: one}\n');
    const other = settled('  - {id: x, ask: X?, answer: x}\n  - {id: a, ask: Another?, answer: text}\n');
    expect(other.lock.notes.a?.guid).toBe(one.lock.notes.a?.guid);
  });

  test('differs between banks', () => {
    const one = settled(two);
    const other = settled(two, emptyLock('b-bank'), start, 'deck: B\nid: b-bank\n');
    expect(other.lock.notes.a?.guid).not.toBe(one.lock.notes.a?.guid);
  });

  test.each([
    ['with its lock', true],
    ['when the lock is lost', false],
  ])('survives renaming %s', (_name, kept) => {
    const first = settled(two);
    const renamed = settled(
      two.replace('id: b', 'id: c, was: b'),
      kept ? first.lock : undefined,
      start + day,
    );
    expect(renamed.lock.notes.c?.guid).toBe(first.lock.notes.b?.guid);
    if (kept)
      expect(renamed.changes).toMatchObject({ renamed: [{ from: 'b', to: 'c' }], gone: [], added: [] });
  });

  test('a question that changes its note type is a new note, and the old one is remembered', () => {
    const first = settled(two);
    const claim = settled(
      two.replace('ask: B?, answer: two', 'claim: B, verdict: true'),
      first.lock,
      start + day,
    );
    expect(claim.changes).toMatchObject({
      retyped: [{ id: 'b', from: 'basic', to: 'claim', again: true }],
      added: ['b'],
    });
    expect(claim.lock.notes.b?.guid).not.toBe(first.lock.notes.b?.guid);
    const back = settled(two, claim.lock, start + 2 * day);
    expect(back.lock.notes.b?.guid).toBe(first.lock.notes.b?.guid);
  });

  test('a question that leaves and comes back keeps its note', () => {
    const first = settled(two);
    const without = settled('  - {id: a, ask: A?, answer: one}\n', first.lock, start + day);
    expect(without.changes).toMatchObject({ gone: [{ id: 'b', retired: false }], unchanged: 1 });
    expect(without.lock.notes.b).toMatchObject({ gone: start + day });
    const again = settled('  - {id: a, ask: A?, answer: one}\n', without.lock, start + day);
    expect(again.changes.gone).toEqual([]);
    const back = settled(two, without.lock, start + 2 * day);
    expect(back.changes.restored).toEqual(['b']);
    expect(back.lock).toEqual(first.lock);
  });
});

describe('note ids', () => {
  test('are unique and not in the future', () => {
    const many = Array.from({ length: 50 }, (_, at) => `  - {id: q${at}, ask: Q${at}?, answer: x}\n`).join(
      '',
    );
    const ids = settled(many).notes.map(({ entry }) => entry.created);
    expect(new Set(ids).size).toBe(50);
    expect(Math.max(...ids)).toBe(start);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
  });
});
