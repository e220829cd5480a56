import { emptyLock } from '../../../../src/identity/lock.ts';
import { goodBank } from '../../../bank/bank-of.ts';
import { everyKind } from '../../../bank/every-kind.ts';
import { buildDeck } from '../build-deck.ts';
import { testWithEachAnki } from './anki.ts';

/** The smallest PNG there is: one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

interface Card {
  readonly guid: string;
  readonly ord: number;
  readonly front: string;
  readonly back: string;
}

testWithEachAnki('every kind arrives, with the cards that its templates call for', async (newLearner) => {
  const bank = goodBank(everyKind, {}, ['map.png', 'word.mp3']);
  const deck = await buildDeck(bank, emptyLock(bank.id), Date.now() - 60_000, () => pixel);
  const learner = newLearner();
  expect(learner.import(deck.apkg)).toEqual({ new: 14, updated: 0, duplicate: 0, conflicting: 0 });
  const [cards, found, wrong] = learner.run({ do: 'render' }, { do: 'check' }, { do: 'resave' }) as [
    Card[],
    unknown,
    unknown,
  ];
  expect(found).toEqual({ empty: [], missing: [], unused: [], integrity: expect.any(String), fine: true });
  expect(wrong).toEqual([]);
  const byId = new Map(Object.entries(deck.lock.notes).map(([id, { guid }]) => [guid, id]));
  const counts: Record<string, number> = {};
  for (const { guid } of cards) counts[byId.get(guid) ?? ''] = (counts[byId.get(guid) ?? ''] ?? 0) + 1;
  expect(counts).toEqual({
    'q-basic': 1,
    'q-typed': 1,
    'q-number': 1,
    'q-term': 2,
    'q-cloze': 2,
    'q-choice': 1,
    'q-claim': 1,
    'q-match': 3,
    'q-order': 1,
    'q-list': 3,
    'q-discuss': 1,
    'q-diagram': 2,
    'q-inside-1': 1,
    'q-inside-2': 1,
  });
  const card = (id: string, ord = 0) => cards.find((each) => byId.get(each.guid) === id && each.ord === ord);
  expect(card('q-inside-2')?.front).toContain('twice');
  expect(card('q-match', 2)?.front).toContain('three');
  expect(card('q-diagram', 1)?.back).toMatch(/<span class="?cloze"?[^>]*>low-water line<\/span>/);
});
