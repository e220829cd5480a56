import { emptyLock } from '../../../../src/identity/lock.ts';
import type { Deck } from '../../../../src/targets/anki/build.ts';
import { wordsFor } from '../../../../src/words/index.ts';
import { goodBank } from '../../../bank/bank-of.ts';
import { buildDeck } from '../build-deck.ts';
import { type Learner, testWithEachAnki } from './anki.ts';

const hourAgo = Date.now() - 3_600_000;

/** Topics whose names do not sort as the bank has them. */
const topics: Record<string, string> = {
  '01-topic.yaml':
    'topic: Zinc\nquestions:\n  - {id: z1, ask: Z1?, answer: a}\n  - {id: z2, cloze: "{{a}} {{b}}"}\n',
  '02-topic.yaml':
    'topic: "Acids::strong \\"and\\" weak"\nquestions:\n  - {id: a1, ask: A1?, answer: a}\n  - {id: a2, term: t, means: m}\n',
  '03-topic.yaml': 'topic: Metals\nquestions:\n  - {id: m1, claim: M1., verdict: true}\n',
};

const deckFile = (rest: string) =>
  `deck: "Science::Chemistry"\nid: chemistry\nauthor: A. Writer\nlicense: CC-BY-4.0\nversion: 1.2.0\n${rest}`;

async function built(rest: string): Promise<{ deck: Deck; id: (guid: string) => string }> {
  const bank = goodBank('', { ...topics, 'deck.yaml': deckFile(rest) });
  const deck = await buildDeck(bank, emptyLock(bank.id), hourAgo, () => new Uint8Array());
  const ids = new Map(Object.entries(deck.lock.notes).map(([id, { guid }]) => [guid, id]));
  return { deck, id: (guid) => ids.get(guid) ?? guid };
}

interface DeckRow {
  readonly description: string;
  readonly markdown: boolean;
  readonly options: {
    readonly id: number;
    readonly name: string;
    readonly new: { readonly perDay: number };
    readonly desiredRetention?: number;
    readonly newGatherPriority: number;
  };
}

const decksOf = (learner: Learner) => learner.run({ do: 'decks' })[0] as Record<string, DeckRow>;
const presetsOf = (learner: Learner) =>
  learner.run({ do: 'presets' })[0] as Record<string, DeckRow['options']>;

/** The ids of the notes in the order in which their cards would come today. */
function queued(learner: Learner, deck: string, id: (guid: string) => string): string[] {
  const [cards] = learner.run({ do: 'queue', deck }) as [[string, number][]];
  return cards.map(([guid, ord]) => `${id(guid)}-${ord}`);
}

const suggested = 'anki: {new-per-day: 15, retention: 0.85}\n';

describe('the decks', () => {
  testWithEachAnki('have the description as HTML, and a subdeck a topic', async (newLearner) => {
    const { deck, id } = await built(
      'description: "How to *use* it: [here](https://example.org)."\nsubdecks: topic\n',
    );
    const learner = newLearner();
    learner.import(deck.apkg);
    const decks = decksOf(learner);
    expect(Object.keys(decks).sort()).toEqual([
      'Default',
      'Science',
      'Science::Chemistry',
      "Science::Chemistry::Acids:strong 'and' weak",
      'Science::Chemistry::Metals',
      'Science::Chemistry::Zinc',
    ]);
    expect(decks['Science::Chemistry']).toMatchObject({
      description:
        '<p>How to <em>use</em> it: <a href="https://example.org">here</a>.</p>' +
        `<p>A. Writer · version 1.2.0 · CC-BY-4.0</p><p>${wordsFor('en').updates}</p>`,
      // Then Anki would read the HTML as Markdown; old versions, and phones, show HTML alone.
      markdown: false,
    });
    const where = learner.cards().map(([guid, ord, name]) => `${id(guid)}-${ord} ${name.split('::').at(-1)}`);
    expect(where.sort()).toEqual([
      "a1-0 Acids:strong 'and' weak",
      "a2-0 Acids:strong 'and' weak",
      "a2-1 Acids:strong 'and' weak",
      'm1-0 Metals',
      'z1-0 Zinc',
      'z2-0 Zinc',
      'z2-1 Zinc',
    ]);
    expect(Object.keys(presetsOf(learner))).toEqual(['1']);
  });

  testWithEachAnki('have no line end on their page but in code', async (newLearner) => {
    const text =
      'What raises\n  the tides,\n  and when.\n\n  ```\n  a\n  b\n  ```\n\n  - one\n  - <b> & {{two}}\n';
    const { deck } = await built(`language: de\ndescription: |\n  ${text}`);
    const learner = newLearner();
    learner.import(deck.apkg);
    expect(decksOf(learner)['Science::Chemistry']?.description).toBe(
      '<p>What raises the tides, and when.</p><pre><code>a\nb</code></pre>' +
        '<ul><li>one</li><li>&lt;b&gt; &amp; &#123;&#123;two&#125;&#125;</li></ul>' +
        `<p>A. Writer · version 1.2.0 · CC-BY-4.0</p><p>${wordsFor('de').updates}</p>`,
    );
  });

  testWithEachAnki("keep the learner's own options, and come in the bank's order", async (newLearner) => {
    const { deck, id } = await built('');
    const learner = newLearner();
    learner.run({ do: 'change-preset', id: 1, values: { name: 'Mine', maxTaken: 33 } });
    learner.import(deck.apkg);
    expect(decksOf(learner)['Science::Chemistry']?.options).toMatchObject({
      id: 1,
      name: 'Mine',
      maxTaken: 33,
    });
    expect(queued(learner, 'Science::Chemistry', id)).toEqual([
      'z1-0',
      'z2-0',
      'a1-0',
      'a2-0',
      'm1-0',
      'z2-1',
      'a2-1',
    ]);
  });
});

