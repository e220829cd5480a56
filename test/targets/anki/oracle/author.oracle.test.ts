import { cardsOf, Story, scenario, studied } from './scenario.ts';

const questions = `
  - {id: capital, ask: What is the capital of France?, answer: Paris}
  - {id: river, ask: Which river runs through it?, answer: The Seine}
  - {id: tower, choose: Who built the tower?, right: Eiffel, wrong: [Haussmann, Garnier, Le Corbusier]}
  - {id: word, term: arrondissement, means: a district of the city}
`;

const others = { new: 0, conflicting: 0 };
const deck = 'deck: A deck\nid: a-bank\nlanguage: en-GB\n';

/** The questions with the line of one of them changed. */
const changed = (from: string, to: string): string => {
  if (!questions.includes(from)) throw new Error(`no "${from}"`);
  return questions.replace(from, to);
};

describe('what the author does to a question', () => {
  scenario('A text is changed', async () => {
    const story = new Story();
    await story.begin(questions);
    const { log, notes } = await story.update(changed('Which river runs', 'What is the river that runs'));
    expect(story.deck?.changes).toMatchObject({ changed: [{ id: 'river', fields: ['Question'] }] });
    expect(log).toEqual({ ...others, updated: 1, duplicate: 3 });
    expect(notes[story.guid('river')]?.fields.Question).toBe('What is the river that runs through it?');
  });

  scenario('An answer is changed', async () => {
    const story = new Story();
    await story.begin(questions);
    const { log, notes } = await story.update(changed('right: Eiffel', 'right: Gustave Eiffel'));
    expect(story.deck?.changes).toMatchObject({ changed: [{ id: 'tower', fields: ['Options', 'Answer'] }] });
    expect(log).toEqual({ ...others, updated: 1, duplicate: 3 });
    expect(notes[story.guid('tower')]?.fields.Answer).toBe('Gustave Eiffel');
  });

  scenario('Only a tag is changed', async () => {
    const story = new Story();
    await story.begin(questions);
    const { log, notes } = await story.update(changed('answer: Paris', 'answer: Paris, tags: easy'));
    expect(log).toEqual({ ...others, updated: 1, duplicate: 3 });
    expect(notes[story.guid('capital')]?.tags).toContain('a-bank::easy');
  });

  scenario('Options are reordered', async () => {
    const story = new Story();
    await story.begin(questions);
    const { log } = await story.update(
      changed('[Haussmann, Garnier, Le Corbusier]', '[Garnier, Le Corbusier, Haussmann]'),
    );
    expect(story.deck?.changes.unchanged).toBe(4);
    expect(log).toEqual({ ...others, updated: 0, duplicate: 4 });
  });

  scenario('A question moves to another file', async () => {
    const story = new Story();
    await story.begin(questions);
    const [, first = '', ...rest] = questions.split('\n');
    const other = { '02-more.yaml': `topic: A topic\nquestions:\n${first}\n` };
    const { log } = await story.update(`${rest.join('\n')}`, other);
    expect(story.deck?.notes.at(-1)?.question.id).toBe('capital');
    expect(log).toEqual({ ...others, updated: 0, duplicate: 4 });
  });

  scenario('A question moves to another topic', async () => {
    const story = new Story();
    await story.begin(questions);
    const [, first = '', ...rest] = questions.split('\n');
    const other = { '02-more.yaml': `topic: Cities\nquestions:\n${first}\n` };
    const { log, notes } = await story.update(`${rest.join('\n')}`, other);
    expect(story.deck?.changes.changed).toEqual([{ id: 'capital', fields: ['Topic', 'Tags'] }]);
    expect(log).toEqual({ ...others, updated: 1, duplicate: 3 });
    expect(notes[story.guid('capital')]?.tags).toEqual(['a-bank::topic::cities']);
  });

  scenario('A question moves to another topic, and topics are subdecks', async () => {
    const story = new Story();
    const subdecks = { 'deck.yaml': `${deck}subdecks: topic\n` };
    await story.begin(questions, 3, subdecks);
    const [, first = '', ...rest] = questions.split('\n');
    const more = `topic: Cities\nquestions:\n${first}\n  - {id: more, ask: And of Italy?, answer: Rome}\n`;
    const { log, after } = await story.update(rest.join('\n'), { ...subdecks, '02-more.yaml': more });
    expect(log).toEqual({ new: 1, conflicting: 0, updated: 1, duplicate: 3 });
    const deckOf = (id: string) => after.find(([guid]) => guid === story.guid(id))?.[2];
    expect([deckOf('capital'), deckOf('more')]).toEqual(['A deck::A topic', 'A deck::Cities']);
  });

  scenario('A question is renamed with `was`', async () => {
    const story = new Story();
    await story.begin(questions);
    const guid = story.guid('tower');
    const { log } = await story.update(changed('id: tower', 'id: eiffel-tower, was: tower'));
    expect(story.deck?.changes).toMatchObject({ renamed: [{ from: 'tower', to: 'eiffel-tower' }], gone: [] });
    expect(story.guid('eiffel-tower')).toBe(guid);
    expect(log).toEqual({ ...others, updated: 0, duplicate: 4 });
  });

  scenario('A question is renamed without `was`', async () => {
    const story = new Story();
    await story.begin(questions);
    const guid = story.guid('tower');
    const { log } = await story.update(changed('id: tower', 'id: eiffel-tower'));
    expect(story.deck?.changes.alike).toEqual([{ gone: 'tower', added: 'eiffel-tower' }]);
    expect(log).toEqual({ new: 1, conflicting: 0, updated: 0, duplicate: 3 });
    const repaired = await story.update(changed('id: tower', 'id: eiffel-tower, was: tower'));
    expect(repaired.log).toEqual({ ...others, updated: 0, duplicate: 4 });
    expect(story.guid('eiffel-tower')).toBe(guid);
    expect(studied(repaired.after, guid)).toEqual([0]);
  });
});

