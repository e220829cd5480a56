import fc from 'fast-check';
import { type Numbered, numberParts } from '../../../src/identity/parts/number-parts.ts';
import { type KnownParts, mostNumbers, type Part } from '../../../src/identity/parts/part.ts';

const partsOf = (words: readonly (string | Part)[]): Part[] =>
  words.map((word) => (typeof word === 'string' ? { text: word } : word));

const numbersOf = ({ parts }: KnownParts): number[] => parts.map(({ number }) => number);

/** The parts of a list after each version of it. */
function versions(...lists: (readonly (string | Part)[])[]): Numbered[] {
  const found: Numbered[] = [];
  for (const list of lists) found.push(numberParts('list', partsOf(list), found.at(-1)));
  return found;
}

/** The numbers of the last version, with "new" for those that were never given out before. */
function history(...lists: (readonly (string | Part)[])[]): (number | 'new')[] {
  const all = versions(...lists);
  const given = new Set(all.slice(0, -1).flatMap(numbersOf));
  const last = all.at(-1);
  return last ? numbersOf(last).map((number) => (given.has(number) ? number : 'new')) : [];
}

/** What the last version has to say: risks as "lost 3: coats > coast", edits as "3: coats > coast". */
function said(...lists: (readonly (string | Part)[])[]): string[] {
  const last = versions(...lists).at(-1);
  const risks = last?.risks.map(({ what, number, before, now }) => `${what} ${number}: ${before} > ${now}`);
  const edited = last?.edited.map(({ number, before, now }) => `${number}: ${before} > ${now}`);
  return [...(risks ?? []), ...(edited ?? [])];
}

describe('the numbers of parts', () => {
  test('count from 1 in the first build', () =>
    expect(numbersOf(numberParts('list', partsOf(['a', 'b'])))).toEqual([1, 2]));
  test('stay when one is added in front', () =>
    expect(history(['a', 'b'], ['x', 'a', 'b'])).toEqual(['new', 1, 2]));
  test('stay when one is removed, and leave a gap', () =>
    expect(history(['a', 'b', 'c'], ['a', 'c'], ['a', 'c', 'd'])).toEqual([1, 3, 'new']));
  test('come back with a part that comes back', () => {
    const [, , third, fourth] = versions(['a', 'b'], ['a'], ['a', 'c'], ['b', 'a', 'c']).map(numbersOf);
    expect(fourth).toEqual([2, 1, third?.[1]]);
  });
  test('move with the text', () => expect(history(['a', 'b', 'c'], ['c', 'a', 'b'])).toEqual([3, 1, 2]));
  test('stay with a part that is edited in place', () =>
    expect(history(['Ulm', 'Rom', 'Bern'], ['Ulm', 'Roma', 'Bern'])).toEqual([1, 2, 3]));
  test('stay with the only part when it is edited', () => {
    expect(history(['a'], ['b'])).toEqual([1]);
    expect(said(['a'], ['b'])).toEqual(['1: a > b']);
  });
  test('are new for one that replaces another elsewhere', () => {
    expect(history(['a', 'b', 'c'], ['b', 'c', 'x'])).toEqual([2, 3, 'new']);
    expect(said(['a', 'b', 'c'], ['b', 'c', 'x'])).toEqual([]);
  });
  test('tell equal texts apart by their order', () =>
    expect(history(['a', 'a'], ['a', 'a'])).toEqual([1, 2]));
  test('follow the author where he chose them', () => {
    const parts = [{ text: 'a', number: 1 }, { text: 'b', number: 1 }, { text: 'c' }];
    expect(numbersOf(numberParts('cloze', parts))).toEqual([1, 1, 2]);
  });

  const version = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 });

  test('are never doubled, and never given to another text that is still there', () =>
    fc.assert(
      fc.property(fc.array(version, { minLength: 2, maxLength: 6 }), (lists) => {
        let known: KnownParts | undefined;
        for (const words of lists) {
          const next = numberParts('list', partsOf(words), known);
          expect(new Set(numbersOf(next)).size).toBe(words.length);
          for (const { number, hash } of next.parts) {
            const before = known?.parts.find((part) => part.hash === hash);
            if (before) expect(number).toBe(before.number);
          }
          known = next;
        }
      }),
    ));
});

