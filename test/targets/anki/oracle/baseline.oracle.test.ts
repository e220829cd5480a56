import { execFileSync } from 'node:child_process';
import { emptyLock, type Lock } from '../../../../src/identity/lock.ts';
import type { Deck } from '../../../../src/targets/anki/build.ts';
import { goodBank } from '../../../bank/bank-of.ts';
import { buildDeck } from '../build-deck.ts';
import { Learner, testWithAnki } from './anki.ts';

// Against anki-apkg-export, the package writer that others use: the same cards from both, and what an update does.

type Cards = readonly (readonly [front: string, back: string])[];

/** Writes a package as its README says. It runs by itself, for it warns on the console of what it uses. */
const script = `
const { default: Exporter } = require('anki-apkg-export');
const exporter = new Exporter('A deck');
for (const [front, back] of JSON.parse(require('fs').readFileSync(0))) exporter.addCard(front, back);
exporter.save().then((apkg) => process.stdout.write(apkg));
`;

/** Its package of these cards. */
const theirs = (cards: Cards): Uint8Array =>
  execFileSync(process.execPath, ['-e', script], {
    input: JSON.stringify(cards),
    stdio: 'pipe',
    maxBuffer: 1 << 26,
  });

const hourAgo = Date.now() - 3_600_000;

function ours(cards: Cards, lock: Lock = emptyLock('a-bank'), now = hourAgo): Promise<Deck> {
  const question = ([front, back]: readonly [string, string], at: number) =>
    `  - {id: q${at}, ask: ${front}, answer: ${back}}\n`;
  return buildDeck(goodBank(cards.map(question).join('')), lock, now, () => new Uint8Array());
}

const cards = Array.from({ length: 300 }, (_, at) => [`What is ${at}²?`, `It is ${at * at}`] as const);

const pairs = (learner: Learner, front: string, back: string) =>
  Object.values(learner.notes())
    .map(({ fields }) => [fields[front], fields[back]])
    .sort();

testWithAnki(
  '300 basic cards say the same in Anki as those of anki-apkg-export',
  async () => {
    const [peer, own] = [new Learner(), new Learner()];
    expect(peer.import(theirs(cards))).toMatchObject({ new: 300 });
    expect(own.import((await ours(cards)).apkg)).toMatchObject({ new: 300 });
    const expected = cards.map((card) => [...card]).sort();
    expect(pairs(peer, 'Front', 'Back')).toEqual(expected);
    expect(pairs(own, 'Question', 'Answer')).toEqual(expected);
  },
  60_000,
);

testWithAnki(
  'after one word is mended, ours is updated, and theirs doubles every card',
  async () => {
    const few = cards.slice(0, 10);
    const mended = few.map(([front, back], at) => [front, at === 4 ? `${back}.` : back] as const);

    const peer = new Learner();
    peer.import(theirs(few));
    expect(peer.import(theirs(mended))).toEqual({ new: 10, updated: 0, duplicate: 0, conflicting: 0 });
    expect(peer.cards()).toHaveLength(20);

    const own = new Learner();
    const first = await ours(few);
    own.import(first.apkg);
    const second = await ours(mended, first.lock, hourAgo + 60_000);
    expect(own.import(second.apkg)).toEqual({ new: 0, updated: 1, duplicate: 9, conflicting: 0 });
    expect(own.cards()).toHaveLength(10);
  },
  60_000,
);

testWithAnki(
  'built again from the same cards, ours is the same to the byte, and theirs doubles every card',
  async () => {
    const few = cards.slice(0, 10);
    const peer = new Learner();
    peer.import(theirs(few));
    expect(peer.import(theirs(few))).toMatchObject({ new: 10, duplicate: 0 });

    const own = new Learner();
    const first = await ours(few);
    own.import(first.apkg);
    const again = await ours(few, first.lock, hourAgo + 60_000);
    expect(Buffer.compare(Buffer.from(first.apkg), Buffer.from(again.apkg))).toBe(0);
    expect(own.import(again.apkg)).toEqual({ new: 0, updated: 0, duplicate: 10, conflicting: 0 });
  },
  60_000,
);