describe('questions that come and go', () => {
  scenario('A question is added', async () => {
    const story = new Story();
    await story.begin(questions);
    const { log, after, before } = await story.update(
      `  - {id: zero, ask: First of all?, answer: x}\n${questions}`,
    );
    expect(log).toEqual({ new: 1, conflicting: 0, updated: 0, duplicate: 4 });
    expect(after).toHaveLength(before.length + 1);
  });

  scenario('A question is retired', async () => {
    const story = new Story();
    await story.begin(questions);
    const { log, notes, after } = await story.update(
      changed('answer: Paris', 'answer: Paris, retired: 2026-11-23'),
    );
    expect(story.deck?.changes).toMatchObject({ retired: ['capital'], changed: [] });
    expect(log).toEqual({ ...others, updated: 1, duplicate: 3 });
    const { fields, tags } = notes[story.guid('capital')] ?? {};
    expect(fields?.Notice).toBe('Withdrawn on 2026-11-23. You can suspend this card.');
    expect(tags).toContain('a-bank::retired');
    expect(studied(after, story.guid('capital'))).toEqual([0]);
  });

  scenario('A question is deleted from the YAML', async () => {
    const story = new Story();
    await story.begin(questions);
    const guid = story.guid('capital');
    const { log, notes, after } = await story.update(questions.replace(/.*capital.*\n/, ''));
    expect(story.deck?.changes.gone).toEqual([{ id: 'capital', retired: false }]);
    expect(story.lock.notes.capital).toMatchObject({ guid, gone: expect.any(Number) });
    expect(log).toEqual({ ...others, updated: 0, duplicate: 3 });
    expect(notes[guid]?.fields.Answer).toBe('Paris');
    expect(studied(after, guid)).toEqual([0]);
  });

  scenario('A deleted question is restored', async () => {
    const story = new Story();
    await story.begin(questions);
    const guid = story.guid('capital');
    await story.update(questions.replace(/.*capital.*\n/, ''));
    const { log, after } = await story.update(questions);
    expect(story.deck?.changes.restored).toEqual(['capital']);
    expect(story.guid('capital')).toBe(guid);
    expect(log).toEqual({ ...others, updated: 0, duplicate: 4 });
    expect(studied(after, guid)).toEqual([0]);
    expect(cardsOf(after, guid)).toEqual([0]);
  });

  scenario('The author renames the deck', async () => {
    const story = new Story();
    await story.begin(questions);
    const more = `${questions}  - {id: more, ask: And of Italy?, answer: Rome}\n`;
    const { log, after } = await story.update(more, { 'deck.yaml': deck.replace('A deck', 'French') });
    expect(log).toEqual({ new: 1, conflicting: 0, updated: 0, duplicate: 4 });
    const decks = Object.fromEntries(after.map(([guid, , name]) => [guid, name]));
    expect([decks[story.guid('capital')], decks[story.guid('more')]]).toEqual(['A deck', 'French']);
  });
});