describe('a new part of a question that was built before', () => {
  const numberOf = (word: string) => numbersOf(versions(['a', 'b'], ['a', 'b', word])[1] as Numbered)[2] ?? 0;

  test('gets a number that two branches rarely give to two parts', () => {
    const drawn = Array.from({ length: 400 }, (_, at) => numberOf(`part ${at}`));
    expect(Math.min(...drawn)).toBeGreaterThan(2);
    expect(Math.max(...drawn)).toBeLessThanOrEqual(mostNumbers);
    expect(new Set(drawn).size).toBeGreaterThan(250);
    expect(numberOf('part 7')).toBe(drawn[7]);
  });

  test('gets none that was ever given out', () => {
    const words = Array.from({ length: mostNumbers - 1 }, (_, at) => `w${at}`);
    const [, , third] = versions(words, [], ['x']);
    expect(third?.parts[0]?.number).toBe(mostNumbers);
    expect(said(words, [], ['x'])).toEqual([]);
    expect(said(words, [], ['x'], ['x', 'y'])).toEqual([`full ${mostNumbers + 1}: undefined > y`]);
  });
});

describe('a text that changes, with a neighbour that comes, goes or moves', () => {
  const coats = ['the Sun', 'the shape of the coats', 'the wind'];

  test('keeps its card between the same neighbours', () => {
    const coast = ['the Sun', 'the shape of the coast', 'the pressure', 'the wind'];
    expect(history(coats, coast)).toEqual([1, 2, 'new', 3]);
    expect(said(coats, coast)).toEqual(['2: the shape of the coats > the shape of the coast']);
    expect(history(['alpha', 'betaa', 'gama', 'delta'], ['alpha', 'beta', 'delta'])).toEqual([1, 2, 4]);
  });

  test('is asked about when it stands elsewhere', () =>
    expect(said(['New mon', 'Full moon', 'Half moon'], ['Full moon', 'Half moon', 'New moon'])).toEqual([
      'lost 1: New mon > New moon',
    ]));

  test('is the same wherever it stands if only its marks and its case change', () =>
    expect(history(['New moon', 'Full moon', 'x'], ['x', 'Full moon', 'new *moon*'])).toEqual([3, 2, 1]));

  test('is asked about when it says something else between the same neighbours', () =>
    expect(said(['Ulm', 'Rom', 'Bern'], ['Ulm', 'a pair of shoes', 'Bern'])).toEqual([
      'moved 2: Rom > a pair of shoes',
    ]));

  test('is another where it names another number', () => {
    expect(said(['Article 5', 'x', 'y'], ['x', 'y', 'Article 6'])).toEqual([]);
    expect(said(['x', 'Article 5', 'y'], ['x', 'Article 6', 'y'])).toEqual([
      'moved 2: Article 5 > Article 6',
    ]);
  });

  test('is not alike by words that all of them have', () =>
    expect(
      said(
        ['the First World War', 'the Second World War', 'a'],
        ['the Second World War', 'a', 'the Third World War'],
      ),
    ).toEqual([]));

  test('is mended by words in another order too', () =>
    expect(said(['a', 'high water mark', 'b'], ['a', 'water mark, high', 'b'])).toEqual([
      '2: high water mark > water mark, high',
    ]));

  test('is asked about where two texts may be what it was', () =>
    expect(said(['a', 'the wind', 'b'], ['a', 'the wind at sea', 'b', 'the wind on land'])).toEqual([
      expect.stringMatching(/^lost 2: the wind > the wind/),
    ]));

  test('is looked for elsewhere before another text takes its place', () =>
    expect(said(['Sun', 'the coats', 'wind'], ['Sun', 'pressure', 'wind', 'the coast'])).toEqual([
      'lost 2: the coats > the coast',
    ]));

  test('is asked about when it had gone and comes back mended', () =>
    expect(said(['the coats', 'x', 'y'], ['x', 'y'], ['x', 'y', 'the coast'])).toEqual([
      'lost 1: the coats > the coast',
    ]));

  test('comes back by the text that it had at first', () => {
    const renamed = { text: 'quite another thing', was: ['coats'] };
    expect(history(['coats', 'x', 'y'], [renamed, 'x', 'y'], ['x', 'y'], ['x', 'y', 'coats'])).toEqual([
      2, 3, 1,
    ]);
  });

  test('follows its key', () => {
    const keyed = [{ text: 'coats', key: 'coast' }, 'x', 'y'];
    expect(history(keyed, ['y', 'x', { text: 'quite another thing', key: 'coast' }])).toEqual([3, 2, 1]);
    expect(said(keyed, ['y', 'x', { text: 'quite another thing', key: 'coast' }])).toEqual([
      '1: coats > quite another thing',
    ]);
    expect(history(['coats', 'x'], ['x', { text: 'coats', key: 'coast' }])).toEqual([2, 1]);
  });

  test('is another part under another key', () => {
    const [before, after] = [
      [{ text: 'coats', key: 'one' }, 'x'],
      [{ text: 'coats', key: 'two' }, 'x'],
    ];
    expect(history(before, after)).toEqual(['new', 2]);
    expect(said(before, after)).toEqual(['lost 1: coats > coats']);
  });

  test('follows "was", which may stay there for good', () => {
    const renamed = { text: 'the shape of the coast', was: ['coats'] };
    expect(history(['coats', 'x', 'y'], ['x', 'y', renamed])).toEqual([2, 3, 1]);
    expect(said(['coats', 'x', 'y'], ['x', 'y', renamed])).toEqual([]);
    expect(history(['coats', 'x'], ['x', renamed], ['x', renamed, 'coats'])).toEqual([2, 1, 'new']);
    expect(
      history(['coats', 'x'], ['x', renamed], ['x', renamed, 'coats'], ['coats', 'x', renamed]).slice(1),
    ).toEqual([2, 1]);
  });
});

