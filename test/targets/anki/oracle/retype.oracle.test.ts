import { testWithAnki } from './anki.ts';
import { cardsOf, Story, scenario, studied } from './scenario.ts';

/** A question on each of the six note types, under one id; each has something of its own. */
const forms: Readonly<Record<string, string>> = {
  basic: 'ask: Where does the *Seine* end?, answer: "In the sea: at Le Havre"',
  typed: 'ask: Where does it end?, typed: Le Havre, accept: [Havre]',
  number: 'ask: How long is it?, number: 777, unit: km',
  term: 'term: the Seine, means: "a river of $x^{2}$ km"',
  cloze: 'cloze: "The {{Seine::river}} ends at {{Le Havre}}."',
  list: 'list: Name its towns., items: [Paris, Rouen, Le Havre]',
  choice: 'choose: Where does it end?, right: Le Havre, wrong: [Brest, Dieppe]',
  match: 'match: Match., pairs: {Seine: Le Havre, Loire: Saint-Nazaire}',
  discuss: 'discuss: Why does it flow?, rubric: [Names gravity (2), Names rain]',
  order: 'order: Put in order., items: [Troyes, Paris, Rouen]',
  claim: 'claim: It ends at Le Havre., verdict: true',
  diagram:
    'diagram: Name., image: {file: map.png, alt: A map}, regions: [{label: Le Havre, rect: [0.1, 0.1, 0.1, 0.1]}]',
};
const other = '  - {id: other, ask: Another?, answer: one}\n';
const as = (form: string): string => `  - {id: seine, ${forms[form]}}\n${other}`;

const replaced = 'Replaced by a new card. You can suspend this one.';

describe('what the author does to the kind of a question', () => {
  scenario('A question becomes another kind of the same note type', async () => {
    const story = new Story();
    const all = (...kinds: string[]) =>
      kinds.map((kind, at) => `  - {id: q${at}, ${forms[kind]}}\n`).join('');
    const ids = ['q0', 'q1', 'q2'];
    await story.begin(all('basic', 'choice', 'typed'));
    const guids = ids.map((id) => story.guid(id));
    for (const kinds of [
      ['discuss', 'claim', 'number'],
      ['basic', 'order', 'typed'],
      ['discuss', 'choice', 'number'],
    ]) {
      const { log, after } = await story.update(all(...kinds));
      expect(log).toEqual({ new: 0, updated: 3, duplicate: 0, conflicting: 0 });
      expect(ids.map((id) => story.guid(id))).toEqual(guids);
      expect(guids.map((guid) => studied(after, guid))).toEqual([[0], [0], [0]]);
      expect(story.deck?.changes.retyped.map(({ to, again }) => [to, again])).toEqual(
        kinds.map((kind) => [kind, false]),
      );
    }
  });

  scenario('A question with parts becomes another kind of the same note type', async () => {
    const story = new Story();
    await story.begin(as('cloze'), 3);
    const guid = story.guid('seine');
    const list = await story.update(as('list'));
    expect(list.log).toEqual({ new: 0, updated: 1, duplicate: 1, conflicting: 0 });
    const drawn = story.lock.notes.seine?.parts?.map(({ number }) => number - 1) ?? [];
    expect(cardsOf(list.after, guid)).toEqual([0, 1, ...drawn].sort((a, b) => a - b));
    expect(list.empty).toEqual([
      [guid, 0],
      [guid, 1],
    ]);
    expect(story.deck?.changes.emptied).toEqual([{ id: 'seine', numbers: [1, 2] }]);
    const match = await story.update(as('match'));
    expect(match.empty).toHaveLength(6);
    const back = await story.update(as('cloze'));
    expect(back.empty).toHaveLength(6);
    expect(back.empty.map(([, ord]) => ord)).toEqual(expect.arrayContaining(drawn));
    expect(back.notes[guid]?.fields.Text).toBe('The {{c1::Seine::river}} ends at {{c2::Le Havre}}.');
  });

  scenario('A question becomes a kind of another note type', async () => {
    const story = new Story();
    await story.begin(as('basic'), 1);
    const old = story.guid('seine');
    const { log, notes, after, empty } = await story.update(as('choice'));
    expect(log).toEqual({ new: 1, updated: 1, duplicate: 1, conflicting: 0 });
    expect(story.deck?.changes).toMatchObject({
      added: ['seine'],
      retyped: [{ id: 'seine', from: 'basic', to: 'choice', again: true }],
    });
    expect(notes[story.guid('seine')]?.type).toBe('Recto Verso Choice');
    expect(notes[old]).toMatchObject({
      type: 'Recto Verso Basic',
      fields: { Question: 'Where does it end?', Answer: 'Le Havre', Notice: replaced },
      tags: ['a-bank::retired', 'a-bank::topic::a-topic'],
    });
    expect(studied(after, old)).toEqual([0]);
    expect(empty).toEqual([]);
    const next = await story.update(as('choice').replace('right: Le Havre', 'right: Honfleur'));
    expect(next.log).toEqual({ new: 0, updated: 2, duplicate: 1, conflicting: 0 });
    expect(next.notes[old]?.fields.Answer).toBe('Honfleur');
  });

  scenario('A question changes back to its first kind', async () => {
    const story = new Story();
    await story.begin(as('cloze'), 3);
    const first = story.guid('seine');
    await story.update(as('choice'));
    const second = story.guid('seine');
    const { log, notes, after, empty } = await story.update(as('cloze'));
    expect(log).toEqual({ new: 0, updated: 2, duplicate: 1, conflicting: 0 });
    expect(story.deck?.changes).toMatchObject({ restored: ['seine'], added: [] });
    expect(story.guid('seine')).toBe(first);
    expect(notes[first]?.fields).toMatchObject({
      Text: 'The {{c1::Seine::river}} ends at {{c2::Le Havre}}.',
      Notice: '',
    });
    expect(notes[first]?.tags).toEqual(['a-bank::topic::a-topic']);
    expect(notes[second]?.fields).toMatchObject({ Answer: 'The Seine ends at Le Havre.', Notice: replaced });
    expect(studied(after, first)).toEqual([0, 1]);
    expect(empty).toEqual([]);
  });
});

