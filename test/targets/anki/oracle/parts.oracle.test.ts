import { goodBank } from '../../../bank/bank-of.ts';
import { cardsOf, type Imported, Story, scenario, studied } from './scenario.ts';

/** A question with these parts, one of each kind that has parts; the id is the kind. */
const makers: Readonly<Record<string, (parts: readonly string[]) => string>> = {
  cloze: (parts) =>
    `  - {id: cloze, cloze: "${parts.map((part) => `{{${part}}}`).join(' and ')} are towns."}\n`,
  list: (parts) => `  - {id: list, list: Name the towns., items: [${parts.join(', ')}]}\n`,
  match: (parts) =>
    `  - {id: match, match: Match., pairs: {${parts.map((part) => `${part}: Land of ${part}`).join(', ')}}}\n`,
  diagram: (parts) =>
    `  - {id: diagram, diagram: Name., image: {file: map.png, alt: A map}, regions: [${parts
      .map((part) => `{label: ${part}, rect: [${(part.charCodeAt(0) % 10) / 20}, 0.1, 0.1, 0.1]}`)
      .join(', ')}]}\n`,
};
const kinds = Object.keys(makers);

const questions = (...parts: string[]): string => kinds.map((kind) => makers[kind]?.(parts)).join('');

/** What a card asks for: the deletion of its number, in whatever field of the note it stands. */
const asked = ({ notes }: Imported, guid: string, ord: number): string => {
  const { Text = '', Occlusion = '', 'Back Extra': labels = '' } = notes[guid]?.fields ?? {};
  const cloze = new RegExp(`\\{\\{c${ord + 1}::(.*?)\\}\\}`);
  return cloze.exec(Occlusion === '' ? Text : labels)?.[1]?.replace('Land of ', '') ?? '';
};

/** The ordinals of the cards that ask for these parts, by kind: the list's first card is for the whole. */
const ordinals = (kind: string, numbers: readonly number[]): number[] =>
  kind === 'list' ? [0, ...numbers] : numbers.map((number) => number - 1);

/** Publishes and studies everything with the parts Ulm, Rom and Bern, then gives the learner these. */
async function partsBecome(...parts: string[]): Promise<{ story: Story; update: Imported }> {
  const story = new Story();
  await story.begin(questions('Ulm', 'Rom', 'Bern'), 13);
  return { story, update: await story.update(questions(...parts)) };
}

/** What each studied card of a kind's note asks for now, in the order of the cards; '' for one that is empty. */
const askedByStudied = (story: Story, update: Imported, kind: string): string[] => {
  const cards = studied(update.after, story.guid(kind)).slice(kind === 'list' ? 1 : 0);
  return cards.map((ord) => asked(update, story.guid(kind), ord));
};

/** The number of the part that says this. */
const numberOf = (story: Story, kind: string, text: string): number =>
  story.lock.notes[kind]?.parts?.find((part) => part.text === text)?.number ?? 0;

