import fc from 'fast-check';
import { type Numbered, numberParts } from '../../src/identity/parts.ts';

const texts = (...words: string[]) => words.map((text) => ({ text }));
const numbers = (numbered: Numbered) => numbered.parts.map(([number]) => number);

/** The numbers after each version of the parts. */
const history = (...versions: string[][]) => {
  let known: Numbered | undefined;
  return versions.map((version) => {
    known = numberParts(texts(...version), known);
    return numbers(known);
  });
};

describe('the numbers of parts', () => {
  test('count from 1', () => expect(history(['a', 'b'])).toEqual([[1, 2]]));
  test('stay when one is added in front', () =>
    expect(history(['a', 'b'], ['x', 'a', 'b'])).toEqual([
      [1, 2],
      [3, 1, 2],
    ]));
  test('stay when one is removed, and leave a gap', () =>
    expect(history(['a', 'b', 'c'], ['a', 'c'], ['a', 'c', 'd'])).toEqual([
      [1, 2, 3],
      [1, 3],
      [1, 3, 4],
    ]));
  test('come back with a part that comes back', () =>
    expect(history(['a', 'b'], ['a'], ['a', 'c'], ['b', 'a', 'c'])).toEqual([
      [1, 2],
      [1],
      [1, 3],
      [2, 1, 3],
    ]));
  test('move with the text', () =>
    expect(history(['a', 'b', 'c'], ['c', 'a', 'b'])).toEqual([
      [1, 2, 3],
      [3, 1, 2],
    ]));
  test('stay with a part that is edited in place', () =>
    expect(history(['a', 'b', 'c'], ['a', 'B', 'c'])).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]));
  test('stay with the only part when it is edited', () => expect(history(['a'], ['b'])).toEqual([[1], [1]]));
  test('are new for one that replaces another elsewhere', () =>
    expect(history(['a', 'b', 'c'], ['b', 'c', 'x'])).toEqual([
      [1, 2, 3],
      [2, 3, 4],
    ]));
  test('tell equal texts apart by their order', () =>
    expect(history(['a', 'a'], ['a', 'a'])).toEqual([
      [1, 2],
      [1, 2],
    ]));

  test('follow the author where he chose them', () => {
    const parts = [{ text: 'a', number: 1 }, { text: 'b', number: 1 }, { text: 'c' }];
    expect(numbers(numberParts(parts))).toEqual([1, 1, 2]);
  });

  const version = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 });

  test('are never doubled, and never given to another text that is still there', () =>
    fc.assert(
      fc.property(fc.array(version, { minLength: 2, maxLength: 6 }), (versions) => {
        let known: Numbered | undefined;
        for (const words of versions) {
          const next = numberParts(texts(...words), known);
          expect(new Set(numbers(next)).size).toBe(words.length);
          for (const [number, hash] of next.parts) {
            const before = known?.parts.find(([, other]) => other === hash);
            if (before) expect(number).toBe(before[0]);
          }
          known = next;
        }
      }),
    ));
});
