import { emptyLock, formatLock, type Lock } from '../../../src/identity/lock.ts';
import { lockFromPackages, publishedLines } from '../../../src/targets/anki/published.ts';
import { readPackage } from '../../../src/targets/anki/read-package.ts';
import { goodBank } from '../../bank/bank-of.ts';
import { everyKind } from '../../bank/every-kind.ts';
import { buildDeck } from './build-deck.ts';

const start = Date.UTC(2026, 0, 1);
const hour = 3_600_000;
const media = ['map.png', 'word.mp3'];
const picture = () => new Uint8Array([1]);

/** Versions of a bank, an hour apart, each built from the lock of the one before. */
async function versions(...texts: string[]) {
  const built = [];
  let lock: Lock = emptyLock('a-bank');
  for (const [at, text] of texts.entries()) {
    const bank = goodBank(text, {}, media);
    const deck = await buildDeck(bank, lock, start + at * hour, picture);
    lock = deck.lock;
    built.push({ bank, deck, notes: await readPackage(deck.apkg) });
  }
  return built;
}

/** The lock that the packages tell of, with the bank as it is in the last. */
async function fromPackages(built: Awaited<ReturnType<typeof versions>>, ...which: number[]) {
  const { bank, deck } = built.at(-1) as (typeof built)[number];
  const packages = which.map((at) => built[at]?.notes ?? []);
  return { lock: lockFromPackages(bank, packages, picture), wanted: deck.lock };
}

const parts = `
  - {id: l, list: Name *them*., items: ["the *Sun*", "5 < 6 & x", "x::y", "$a_b$ and **b**", "a \\"b\\" [c](https://example.org)"]}
  - {id: m, match: M, pairs: {"*one*": 1, two: "{2}", "tw<o": 2}}
  - {id: c, cloze: "The {{Moon::a *hint*}} pulls; the {{Moon}} shines {{c7::on}} \`{{it}}\`."}
  - {id: old, was: older, ask: A?, answer: B}
`;

test('the lock of every kind comes back as it was', async () => {
  const { lock, wanted } = await fromPackages(await versions(`${everyKind}${parts}`), 0);
  expect(formatLock(lock)).toBe(formatLock(wanted));
});

test('so it does after texts were changed, but for what only a lock can know', async () => {
  const built = await versions(
    parts,
    parts.replace('the *Sun*', 'the *Star*').replace('answer: B', 'answer: C'),
  );
  const { lock, wanted } = await fromPackages(built, 1);
  expect(formatLock(lock)).toBe(formatLock(wanted).replace(/,"first":"[0-9a-f]*"/, ''));
});

test('parts that the bank has no more are known by what their card shows', async () => {
  const built = await versions(parts, parts.replace('shines {{c7::on}}', 'shines on'));
  const { lock } = await fromPackages(built, 0);
  expect(lock.notes.c?.parts?.map(({ number, text }) => [number, text])).toEqual([
    [8, 'Moon'],
    [9, 'Moon'],
    [7, 'on'],
  ]);
});

test('parts that had gone are known if an older package is given too', async () => {
  const built = await versions(parts, parts.replace('shines {{c7::on}}', 'shines on'));
  expect((await fromPackages(built, 1)).lock.notes.c?.goneParts).toBeUndefined();
  for (const which of [
    [0, 1],
    [1, 0],
  ]) {
    const { lock, wanted } = await fromPackages(built, ...which);
    expect(lock.notes.c?.goneParts?.map(({ number }) => number)).toEqual([7]);
    expect(lock.notes.c?.changed).toBe(wanted.notes.c?.changed);
  }
});

test('a note that its question left behind is known as such', async () => {
  const built = await versions(
    '  - {id: a, cloze: "{{One}} and {{two}}"}\n',
    '  - {id: a, ask: A?, answer: one}\n',
  );
  const { lock, wanted } = await fromPackages(built, 1);
  expect(Object.keys(lock.notes).sort()).toEqual(['a', 'a@cloze']);
  for (const id of ['a', 'a@cloze']) {
    const { guid, created, changed, hash } = wanted.notes[id] ?? {};
    expect(lock.notes[id]).toMatchObject({ guid, created, changed, hash });
  }
  expect(lock.notes['a@cloze']?.parts?.map(({ number }) => number)).toEqual([1, 2]);
});

test('what is no package of ours is told', async () => {
  await expect(readPackage(new Uint8Array([1, 2]))).rejects.toThrow('it is no Anki package');
});

test('a package tells what learners know each card as', async () => {
  const { lock } = await fromPackages(await versions('  - {id: l, list: L, items: [one, two]}\n'), 0);
  expect(publishedLines(lock)).toEqual(['l:1=the whole list', 'l:2=one', 'l:3=two']);
});