describe('a note that was left behind', () => {
  // A form of each note type; with each step every question becomes the type that many places further on.
  const types = ['basic', 'typed', 'term', 'list', 'choice', 'diagram'];
  const all = (step: number): string =>
    types.map((type, at) => `  - {id: ${type}, ${forms[types[(at + step) % 6] ?? '']}}\n`).join('');

  testWithAnki.each([1, 2, 3, 4, 5])(
    'keeps its cards, whatever it was and becomes (step %i)',
    async (step) => {
      const story = new Story();
      await story.begin(all(0), 5);
      const olds = types.map((type) => [type, story.guid(type)] as const);
      const { notes, before, after, empty, log } = await story.update(all(step));
      expect(log).toEqual({ new: 6, updated: 6, duplicate: 0, conflicting: 0 });
      expect(empty).toEqual([]);
      for (const [, old] of olds) {
        expect(cardsOf(after, old)).toEqual(cardsOf(before, old));
        expect(notes[old]?.fields.Notice).toBe(replaced);
      }
      const back = await story.update(all(0));
      expect(back.log).toEqual({ new: 0, updated: 12, duplicate: 0, conflicting: 0 });
      expect(types.map((type) => story.guid(type))).toEqual(olds.map(([, old]) => old));
      expect(back.empty).toEqual([]);
    },
  );

  testWithAnki(
    'lacks no picture where it was a diagram, and is not changed when media are checked',
    async () => {
      const story = new Story();
      await story.begin(as('diagram'), 1);
      const old = story.guid('seine');
      const { notes } = await story.update(as('basic'));
      expect(notes[old]?.fields.Image).toMatch(/^<img src="recto-[0-9a-f]{20}\.gif" alt="">$/);
      const [check, after] = story.learner.run({ do: 'check' }, { do: 'notes' });
      expect(check).toMatchObject({ missing: [], empty: [], fine: true });
      expect(after).toEqual(notes);
    },
  );

  testWithAnki('goes along when the question is renamed, and when it goes and comes back', async () => {
    const story = new Story();
    await story.begin(as('basic'), 1);
    const old = story.guid('seine');
    await story.update(as('term'));
    const renamed = as('term').replace('id: seine', 'id: river, was: seine');
    const { log } = await story.update(renamed);
    expect(log).toEqual({ new: 0, updated: 0, duplicate: 3, conflicting: 0 });
    expect(story.lock.notes['river@basic']?.guid).toBe(old);
    await story.update(other);
    expect(story.lock.notes['river@basic']).toMatchObject({ guid: old, gone: expect.any(Number) });
    const back = await story.update(renamed);
    expect(back.log).toEqual({ new: 0, updated: 0, duplicate: 3, conflicting: 0 });
  });
});
