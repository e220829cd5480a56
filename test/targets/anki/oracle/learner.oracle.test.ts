import { testWithAnki } from './anki.ts';
import { withNewLook } from './new-look.ts';
import { Story, scenario, studied } from './scenario.ts';

const questions = `
  - {id: capital, ask: What is the capital of France?, answer: Paris}
  - {id: river, ask: Which river runs through it?, answer: The Seine}
  - {id: word, term: arrondissement, means: a district of the city}
`;
const more = '  - {id: more, ask: And of Italy?, answer: Rome}\n';
const newAnswer = questions.replace('answer: Paris', 'answer: "Paris, on the Seine"');

describe('what the learner does to the deck', () => {
  scenario('The learner renames the deck', async () => {
    const story = new Story();
    await story.begin(questions);
    story.do({ do: 'rename-deck', deck: 'A deck', name: 'French' });
    const { log, after } = await story.update(newAnswer + more);
    expect(log).toEqual({ new: 1, updated: 1, duplicate: 2, conflicting: 0 });
    const decks = Object.fromEntries(after.map(([guid, , deck]) => [guid, deck]));
    expect([decks[story.guid('capital')], decks[story.guid('more')]]).toEqual(['French', 'A deck']);
  });

  scenario('The learner puts the deck under another', async () => {
    const story = new Story();
    await story.begin(questions);
    story.do({ do: 'rename-deck', deck: 'A deck', name: 'Languages::A deck' });
    const { log, after } = await story.update(newAnswer + more);
    expect(log).toEqual({ new: 1, updated: 1, duplicate: 2, conflicting: 0 });
    const decks = Object.fromEntries(after.map(([guid, , deck]) => [guid, deck]));
    expect([decks[story.guid('capital')], decks[story.guid('more')]]).toEqual([
      'Languages::A deck',
      'A deck',
    ]);
  });

  scenario('The learner moves cards to other decks', async () => {
    const story = new Story();
    await story.begin(questions);
    story.do({ do: 'move-cards', guid: story.guid('capital'), deck: 'Hard ones' });
    const { log, after, notes } = await story.update(newAnswer);
    expect(log).toEqual({ new: 0, updated: 1, duplicate: 2, conflicting: 0 });
    expect(after.find(([guid]) => guid === story.guid('capital'))?.[2]).toBe('Hard ones');
    expect(notes[story.guid('capital')]?.fields.Answer).toBe('Paris, on the Seine');
  });

  scenario('The learner edits a note that the author does not change', async () => {
    const story = new Story();
    await story.begin(questions);
    story.learner.run({ do: 'edit', guid: story.guid('river'), field: 'Answer', value: 'The Seine!' });
    const { notes } = await story.update(newAnswer);
    expect(notes[story.guid('river')]?.fields.Answer).toBe('The Seine!');
  });

  scenario('The learner edits a note that the author changes later', async () => {
    const story = new Story();
    await story.begin(questions);
    // The learner's edit is of now, and so newer than the author's change.
    story.learner.run({ do: 'edit', guid: story.guid('capital'), field: 'Answer', value: 'Paris!' });
    const before = await story.update(newAnswer);
    expect(before.notes[story.guid('capital')]?.fields.Answer).toBe('Paris!');
    story.skipTo(Date.now() + 60_000);
    const { notes } = await story.update(newAnswer.replace('on the Seine', 'of course'));
    expect(notes[story.guid('capital')]?.fields.Answer).toBe('Paris, of course');
  });

  scenario('The learner adds tags', async () => {
    const story = new Story();
    await story.begin(questions);
    const tags = (id: string) => ({ do: 'tag', guid: story.guid(id), tag: 'exam' }) as const;
    story.do(tags('capital'), tags('river'));
    story.skipTo(Date.now() + 60_000);
    const { notes } = await story.update(newAnswer);
    expect(notes[story.guid('river')]?.tags).toContain('exam');
    expect(notes[story.guid('capital')]?.tags).toEqual(['a-bank::topic::a-topic']);
  });

  scenario('The learner suspends, buries or flags cards', async () => {
    const story = new Story();
    await story.begin(questions);
    story.do(
      { do: 'suspend', guid: story.guid('capital') },
      { do: 'flag', guid: story.guid('river') },
      { do: 'bury', guid: story.guid('word') },
    );
    const changed = newAnswer.replace('The Seine', 'the Seine').replace('a district', 'one district');
    const { log, after } = await story.update(changed);
    expect(log).toEqual({ new: 0, updated: 3, duplicate: 0, conflicting: 0 });
    const queues = Object.fromEntries(after.map(([guid, , , , , queue]) => [guid, queue]));
    expect([queues[story.guid('capital')], queues[story.guid('word')]]).toEqual([-1, -3]);
    expect(after.find(([guid]) => guid === story.guid('river'))?.[11]).toBe(1);
  });

  scenario('The learner deletes a note', async () => {
    const story = new Story();
    await story.begin(questions);
    story.do({ do: 'delete-note', guid: story.guid('capital') });
    const { log, after } = await story.update(questions);
    expect(log).toEqual({ new: 1, updated: 0, duplicate: 2, conflicting: 0 });
    expect(studied(after, story.guid('capital'))).toEqual([]);
  });
});

