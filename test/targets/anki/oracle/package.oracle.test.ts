import { loadBank } from '../../../../src/bank/load.ts';
import { emptyLock } from '../../../../src/identity/lock.ts';
import { readBankFiles } from '../../../../src/node.ts';
import { buildDeck } from '../build-deck.ts';
import { testWithEachAnki } from './anki.ts';

const cwd = process.cwd();

async function realDeck() {
  const { bank } = loadBank(await readBankFiles('cards/deutscher-1956', cwd));
  if (!bank) throw new Error('the bank on Deutscher does not load');
  return {
    bank,
    deck: await buildDeck(bank, emptyLock(bank.id), Date.now() - 60_000, () => new Uint8Array()),
  };
}

interface Card {
  readonly front: string;
  readonly back: string;
}

describe('the deck on Deutscher, in the real Anki', () => {
  testWithEachAnki('arrives whole, and nothing is found wrong with it', async (newLearner) => {
    const { bank, deck } = await realDeck();
    const learner = newLearner();
    expect(learner.import(deck.apkg)).toEqual({
      new: bank.questions.length,
      updated: 0,
      duplicate: 0,
      conflicting: 0,
    });
    const [cards, found, wrong] = learner.run({ do: 'render' }, { do: 'check' }, { do: 'resave' });
    expect(cards).toHaveLength(deck.notes.flatMap(({ content }) => content.cards).length);
    for (const { front, back } of cards as Card[]) {
      expect(visible(front)).not.toBe('');
      expect(visible(back)).not.toBe('');
    }
    expect(found).toEqual({ empty: [], missing: [], unused: [], integrity: expect.any(String), fine: true });
    expect((found as { integrity: string }).integrity).toMatch(/^Database rebuilt and optimized\.?$/);
    expect(wrong).toEqual([]);
  });

  testWithEachAnki('imported twice changes nothing', async (newLearner) => {
    const { bank, deck } = await realDeck();
    const learner = newLearner();
    learner.import(deck.apkg);
    const before = [learner.notes(), learner.cards()];
    expect(learner.import(deck.apkg)).toEqual({
      new: 0,
      updated: 0,
      duplicate: bank.questions.length,
      conflicting: 0,
    });
    expect([learner.notes(), learner.cards()]).toEqual(before);
  });
});

const visible = (html: string): string =>
  html.replace(/<style[\s\S]*?<\/style>|<script[\s\S]*?<\/script>|<[^>]*>/g, '').trim();
