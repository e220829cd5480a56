import { wordsFor } from '../../../../src/words/index.ts';
import { cardsOf, type Imported, Story, scenario, studied } from './scenario.ts';

const questions = `
  - {id: capital, ask: What is the capital of France?, answer: Paris}
  - {id: towns, list: Name its towns., items: [Paris, Rouen, Le Havre]}
`;
const newAnswer = questions.replace('answer: Paris', 'answer: "Paris, on the Seine"');
const oneMore = questions.replace('Rouen,', 'Rouen, Mantes,');
const oneLess = questions.replace('Rouen, ', '');
const more = '  - {id: more, ask: And of Italy?, answer: Rome}\n';

const tomorrow = () => Date.now() + 86_400_000;

/** The cards of a note that an import brought, by ordinal. */
function newCards({ before, after }: Imported, guid: string): number[] {
  const known = cardsOf(before, guid);
  return cardsOf(after, guid).filter((ord) => !known.includes(ord));
}

describe('what Anki overwrites, and what it brings back', () => {
  scenario('The learner stars a note, or it becomes a leech', async () => {
    const story = new Story();
    await story.begin(questions, 2);
    const guids = ['capital', 'towns'].map((id) => story.guid(id));
    const [capital = '', towns = ''] = guids;
    story.do({ do: 'tag', guid: capital, tag: 'marked' }, { do: 'leech', guid: towns });
    const tags = ({ notes }: Imported) => guids.map((guid) => notes[guid]?.tags.slice(-1)[0]);
    const changed = newAnswer.replace('Rouen', 'Honfleur');
    // Built before either, imported after it.
    const early = await story.update(changed);
    expect(early.log).toMatchObject({ updated: 0, duplicate: 2 });
    expect(tags(early)).toEqual(['marked', 'leech']);
    story.skipTo(tomorrow());
    const late = await story.update(
      changed.replace('on the Seine', 'of course').replace('Honfleur', 'Dieppe'),
    );
    expect(late.log).toMatchObject({ updated: 2 });
    expect(tags(late)).toEqual(['a-bank::topic::a-topic', 'a-bank::topic::a-topic']);
  });

  scenario('The learner edits a note to which the author had added a part', async () => {
    const story = new Story();
    await story.begin(questions);
    const guid = story.guid('towns');
    story.learner.run({ do: 'edit', guid, field: 'Prompt', value: 'Which towns?' });
    const added = await story.update(oneMore);
    expect(added.notes[guid]?.fields.Prompt).toBe('Which towns?');
    const arrived = newCards(added, guid);
    expect(arrived).toHaveLength(1);
    expect(added.empty).toEqual(arrived.map((ord) => [guid, ord]));
    story.skipTo(tomorrow());
    const filled = await story.update(oneMore.replace('Name its', 'Name three'));
    expect(filled.empty).toEqual([]);
  });

  scenario('The learner runs Empty Cards', async () => {
    const story = new Story();
    await story.begin(questions, 5);
    const guid = story.guid('towns');
    const removed = await story.update(oneLess);
    expect(removed.empty).toHaveLength(1);
    const kept = cardsOf(removed.after, guid).filter(
      (ord) => !removed.empty.some(([, gone]) => gone === ord),
    );
    story.do({ do: 'remove-empty' });
    const back = await story.update(questions);
    expect(newCards(back, guid)).toEqual(removed.empty.map(([, ord]) => ord));
    expect(studied(back.after, guid)).toEqual(kept);
  });

  scenario('The learner imports an old version after a new one', async () => {
    const story = new Story();
    const old = await story.begin(questions, 5);
    const guid = story.guid('towns');
    await story.update(newAnswer.replace('Rouen, ', ''));
    story.do({ do: 'remove-empty' });
    const late = story.import(old.apkg);
    expect(late.log).toEqual({ new: 0, updated: 0, duplicate: 2, conflicting: 0 });
    expect(late.notes[story.guid('capital')]?.fields.Answer).toBe('Paris, on the Seine');
    expect(late.empty).toEqual(newCards(late, guid).map((ord) => [guid, ord]));
    expect(late.empty).toHaveLength(1);
    expect(studied(late.after, guid)).not.toContain(late.empty[0]?.[1]);
  });

  scenario('The learner adds a deletion', async () => {
    const story = new Story();
    await story.begin(questions);
    const guid = story.guid('towns');
    story.skipTo(tomorrow());
    const next = await story.publish(oneMore);
    const ours = story.learner.cards().flatMap(([of, ord]) => (of === guid ? [ord] : []));
    const towns = next.notes.find(({ entry }) => entry.guid === guid)?.content;
    const [added = 0] = towns?.cards.filter((ord) => !ours.includes(ord)) ?? [];
    const text = new Map(towns?.fields).get('Text');
    const own = `{{c1::all}} {{c${added + 1}::of my own}}`;
    story.learner.run({ do: 'edit', guid, field: 'Whole', value: own });
    story.do({ do: 'learn', deck: 'A deck', cards: 5 });
    const { log, after, notes } = story.import(next.apkg);
    expect(log).toMatchObject({ updated: 1 });
    expect(notes[guid]?.fields.Text).toBe(text);
    expect(notes[guid]?.fields.Whole).not.toContain('of my own');
    expect(studied(after, guid)).toContain(added);
  });
});