describe('what the author does to the deletions, items, pairs and regions of a question', () => {
  scenario('A part is added in front of the others', async () => {
    const { story, update } = await partsBecome('Oslo', 'Ulm', 'Rom', 'Bern');
    expect(update.log).toEqual({ new: 0, updated: 4, duplicate: 0, conflicting: 0 });
    for (const kind of kinds) {
      const guid = story.guid(kind);
      expect(askedByStudied(story, update, kind)).toEqual(['Ulm', 'Rom', 'Bern']);
      const added = numberOf(story, kind, 'Oslo') - 1;
      expect(cardsOf(update.after, guid)).toEqual([...ordinals(kind, [1, 2, 3]), added]);
      expect(asked(update, guid, added)).toBe('Oslo');
    }
    expect(update.empty).toEqual([]);
  });

  scenario('A part is removed', async () => {
    const { story, update } = await partsBecome('Ulm', 'Bern');
    for (const kind of kinds) expect(askedByStudied(story, update, kind)).toEqual(['Ulm', '', 'Bern']);
    const empty = kinds.map((kind) => [story.guid(kind), kind === 'list' ? 2 : 1]);
    expect(update.empty).toEqual(empty.sort());
    expect(story.deck?.changes.emptied).toEqual([
      { id: 'cloze', numbers: [2] },
      { id: 'list', numbers: [3] },
      { id: 'match', numbers: [2] },
      { id: 'diagram', numbers: [2] },
    ]);
    const next = await story.update(questions('Ulm', 'Bern', 'Oslo'));
    for (const kind of kinds) {
      const guid = story.guid(kind);
      expect(askedByStudied(story, next, kind)).toEqual(['Ulm', '', 'Bern']);
      expect(asked(next, guid, numberOf(story, kind, 'Oslo') - 1)).toBe('Oslo');
    }
  });

  scenario('A removed part comes back', async () => {
    const { story } = await partsBecome('Ulm', 'Bern');
    await story.update(questions('Oslo', 'Ulm', 'Bern'));
    const update = await story.update(questions('Oslo', 'Ulm', 'Bern', 'Rom'));
    for (const kind of kinds) expect(askedByStudied(story, update, kind)).toEqual(['Ulm', 'Rom', 'Bern']);
    expect(update.empty).toEqual([]);
  });

  scenario('Parts are reordered', async () => {
    const { story, update } = await partsBecome('Bern', 'Ulm', 'Rom');
    for (const kind of kinds) {
      expect(askedByStudied(story, update, kind)).toEqual(['Ulm', 'Rom', 'Bern']);
      expect(cardsOf(update.after, story.guid(kind))).toEqual(ordinals(kind, [1, 2, 3]));
    }
    expect(update.empty).toEqual([]);
  });

  scenario('A part is edited in place', async () => {
    const { story, update } = await partsBecome('Ulm', 'Roma', 'Bern');
    for (const kind of kinds) {
      expect(askedByStudied(story, update, kind)).toEqual(['Ulm', 'Roma', 'Bern']);
      expect(cardsOf(update.after, story.guid(kind))).toEqual(ordinals(kind, [1, 2, 3]));
    }
    expect(update.empty).toEqual([]);
  });

  scenario('A part is edited and another added beside it', async () => {
    const { story, update } = await partsBecome('Ulm', 'Roma', 'Oslo', 'Bern');
    for (const kind of kinds) {
      expect(askedByStudied(story, update, kind)).toEqual(['Ulm', 'Roma', 'Bern']);
      expect(asked(update, story.guid(kind), numberOf(story, kind, 'Oslo') - 1)).toBe('Oslo');
    }
    expect(update.empty).toEqual([]);
    expect(story.deck?.changes.risks).toEqual([]);
  });

  scenario('A part is edited and moved', async () => {
    const story = new Story();
    await story.begin(questions('Ulm', 'Rom', 'Bern'), 13);
    const { lock } = story;
    const moved = await story.publish(
      questions('Ulm', 'Bern', 'Roma').replace(/Land of Roma/, 'Land of Rome'),
    );
    // A region keeps its place, and with it its card.
    expect(moved.changes.risks.map(({ id, what, before, now }) => [id, what, before, now])).toEqual(
      ['cloze', 'list', 'match'].map((id) => [id, 'lost', 'Rom', 'Roma']),
    );
    const named = questions('Ulm', 'Bern', 'Roma')
      .replace('{{Roma}}', '{{c2::Roma}}')
      .replace('Bern, Roma]', 'Bern, {text: Roma, was: Rom}]')
      .replace(
        /pairs: \{.*?\}\}/,
        'pairs: [{left: Ulm, right: Land of Ulm}, {left: Bern, right: Land of Bern}, {left: Roma, was: Rom, right: Land of Rome}]}',
      );
    const deck = await story.build(goodBank(named, {}, ['map.png']), lock);
    expect(deck.changes.risks).toEqual([]);
    const update = story.import(deck.apkg);
    for (const kind of ['cloze', 'list', 'diagram'])
      expect(askedByStudied(story, update, kind)).toEqual(['Ulm', 'Roma', 'Bern']);
    expect(askedByStudied(story, update, 'match')).toEqual(['Ulm', 'Rome', 'Bern']);
    expect(update.empty).toEqual([]);
  });

  scenario('The same text stands twice', async () => {
    const story = new Story();
    const cell = (x: number) => `{label: cell, rect: [${x}, 0.1, 0.1, 0.1]}`;
    const both = (sentence: string, ...cells: number[]) =>
      `  - {id: cloze, cloze: "${sentence}"}\n  - {id: diagram, diagram: Name., image: {file: map.png, alt: A map}, regions: [${cells.map(cell).join(', ')}]}\n`;
    await story.begin(both('The {{Moon}} pulls; the {{Moon}} shines.', 0.1, 0.5), 4);
    const update = await story.update(
      both('The {{Moon}} is near. The {{Moon}} pulls; the {{Moon}} shines.', 0.8, 0.1, 0.5),
    );
    const [fresh] = story.lock.notes.cloze?.parts ?? [];
    expect(update.notes[story.guid('cloze')]?.fields.Text).toBe(
      `The {{c${fresh?.number}::Moon}} is near. The {{c1::Moon}} pulls; the {{c2::Moon}} shines.`,
    );
    expect(update.notes[story.guid('diagram')]?.fields.Occlusion).toMatch(
      /\{\{c1::image-occlusion:rect:left=\.1:.*\{\{c2::image-occlusion:rect:left=\.5:/,
    );
    expect(update.empty).toEqual([]);
  });

  scenario('The author writes the numbers of deletions', async () => {
    const story = new Story();
    const sentence = (text: string) => `  - {id: cloze, cloze: "${text}"}\n`;
    await story.begin(sentence('{{c1::Moon}} pulls the {{water}}.'), 2);
    const { lock } = story;
    const { changes } = await story.publish(sentence('{{c1::Moon}} {{c2::strongly}} pulls the {{water}}.'));
    expect(changes.risks).toMatchObject([{ what: 'moved', number: 2, before: 'water', now: 'strongly' }]);
    const deck = await story.build(
      goodBank(sentence('{{c1::Moon}} {{c301::strongly}} pulls the {{water}}.')),
      lock,
    );
    const update = story.import(deck.apkg);
    expect(askedByStudied(story, update, 'cloze')).toEqual(['Moon', 'water']);
    expect(asked(update, story.guid('cloze'), 300)).toBe('strongly');
  });
});