describe('equal texts', () => {
  const cell = (x: number): Part => ({ text: 'cell', rect: [x, 0.1, 0.1, 0.1] });
  test('of regions keep the number of the nearest', () => {
    expect(history([cell(0.1), cell(0.5)], [cell(0.8), cell(0.1), cell(0.5)])).toEqual(['new', 1, 2]);
    expect(history([cell(0.1), cell(0.5)], [cell(0.52), cell(0.11)])).toEqual([2, 1]);
  });

  const moon = (before: string, behind: string): Part => ({ text: 'Moon', near: [before, behind] });
  test('of deletions that of the same words around', () =>
    expect(
      history(
        [moon('The ', ' pulls; the Moon shines.'), moon('The Moon pulls; the ', ' shines.')],
        [
          moon('The ', ' is near. The Moon pulls; the Moon shin'),
          moon('The Moon is near. The ', ' pulls; the Moon shines.'),
          moon('The Moon is near. The Moon pulls; the ', ' shines.'),
        ],
      ),
    ).toEqual(['new', 1, 2]));

  test('of items that between the same neighbours', () =>
    expect(history(['x', 'cell', 'y', 'cell', 'z'], ['cell', 'x', 'cell', 'y', 'cell', 'z'])).toEqual([
      'new',
      1,
      2,
      3,
      4,
      5,
    ]));
});

describe('twins in one sentence', () => {
  const far = (word: string) => word.padStart(28, '.');
  const moon = (before: string, behind: string, number?: number): Part => ({
    text: 'Moon',
    near: [before, behind],
    number,
  });
  const [here, there] = [moon('The ', ' pulls.'), moon('It is the ', ' that shines.')];

  test('are told by the words around them rather than by their neighbours', () => {
    const old = moon(`${far('one')}Later came `, ` which changed much; ${far('two')}`);
    const moved = moon(`${far('three')}Later came `, ` which changed much; ${far('four')}`);
    const twin = moon(`${far('one')}The teacher saw `, ` before the break; ${far('two')}`);
    expect(history(['Sun', old, 'Mars'], ['Sun', twin, 'Mars', moved])).toEqual([1, 'new', 3, 2]);
  });

  test('may not exchange the numbers that the author writes', () =>
    expect(
      said(
        [here, there],
        [
          { ...here, number: 2 },
          { ...there, number: 1 },
        ],
      ),
    ).toEqual(['moved 2: Moon > Moon', 'moved 1: Moon > Moon']));

  test('may not take each other’s card when one gets a number', () =>
    expect(said([here, 'x'], [there, 'x', { ...here, number: 9 }])).toEqual(['lost 1: Moon > Moon']));
});

