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

describe('what the author does to the deletions, items, pairs and regions of a question', () => {
  scenario('A part is added in front of the others', async () => {
    const { story, update } = await partsBecome('Oslo', 'Ulm', 'Rom', 'Bern');
    expect(update.log).toEqual({ new: 0, updated: 4, duplicate: 0, conflicting: 0 });
    for (const kind of kinds) {
      const guid = story.guid(kind);
      expect(askedByStudied(story, update, kind)).toEqual(['Ulm', 'Rom', 'Bern']);
      expect(cardsOf(update.after, guid)).toEqual(ordinals(kind, [1, 2, 3, 4]));
      expect(asked(update, guid, ordinals(kind, [1, 2, 3, 4]).at(-1) ?? 0)).toBe('Oslo');
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
      expect(asked(next, guid, kind === 'list' ? 4 : 3)).toBe('Oslo');
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
});