testWithEachAnki(
  'decks have the names that the package gives them, however the author spelt them',
  async (newLearner) => {
    const names = ['Wages', '  wages ', 'Cafe\u0301', 'Caf\u00e9', 'a\tb', 'x"y', '::', 'a: :b:', 'q::r'];
    const topic = (name: string, at: number) =>
      `topic: ${JSON.stringify(name)}\nquestions:\n  - {id: q${at}, ask: A?, answer: b}\n`;
    const files = Object.fromEntries(names.map((name, at) => [`0${at + 1}-topic.yaml`, topic(name, at)]));
    const head = 'deck: "A :: Cafe\u0301"\nid: a-bank\nsubdecks: topic\n';
    const bank = goodBank('', { ...files, 'deck.yaml': head });
    const deck = await buildDeck(bank, emptyLock(bank.id), hourAgo, () => new Uint8Array());
    const learner = newLearner();
    learner.import(deck.apkg);
    const own = 'A::Caf\u00e9';
    const subdecks = ['Wages', 'Caf\u00e9', 'a b', "x'y", 'a: :b', 'q:r'].map((name) => `${own}::${name}`);
    expect(Object.keys(decksOf(learner)).sort()).toEqual(['A', 'Default', own, ...subdecks].sort());
    expect(learner.run({ do: 'check' })).toMatchObject([{ fine: true }]);
  },
);

describe('the options that an author suggests', () => {
  testWithEachAnki('come only if the learner asks for them', async (newLearner, version) => {
    const { deck, id } = await built(`subdecks: topic\n${suggested}`);
    const learner = newLearner();
    learner.import(deck.apkg);
    // Up to 23.09 Anki did not ask.
    expect(Object.keys(presetsOf(learner))).toHaveLength(version === 'oldest' ? 2 : 1);
    if (version === 'newest') learner.import(deck.apkg, { with_deck_configs: true });

    const decks = decksOf(learner);
    const names = Object.keys(decks).filter((name) => name.startsWith('Science::Chemistry'));
    expect(names).toHaveLength(4);
    for (const name of names) {
      const { options } = decks[name] as DeckRow;
      expect(options).toMatchObject({ name: 'Science::Chemistry', newGatherPriority: 1 });
      expect(options.new.perDay).toBe(15);
      if (version === 'newest') expect(options.desiredRetention).toBeCloseTo(0.85);
    }
    expect(queued(learner, 'Science::Chemistry', id)).toEqual(['z1-0', 'z2-0', 'a1-0', 'a2-0', 'm1-0']);
  });

  testWithEachAnki('are kept as the learner changed them when the deck comes again', async (newLearner) => {
    const { deck } = await built(suggested);
    const learner = newLearner();
    learner.import(deck.apkg, { with_deck_configs: true });
    const [preset] = Object.values(presetsOf(learner)).filter(({ id }) => id !== 1);
    const values = { maxTaken: 33, new: { ...preset?.new, perDay: 3 } };
    learner.run({ do: 'change-preset', id: preset?.id ?? 0, values });
    const next = await built('anki: {new-per-day: 30}\n');
    learner.import(next.deck.apkg, { with_deck_configs: true });
    const after = presetsOf(learner);
    expect(after[String(preset?.id)]).toMatchObject({ maxTaken: 33, new: { perDay: 3 } });
    expect(Object.keys(after)).toHaveLength(2);
  });
});
