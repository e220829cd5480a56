import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { readCard } from './read.ts';

/** A function of a card script, taken from its file as it stands. */
const take = (file: string, name: string) =>
  runInNewContext(`${readCard(file)}; ${name}`, { document: { querySelectorAll: () => [] } });

describe('the order of the day', () => {
  const dailyOrder: (pinned: boolean[], seed: number, day: number) => number[] = take(
    'shuffle.js',
    'dailyOrder',
  );
  const order = (pinned: boolean[], seed: number, day: number) => Array.from(dailyOrder(pinned, seed, day));
  const lists = fc.array(fc.boolean(), { maxLength: 12 });
  const seeds = fc.integer({ min: 0, max: 0xffffffff });
  const days = fc.integer({ min: 10_000, max: 40_000 });

  test('has every option once, what is pinned last, and is the same on both sides', () => {
    fc.assert(
      fc.property(lists, seeds, days, (pinned, seed, day) => {
        const places = order(pinned, seed, day);
        expect([...places].sort((a, b) => a - b)).toEqual(pinned.map((_, place) => place));
        expect(places.map((place) => pinned[place])).toEqual(
          [...pinned].sort((a, b) => Number(a) - Number(b)),
        );
        expect(order(pinned, seed, day)).toEqual(places);
      }),
    );
  });
  test('leaves no place to learn: over a year each option stands in each place about as often', () => {
    const counts = [0, 0, 0, 0];
    for (let day = 20_000; day < 20_400; day++) {
      const at = order([false, false, false, false], 123456, day).indexOf(2);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 100)).toBeLessThan(35);
  });
  test('changes at four in the morning by the local clock', () => {
    const studyDay: (now: Date) => number = take('shuffle.js', 'studyDay');
    const at = (hour: number, minute: number) => studyDay(new Date(2026, 10, 24, hour, minute));
    expect(at(0, 5)).toBe(studyDay(new Date(2026, 10, 23, 23, 55)));
    expect(at(3, 59) + 1).toBe(at(4, 1));
  });
});

describe('what was typed', () => {
  const accepts: (typed: string, expected: string, data: object) => boolean = take('typed.js', 'accepts');
  const names = { accept: ['Nikita Khrushchev', 'N. S. Khrushchev'] };
  test.each([
    ['nikita  khrushchev', true],
    ['khrushchev', true],
    ['N. S. KHRUSHCHEV', true],
    ['Malenkov', false],
    ['', false],
  ])('%j for Khrushchev: %j', (typed, right) => expect(accepts(typed, 'Khrushchev', names)).toBe(right));

  test.each([
    ['"heimat"', '“Heimat”'],
    ['„Heimat“', '"Heimat"'],
    ['« Heimat »', '»Heimat«'],
    ['″Heimat″', '‟Heimat”'],
    ['「故乡」', '“故乡”'],
    ["l'eau", 'l’eau'],
    ['‹eau›', '‚eau‘'],
    ['Jean-Paul', 'Jean‑Paul'],
    ['the war of 1914-18', 'the war of 1914–18'],
    ['-5', '−5'],
    ['die  "Heimat" und', 'die „Heimat“ und'],
  ])('%j is the same as %j', (typed, expected) => expect(accepts(typed, expected, {})).toBe(true));

  test.each([
    ['Heimat', '“Heimat”'],
    ["'Heimat'", '“Heimat”'],
    ['JeanPaul', 'Jean-Paul'],
  ])('%j is not the same as %j', (typed, expected) => expect(accepts(typed, expected, {})).toBe(false));

  test.each([
    ['1956', 0, true],
    ['1955', 1, true],
    ['1954', 1, false],
    ['1,956', 0, true],
    ['1.956', 0, true],
    ['about 1956 of them', 0, true],
    ['-1956', 0, false],
    ['none', 5, false],
  ])('%j for 1956, give or take %j: %j', (typed, tolerance, right) => {
    expect(accepts(typed, '1956', { tolerance })).toBe(right);
  });
  test.each([
    ['0,3', '0.3', 0, true],
    ['0.4', '0.3', 0.1, true],
    ['−12 °C', '-12', 0, true],
    ['–12 °C', '-12', 0, true],
    ['–40', '40', 0, false],
    ['from 40–50', '40', 0, true],
    ['1 250 000', '1250000', 0, true],
    ['6e3', '6000', 0, true],
  ])('%j for %j, give or take %j: %j', (typed, expected, tolerance, right) => {
    expect(accepts(typed, expected, { tolerance })).toBe(right);
  });
  test('an answer of words has no tolerance', () => expect(accepts('12', '13', {})).toBe(false));
});