testWithAnki('a version of a time to come is taken, and each import of it undoes an edit', async () => {
  const story = new Story();
  await story.begin(questions);
  story.skipTo(Date.now() + 400 * 86_400_000);
  const deck = await story.publish(newAnswer);
  for (const updated of [1, 1]) {
    expect(story.import(deck.apkg).log).toMatchObject({ new: 0, updated });
    story.learner.run({ do: 'edit', guid: story.guid('capital'), field: 'Answer', value: 'Paris!' });
  }
  expect(story.import(deck.apkg).notes[story.guid('capital')]?.fields.Answer).toBe('Paris, on the Seine');
});

describe('what the learner does to our note types', () => {
  const merge = { merge_notetypes: true };

  scenario('The learner renames a note type', async () => {
    const story = new Story();
    await story.begin(questions);
    story.do({ do: 'rename-type', type: 'Recto Verso Basic', name: 'My basic' });
    const { log, notes } = await story.update(newAnswer + more);
    expect(log).toEqual({ new: 1, updated: 1, duplicate: 2, conflicting: 0 });
    expect([notes[story.guid('capital')]?.type, notes[story.guid('more')]?.type]).toEqual([
      'My basic',
      'My basic',
    ]);
    const look = await withNewLook(story.deck?.apkg ?? new Uint8Array(), '.card { color: teal }');
    expect(story.import(look).notes[story.guid('capital')]?.type).toBe('Recto Verso Basic');
  });

  scenario('The learner changes the style of our cards', async () => {
    const story = new Story();
    await story.begin(questions);
    const css = '.card { color: rebeccapurple }';
    story.do({ do: 'change-style', type: 'Recto Verso Basic', css });
    await story.update(newAnswer);
    const [types] = story.do({ do: 'types' }) as [Record<string, { css: string }>];
    expect(types['Recto Verso Basic']?.css).toBe(css);
    const ours = '.card { color: teal }';
    story.import(await withNewLook(story.deck?.apkg ?? new Uint8Array(), ours));
    const [later] = story.do({ do: 'types' }) as [typeof types];
    expect(later['Recto Verso Basic']?.css).toBe(ours);
  });

  scenario('The learner adds a field to a note type', async () => {
    const story = new Story();
    await story.begin(questions);
    story.do({ do: 'add-field', type: 'Recto Verso Basic', field: 'My remarks' });
    story.learner.run({ do: 'edit', guid: story.guid('river'), field: 'My remarks', value: 'wide' });
    // The new field counts as a change of every note of the type, so only what the author changes later is newer.
    story.skipTo(Date.now() + 60_000);
    const deck = await story.publish(newAnswer + more);
    const plain = story.import(deck.apkg);
    expect(plain.log).toEqual({ new: 1, updated: 0, duplicate: 1, conflicting: 2 });
    expect(plain.notes[story.guid('capital')]?.fields.Answer).toBe('Paris');
    expect(plain.notes[story.guid('more')]?.type).not.toBe('Recto Verso Basic');
    const merged = story.import(deck.apkg, merge);
    expect(merged.log).toMatchObject({ new: 0, conflicting: 0 });
    expect(merged.notes[story.guid('capital')]?.fields.Answer).toBe('Paris, on the Seine');
    expect(merged.notes[story.guid('river')]?.fields['My remarks']).toBe('wide');
    // It takes the tick at every import: without it the note types differ again.
    const later = await story.publish(newAnswer.replace('The Seine', 'the Seine') + more);
    expect(story.import(later.apkg).log).toMatchObject({ updated: 0, conflicting: 3 });
    expect(story.import(later.apkg, merge).log).toMatchObject({ updated: 1, conflicting: 0 });
    const [types] = story.do({ do: 'types' }) as [Record<string, { fields: string[] }>];
    expect(Object.keys(types).sort()).toEqual(['Recto Verso Basic', 'Recto Verso Term']);
    expect(types['Recto Verso Basic']?.fields.at(-1)).toBe('My remarks');
  });
});
