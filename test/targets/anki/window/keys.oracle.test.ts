import { type Look, type Preview, type Step, study, testWithWindow } from './window.ts';

// Cards on Anki's desktop, driven by real keys. Each look asks for Anki's own windows too: A would add a note, B browse, D leave the
// study for the decks, E edit, T show statistics.

const keys = (...names: readonly string[]): Step => ({ keys: names });

const questions = `
  - {id: one, choose: One right?, right: R, wrong: [W1, W2, W3, W4]}
  - {id: two, choose: "One right, again?", right: R, wrong: [W1, W2, W3]}
  - {id: several, choose: Several right?, right: [R1, R2], wrong: [W1, W2]}
  - {id: order, order: In order?, items: [first, second, third, fourth]}
  - {id: claim, claim: "True?", verdict: true}
  - {id: match, match: Which belongs to which?, pairs: {left: right, top: bottom}, extra: [centre]}
`;

/** A look with the main window as it should be, and nothing beside it. */
const alone = (look: Partial<Look>) => expect.objectContaining({ windows: [], state: 'review', ...look });

testWithWindow(
  'options are chosen by letters and digits, and Space, Enter and 1 to 4 do what they always do',
  async () => {
    const looks = await study(questions, [
      keys('a'),
      keys('d', 'e', 'b'),
      keys('space'),
      keys('3'),
      keys('t', '3'),
      keys('Return'),
      keys('1'),
      keys('a', 'd', '2', 'a'),
      keys('space'),
      keys('4'),
      keys('4', '1', 'b', '1', 'c'),
      keys('Return'),
      keys('2'),
      keys('t'),
      keys('f'),
      keys('space'),
      keys('space'),
      keys('b'),
      keys('Return'),
      keys('Return'),
    ]);
    const [one, , , two, , , several, , , order, , , , , , , match] = looks;
    const at = (look: Look | undefined, ...places: readonly number[]) =>
      places.map((place) => look?.options[place] ?? 'no such option');
    expect(looks).toEqual([
      alone({ question: 'One right?', side: 'question', chosen: at(one, 0), grades: [] }),
      alone({ question: 'One right?', side: 'question', chosen: at(one, 1), grades: [] }),
      alone({ question: 'One right?', side: 'answer', chosen: at(one, 1), grades: [] }),
      alone({ question: 'One right, again?', side: 'question', chosen: [], grades: [3] }),
      alone({ question: 'One right, again?', side: 'question', chosen: at(two, 2), grades: [3] }),
      alone({ question: 'One right, again?', side: 'answer', chosen: at(two, 2), grades: [3] }),
      alone({ question: 'Several right?', side: 'question', grades: [3, 1] }),
      alone({ side: 'question', chosen: at(several, 1, 3), grades: [3, 1] }),
      alone({ side: 'answer', chosen: at(several, 1, 3), grades: [3, 1] }),
      alone({ question: 'In order?', side: 'question', turns: ',,,', grades: [3, 1, 4] }),
      alone({ side: 'question', chosen: at(order, 1, 2, 3), turns: ',2,3,1', grades: [3, 1, 4] }),
      alone({ side: 'answer', grades: [3, 1, 4] }),
      alone({ question: 'True?', side: 'question', chosen: [], grades: [3, 1, 4, 2] }),
      alone({ side: 'question', chosen: ['True'], grades: [3, 1, 4, 2] }),
      alone({ side: 'question', chosen: ['False'], grades: [3, 1, 4, 2] }),
      alone({ question: 'True?', side: 'answer', grades: [3, 1, 4, 2] }),
      alone({ question: 'Which belongs to which?', side: 'question', grades: [3, 1, 4, 2, 3] }),
      alone({ side: 'question', chosen: at(match, 1), grades: [3, 1, 4, 2, 3] }),
      alone({ side: 'answer', grades: [3, 1, 4, 2, 3] }),
      alone({ grades: [3, 1, 4, 2, 3, 3] }),
    ]);
  },
  120_000,
);

testWithWindow(
  'keys find the card after clicks, and Anki’s own reach Anki',
  async () => {
    const looks = await study(
      questions,
      [
        keys(...Array.from('abcdefghijklmnopqrstuvwxyz0123456789'), 'minus', 'equal'),
        keys('shift+8'),
        keys('ctrl+1'),
        { click: '.options > li:nth-child(3)' },
        keys('b'),
        { click: '.question' },
        keys('d'),
        { click: '.options > li:nth-child(3)', twice: true },
        keys('a'),
        keys('Tab', 'Down', 'Down'),
        keys('space'),
        keys('3'),
        keys('ctrl+z'),
        keys('Escape'),
        keys('minus'),
        { preview: true },
      ],
      true,
    );
    const option = (place: number) => looks[0]?.options.slice(place, place + 1) ?? [];
    expect(looks).toEqual([
      alone({ question: 'One right?', side: 'question', grades: [], marked: false, flag: 0 }),
      alone({ marked: true, flag: 0 }),
      alone({ marked: true, flag: 1 }),
      alone({ chosen: option(2) }),
      alone({ chosen: option(1) }),
      alone({ chosen: option(1) }),
      alone({ chosen: option(3) }),
      alone({ chosen: [] }),
      alone({ chosen: option(0) }),
      alone({ chosen: option(2) }),
      alone({ question: 'One right?', side: 'answer', chosen: option(2), grades: [] }),
      alone({ question: 'One right, again?', side: 'question', grades: [3] }),
      alone({ question: 'One right?', side: 'question', grades: [] }),
      alone({ question: 'One right?', side: 'question', grades: [] }),
      alone({ question: 'One right, again?', side: 'question', grades: [] }),
      { options: 5, boxes: 0 } satisfies Preview,
    ]);
  },
  120_000,
);

testWithWindow(
  'cards without options leave all keys to Anki, and those to type in to their own box',
  async () => {
    const looks = await study(
      `
  - {id: ask, ask: Plain?, answer: yes}
  - {id: typed, ask: Typed?, typed: abba}
  - {id: term, term: Term, means: Meaning}`,
      [keys('space'), keys('3'), keys('a', 'b', 'b', 'a'), keys('Return'), keys('1'), keys('d')],
    );
    expect(looks).toEqual([
      alone({ question: 'Plain?', side: 'answer', grades: [] }),
      alone({ question: 'Typed?', side: 'question', grades: [3] }),
      alone({ question: 'Typed?', side: 'question', grades: [3] }),
      alone({ question: 'Typed?', side: 'answer', grades: [3] }),
      alone({ side: 'question', grades: [3, 1] }),
      expect.objectContaining({ state: 'deckBrowser' }),
    ]);
  },
  120_000,
);