describe('what stands in the same place', () => {
  test('keeps its card: a region with another label', () =>
    expect(
      history(
        [
          { text: 'lens', rect: [0, 0, 0.1, 0.1] },
          { text: 'iris', rect: [0.5, 0, 0.1, 0.1] },
        ],
        [
          { text: 'pupil', rect: [0.5, 0, 0.1, 0.1] },
          { text: 'lens', rect: [0, 0, 0.1, 0.1] },
        ],
      ),
    ).toEqual([2, 1]));

  test('keeps its card: a deletion with the same words around', () =>
    expect(
      history(
        [
          { text: '1955', near: ['The speech was given in ', ' in Moscow.'] },
          { text: 'Moscow', near: ['in ', '.'] },
        ],
        [
          { text: 'Moscow', near: ['', ' heard'] },
          { text: '1956', near: ['The speech was given in ', ' in Moscow.'] },
        ],
      ),
    ).toEqual([2, 1]));
});

describe('numbers that the author writes', () => {
  const at = (number: number, text: string): Part => ({ number, text });

  test('may not be exchanged', () =>
    expect(said(['Moon', 'Sun'], [at(2, 'Moon'), at(1, 'Sun')])).toEqual([
      'moved 2: Sun > Moon',
      'moved 1: Moon > Sun',
    ]));

  test('may not be exchanged between texts that read alike', () =>
    expect(said(['upper side', 'lower side'], [at(2, 'upper side'), at(1, 'lower side')])).toEqual([
      'moved 2: lower side > upper side',
      'moved 1: upper side > lower side',
    ]));

  test('may not be another part’s', () =>
    expect(said([at(1, 'Moon'), 'water'], [at(1, 'Moon'), at(2, 'strongly'), 'water'])).toEqual([
      'moved 2: water > strongly',
    ]));

  test('may not be one that has gone', () =>
    expect(said(['Moon', 'water'], ['Moon'], ['Moon', at(2, 'strongly')])).toEqual([
      'moved 2: water > strongly',
    ]));

  test('may not leave a history behind', () =>
    expect(said(['Moon', 'water'], ['Moon', at(7, 'water')])).toEqual(['lost 2: water > water']));

  test('may follow an edit, and be several parts’', () => {
    expect(said([at(1, 'Moon'), at(2, 'the coats')], [at(2, 'the coast'), at(1, 'Moon')])).toEqual([
      '2: the coats > the coast',
    ]);
    expect(said([at(1, 'Moon'), at(2, 'Sun')], [at(1, 'Moon'), at(2, 'Sun'), at(2, 'water')])).toEqual([]);
  });
});

test('of a lock that kept no texts what may be lost is asked about, and what was edited in place is not', () => {
  const old = (words: string[]): KnownParts => {
    const { parts } = numberParts('list', partsOf(words));
    return { parts: parts.map(({ number, hash }) => ({ number, hash, first: hash })), gone: [] };
  };
  const after = (before: string[], now: string[]) => numberParts('list', partsOf(now), old(before));
  expect(after(['a', 'b'], ['b', 'a']).risks).toEqual([]);
  expect(numbersOf(after(['a', 'coats', 'c'], ['a', 'coast', 'c']))).toEqual([1, 2, 3]);
  expect(after(['a', 'coats', 'c'], ['a', 'coast', 'c']).risks).toEqual([]);
  expect(after(['a', 'coats', 'c'], ['a', 'coast', 'x', 'c']).risks).toMatchObject([
    { what: 'lost', number: 2 },
  ]);
  expect(after(['a', 'b', 'c'], ['a', 'c']).risks).toEqual([]);
  const gone = { parts: old(['a']).parts, gone: [{ number: 7, hash: 'x', first: 'x' }] };
  expect(numberParts('list', partsOf(['a', { text: 'b', number: 7 }]), gone).risks).toMatchObject([
    { what: 'moved', number: 7, before: undefined },
  ]);
});
