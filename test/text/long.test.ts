import { badCharacter } from '../../src/bank/yaml/characters.ts';
import { pretty } from '../../src/cli/report/pretty.ts';
import { parseMarkdown } from '../../src/text/markdown.ts';
import { parseMaths } from '../../src/text/maths.ts';
import { nearest } from '../../src/text/nearest.ts';
import { inlineText } from '../../src/text/plain.ts';
import { deletionsOf, inlinesOf } from '../../src/text/tree.ts';
import { check, load } from '../bank/bank-of.ts';
import { atMost, effortOf } from '../effort.ts';

/** A hundred thousand characters of this. */
const full = (unit: string) => unit.repeat(Math.floor(100_000 / unit.length));

describe('Markdown of 100,000 characters is read in no time', () => {
  test.each([
    ['braces that are never closed', '{{'],
    ['more of them', '{{{a}'],
    ['formulas on lines of their own', '$$a$$\n\n'],
    ['dollars alone on lines', '$$\na\n\n'],
    ['dollars that are never closed', '$$a\n'],
  ])('%s', (_name, unit) => {
    expect(effortOf(() => parseMarkdown(full(unit), { deletions: true }))).toBeLessThan(atMost);
  });

  test('what closes stays as it was', () => {
    const deletions = (text: string) =>
      deletionsOf(parseMarkdown(text, { deletions: true })).map(({ children }) => inlineText(children));
    expect(deletions(`${'{{{a}'.repeat(3)} {{b}} {{c\\}} {{d}e}}`)).toEqual([
      '{a}{{{a}{{{a} {{b',
      'c\\',
      'd}e',
    ]);
    const formulas = (text: string) =>
      inlinesOf(parseMarkdown(text)).flatMap((node) => (node.type === 'math' ? [node.tex] : []));
    expect(formulas('$$\na\\\n$$\n\nb')).toEqual(['a\\']);
    expect(formulas('$$\n\n$$')).toEqual([]);
    expect(formulas('- $$\n  a\n  b$$\n- $$c$$ d')).toEqual(['a\nb', 'c']);
  });
});

test('a text in double quotes is looked through once', () => {
  expect(badCharacter('a $x$ \\t b $\\theta$ c', true)).toMatchObject({ start: 12, end: 14 });
  expect(effortOf(() => badCharacter(full('\\na'), true))).toBeLessThan(atMost);
  expect(effortOf(() => badCharacter(full('$a\\nb'), true))).toBeLessThan(atMost);
});

test('long names are no slips of each other', () => {
  const [one, other] = ['a', 'b'].map((letter) => letter.repeat(200_000));
  expect(effortOf(() => nearest(`${one}`, [`${other}`]))).toBeLessThan(atMost);
});

test('a message with a name as long as a file is cut on the screen', () => {
  const loaded = load(`  - {id: a, ask: x, answer: y, waive: {${'a'.repeat(90_000)}: x}}\n`);
  const diagnostics = check(loaded);
  const sources = new Map(loaded.files.topics.map((file) => [file.path, file]));
  let shown = '';
  expect(
    effortOf(() => {
      shown = pretty({ diagnostics, sources, questions: 1 }, { columns: 80, color: false });
    }),
  ).toBeLessThan(atMost);
  expect(shown).toMatch('there is no rule');
  expect(shown.length).toBeLessThan(3000);
});

describe('what is wrong with thousands of places in one text is found in no time', () => {
  test.each([
    ['empty deletions', `cloze: "${'{{}}'.repeat(20_000)}"`, 'empty-deletion', 20_000],
    [
      'pictures without words',
      `ask: "${'![](a.png)'.repeat(2500)}${'!['.repeat(20_000)}", answer: y`,
      'missing-alt',
      2500,
    ],
  ])('%s', (_name, question, rule, count) => {
    let found: string[] = [];
    const effort = effortOf(() => {
      found = check(load(`  - {id: a, ${question}}\n`)).map((each) => each.rule);
    });
    expect(found.filter((each) => each === rule)).toHaveLength(count);
    expect(effort).toBeLessThan(atMost);
  });
});

test('commands of a formula’s own cannot make millions of signs', () => {
  const formula = `\\def\\a{${'x'.repeat(2400)}}${'\\a'.repeat(1000)}`;
  const message = 'its macros make it too large';
  expect(parseMaths(formula, false)).toEqual({ error: { message } });
  const smaller = `\\def\\a{${'x'.repeat(60)}}\\def\\b{${'\\a '.repeat(30)}}${'\\b'.repeat(30)}`;
  expect(parseMaths(smaller, false)).toEqual({ error: { message } });
  expect(parseMaths('\\def\\R{\\mathbb{R}}f: \\R\\to\\R', false)).toHaveProperty('maths');
});
