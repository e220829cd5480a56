import { check, load } from '../bank/bank-of.ts';
import { effortOf } from '../effort.ts';

const rulesOf = (field: string, text: string) =>
  check(load(`  - {id: a, ${field}: ${JSON.stringify(text)}, answer: y}\n`)).map(({ rule }) => rule);

const listed = (depth: number) =>
  Array.from({ length: depth }, (_, at) => `${'  '.repeat(at)}- a\n${'  '.repeat(at)}- b\n`).join('');

const marked = (depth: number) => `${'*a '.repeat(depth)}b${' c*'.repeat(depth)}`;

const rooted = (depth: number) => `$${'\\sqrt{'.repeat(depth)}a${'}'.repeat(depth)}$`;

describe('a text', () => {
  const texts: [string, string, boolean][] = [
    ['11 lists', listed(11), true],
    ['12 lists', listed(12), false],
    ['27 marks', marked(27), true],
    ['28 marks', marked(28), false],
    ['a formula of 55', rooted(54), true],
    ['a formula of 56', rooted(55), false],
    ['marks and a formula', marked(5).replace('b', rooted(44)), true],
    ['too many of both', marked(5).replace('b', rooted(45)), false],
  ];
  test.each(texts)('of %s within each other', (_name, text, isFine) => {
    expect(rulesOf('ask', text)).toEqual(isFine ? [] : ['text-too-deep']);
  });

  test('of 15,000 marks within each other is told at once', () => {
    expect(effortOf(() => expect(rulesOf('ask', marked(15_000))).toEqual(['text-too-deep']))).toBeLessThan(2);
  });
});
