import { emptyLock, type Lock } from '../../../../src/identity/lock.ts';
import type { Deck } from '../../../../src/targets/anki/build.ts';
import { goodBank } from '../../../bank/bank-of.ts';
import { buildDeck } from '../build-deck.ts';
import { testWithEachAnki } from './anki.ts';

const hour = 3_600_000;
const start = Date.now() - 1000 * hour;

/** Builds a bank `hours` after the first build, on top of an earlier one. */
const built = (questions: string, before?: Deck, hours = 0): Promise<Deck> => {
  const lock: Lock = before?.lock ?? emptyLock('a-bank');
  return buildDeck(goodBank(questions), lock, start + hours * hour, () => new Uint8Array());
};

const first = `
  - {id: capital, ask: What is the capital of France?, answer: Paris}
  - {id: river, ask: Which river runs through it?, answer: The Seine}
  - {id: tower, choose: Who built the tower?, right: Eiffel, wrong: [Haussmann, Garnier]}
  - {id: gap, cloze: "{{Paris}} lies on the {{Seine}}."}
  - {id: word, term: arrondissement, means: a district of the city}
`;

const guid = (deck: Deck, id: string): string => deck.lock.notes[id]?.guid ?? '';

describe('a new version of a deck', () => {
  testWithEachAnki(
    'updates what changed, adds what is new, and leaves the rest alone',
    async (newLearner) => {
      const learner = newLearner();
      const one = await built(first);
      learner.import(one.apkg);
      const [studied] = learner.run({ do: 'study', deck: 'A deck', cards: 4 });
      expect(studied).toHaveLength(4);
      learner.run({ do: 'edit', guid: guid(one, 'river'), field: 'Answer', value: 'The Seine, of course' });
      const cards = learner.cards();

      const next = first
        .replace('answer: Paris}', 'answer: "Paris, on the Seine"}')
        .replace('Haussmann, Garnier', 'Haussmann, Le Corbusier');
      const two = await built(
        `${next}  - {id: new, ask: How many arrondissements are there?, answer: 20}\n`,
        one,
        24,
      );
      expect(two.changes.changed.map(({ id }) => id)).toEqual(['capital', 'tower']);
      expect(learner.import(two.apkg)).toEqual({ new: 1, updated: 2, duplicate: 3, conflicting: 0 });

      const notes = learner.notes();
      expect(notes[guid(one, 'capital')]?.fields.Answer).toBe('Paris, on the Seine');
      expect(notes[guid(one, 'tower')]?.fields.Options).toContain('Le Corbusier');
      expect(notes[guid(one, 'river')]?.fields.Answer).toBe('The Seine, of course');
      const after = learner.cards();
      expect(after.filter(([id]) => id !== guid(two, 'new'))).toEqual(cards);
      expect(after).toHaveLength(cards.length + 1);

      expect(learner.import(two.apkg)).toEqual({ new: 0, updated: 0, duplicate: 6, conflicting: 0 });
      expect(learner.cards()).toEqual(after);
    },
  );
});
