import { parseMarkdown } from '../../src/text/markdown.ts';
import { bareText, toPlain } from '../../src/text/plain.ts';
import { deletionsOf } from '../../src/text/tree.ts';

const plain = (source: string): string => toPlain(parseMarkdown(source));

describe('Markdown to one line of plain text', () => {
  test.each([
    ['emphasis', 'a *b* **c** `d`', 'a b c d'],
    ['paragraphs and lists', 'a\n\n- b\n- c', 'a b c'],
    ['a table', '|a|b|\n|-|-|\n|1|2|', 'a b 1 2'],
    ['a power', '10^3^', '10³'],
    ['a negative power', '10^-3^ m', '10⁻³ m'],
    ['a negative power with a minus sign', '10^−3^', '10⁻³'],
    ['a formula', 'H~2~O and SO~4~^2−^', 'H₂O and SO₄²⁻'],
    ['an index', 'x~i~^n+1^', 'xᵢⁿ⁺¹'],
    ['an ordinal', 'XIX^e^, 1^st^', 'XIXᵉ, 1ˢᵗ'],
    ['what has no raised letter', 'x^q^, T~max,2~', 'x^(q), T_(max,2)'],
    ['emphasis around a power', '*x^2^*', 'x²'],
  ])('%s', (_, source, expected) => {
    expect(plain(source)).toBe(expected);
  });

  test('different options stay different', () => {
    expect(new Set(['10^3^', '10^6^', '103', '10~3~'].map(plain)).size).toBe(4);
  });

  test('bare text has the letters and nothing else', () => {
    const [deletion] = deletionsOf(parseMarkdown('It is {{*10*^3^ m}}.', { deletions: true }));
    expect(bareText(deletion?.children ?? [])).toBe('103 m');
  });
});