interface DeckRow {
  readonly description: string;
  readonly options: { readonly name: string };
}

describe('what Anki overwrites of a deck', () => {
  const deckFile = (rest: string) => ({ 'deck.yaml': `deck: A deck\nid: a-bank\n${rest}` });
  const decksOf = (story: Story) => story.learner.run({ do: 'decks' })[0] as Record<string, DeckRow>;

  scenario('The learner ticks Import any deck presets', async () => {
    const ticked = { with_deck_configs: true };
    const story = new Story();
    const { apkg } = await story.begin(questions, 3, deckFile('anki: {new-per-day: 15}\n'));
    const options = () => decksOf(story)['A deck']?.options.name;
    expect(options()).toBe('Default');
    story.import(apkg, ticked);
    expect(options()).toBe('A deck');
    story.do({ do: 'own-preset', deck: 'A deck', name: 'Mine' });
    story.import(apkg);
    expect(options()).toBe('Mine');
    story.import(apkg, ticked);
    expect(options()).toBe('A deck');
  });

  scenario('The learner writes a description', async () => {
    const story = new Story();
    await story.begin(questions);
    story.do({ do: 'describe', deck: 'A deck', text: 'For the exam in May.' });
    const description = () => decksOf(story)['A deck']?.description;
    await story.update(questions);
    expect(description()).toBe('For the exam in May.');
    await story.update(questions, deckFile('description: About France.\n'));
    expect(description()).toBe(`<p>About France.</p><p>${wordsFor('en').updates}</p>`);
  });

  scenario('The learner has a filtered deck with the name of ours', async () => {
    const story = new Story();
    await story.begin(questions);
    story.do({ do: 'rename-deck', deck: 'A deck', name: 'France' }, { do: 'filtered-deck', name: 'A deck' });
    const names = () => Object.keys(decksOf(story)).filter((name) => /^A deck \d+\+?$/.test(name));
    expect(names()).toEqual([]);
    const { after } = await story.update(newAnswer + more);
    // One for each import, and a scenario imports everything twice.
    expect(names()).toHaveLength(2);
    const [, , deck] = after.find(([guid]) => guid === story.guid('more')) ?? [];
    expect(names()).toContain(deck);
    story.do({ do: 'rename-deck', deck: 'A deck', name: 'Hard ones' });
    const most = await story.update(newAnswer + more + more.replace('more', 'most'));
    expect(names()).toHaveLength(2);
    expect(most.after.find(([guid]) => guid === story.guid('most'))?.[2]).toBe('A deck');
  });
});

describe('what the learner does to the parts of our note types', () => {
  scenario('The learner removes or moves a field, or adds a card template', async () => {
    const type = 'Recto Verso Basic';
    // A merge puts the fields back, but keeps the template.
    for (const [deed, next] of [
      [
        { do: 'remove-field', type, field: 'Spare 2' },
        { updated: 1, conflicting: 0 },
      ],
      [
        { do: 'move-field', type, field: 'Answer' },
        { updated: 1, conflicting: 0 },
      ],
      [
        { do: 'add-template', type, name: 'Backwards' },
        { updated: 0, conflicting: 1 },
      ],
    ] as const) {
      const story = new Story();
      await story.begin(questions);
      story.do(deed);
      story.skipTo(tomorrow());
      const { apkg } = await story.publish(newAnswer);
      expect(story.import(apkg).log).toMatchObject({ updated: 0, conflicting: 1 });
      const { log, notes } = story.import(apkg, { merge_notetypes: true });
      expect(log).toMatchObject({ updated: 1, conflicting: 0 });
      expect(notes[story.guid('capital')]?.fields.Answer).toBe('Paris, on the Seine');
      const [types] = story.do({ do: 'types' }) as [object];
      expect(Object.keys(types)).toEqual(['Recto Verso Basic', 'Recto Verso Cloze']);
      const later = await story.publish(newAnswer.replace('on the Seine', 'of course'));
      expect(story.import(later.apkg).log).toMatchObject(next);
    }
  });
});
