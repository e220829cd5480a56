import fc from 'fast-check';
import { parseMarkdown } from '../../src/text/markdown.ts';
import type { MathsNode } from '../../src/text/maths/node.ts';
import { parseMaths } from '../../src/text/maths.ts';
import { typstWriter } from '../../src/typst/markup.ts';

/** A tree written down in short: signs as they are, the rest as "fraction(1; 2)", a class where it decides spacing. */
function shape(node: MathsNode): string {
  if (node.t === 'row') return node.c.map(shape).join(' ');
  if (node.t === 'sign') return node.k && node.k !== 'normal' ? `${node.s}:${node.k}` : node.s;
  if (node.t === 'number') return node.s;
  if (node.t === 'word' || node.t === 'text') return `"${node.s}"`;
  if (node.t === 'table') {
    const rows = node.rows.map((row) => row.map(shape).join(' & ')).join(' \\ ');
    return `table(${node.align.join('')}; ${rows})`;
  }
  const parts = Object.entries(node).flatMap(([key, value]) => {
    if (key === 't' || value === undefined) return [];
    if (typeof value !== 'object') return [String(value)];
    return [
      key === 'c' || key.length === 1 ? shape(value as MathsNode) : `${key} ${shape(value as MathsNode)}`,
    ];
  });
  return `${node.t}(${parts.join('; ')})`;
}

function read(tex: string, display = true): string {
  const maths = parseMaths(tex, display);
  return 'maths' in maths ? shape(maths.maths) : `error: ${maths.error.message}`;
}

describe('LaTeX to a tree', () => {
  const cases: [string, string][] = [
    ['x', 'x'],
    ['12.5', '12.5'],
    ['1{,}5', '1 class(normal; ,:punctuation) 5'],
    ['a = -b', 'a =:relation −:vary b'],
    ['\\alpha\\Gamma\\infty', 'α Γ ∞'],
    ['[0, 1)', '[:opening 0 ,:punctuation 1 ):closing'],
    ['n! \\ne \\nabla f', 'n ! ≠:relation ∇ f'],
    ['a \\not= b', 'a ≠:relation b'],
    ['\\frac{1}{2}', 'fraction(1; 2)'],
    ['\\dfrac12', 'style(display; fraction(1; 2))'],
    ['\\binom{n}{k}', 'binomial(n; k)'],
    ['\\sqrt[3]{x}', 'root(x; 3)'],
    ['x_1^2', 'scripts(x; sup 2; sub 1)'],
    ["f''", 'scripts(f; sup primes(2))'],
    ['\\sum_{i}^n', 'scripts(∑:large; sup n; sub i; display)'],
    ['\\sum\\limits_i', 'scripts(∑:large; sub i; always)'],
    ['\\int_0^1', 'scripts(∫:large; sup 1; sub 0)'],
    ['\\lim_{x}', 'scripts(operator("lim"); sub x; display)'],
    ['\\operatorname{arg}x', 'operator("arg") x'],
    ['\\overset{!}{=}', 'scripts(=:relation; sup !; always)'],
    ['\\prescript{14}{6}{C}', 'scripts(C; presup 14; presub 6)'],
    ['\\hat{x}\\overline{ab}', 'accent(x; \u0302; false) along(overline; a b)'],
    ['\\overline{z}^2', 'scripts(along(overline; z); sup 2)'],
    ['\\underbrace{ab}_{n}', 'along(underbrace; a b; n)'],
    ['\\cancel{x}\\boxed{y}', 'cancel(up; x) frame(y)'],
    ['\\left(x\\middle|y\\right.', 'fence(x middle(|) y; (; )'],
    ['\\left\\{x\\right]', 'fence(x; {; ])'],
    ['\\Bigl(', 'delimiter((; 1.8; opening)'],
    ['a\\mathrel{R}b', 'a class(relation; R) b'],
    ['\\mathrm{kg}\\mathbb{R}\\mathbf{v}', 'font(upright; "kg") font(double; R) font(upright-bold; "v")'],
    ['\\text{if é} x', '"if é" x'],
    ['\\text{<"x">}', '"<"x">"'],
    ['5"', '5 "'],
    ['\\text{a $x$ \\textbf{b}}', '"a " x " " "b"'],
    ['a\\,b\\quad c', 'a space(0.167; em) b space(1; em) c'],
    ['\\displaystyle x', 'style(display; x)'],
    ['\\color{#ff0000}x', 'colour(#ff0000; x)'],
    ['\\xrightarrow[a]{b}', 'arrow(→; over b; under a)'],
    ['\\phantom{x}\\vphantom{y}', 'room(x; true) room(y; false)'],
    ['\\rule{2em}{1pt}', 'rule(2; 0.1; 0)'],
    ['x\\tag{1}', 'x space(2; em) "(1)"'],
    ['\\begin{pmatrix}a&b\\\\c\\end{pmatrix}', 'fence(table(cc; a & b \\ c); (; ))'],
    ['\\begin{cases}a&b\\\\c&d\\end{cases}', 'fence(table(ll; a & b \\ c & d); {; )'],
    ['\\begin{array}{r|l}a&b\\end{array}', 'table(rl; a & b)'],
    [
      '\\begin{aligned}a&=b\\\\&=c\\end{aligned}',
      'table(rl; a & class(normal; ) =:relation b \\  & class(normal; ) =:relation c)',
    ],
    ['\\newcommand{\\half}{\\frac12}\\half', 'fraction(1; 2)'],
  ];
  test.each(cases)('%s', (tex, expected) => expect(read(tex)).toBe(expected));

  test('lines and distances of tables are kept', () => {
    const tex = '\\begin{array}{|c|c|} \\hline a & b \\\\[5pt] \\hline c & d \\end{array}';
    expect(parseMaths(tex, true)).toMatchObject({ maths: { hlines: [0, 1], vlines: [0, 1, 2] } });
    expect(read(tex)).toContain('deeper(5)');
  });
});

describe('chemistry', () => {
  const cases: [string, string][] = [
    ['\\ce{H2O}', 'font(upright; "H") scripts(; sub 2) font(upright; "O")'],
    ['\\ce{SO4^2-}', 'font(upright; "SO") scripts(; sub 4) scripts(; sup 2 −)'],
    ['\\ce{A -> B}', 'font(upright; "A") arrow(→) font(upright; "B")'],
    ['\\ce{A <=> B}', 'font(upright; "A") arrow(⇌) font(upright; "B")'],
    ['\\ce{^{14}_{6}C}', 'scripts(font(upright; "C"); presup 14; presub 6)'],
  ];
  test.each(cases)('%s', (tex, expected) => expect(read(tex)).toBe(expected));
});

describe('mistakes are told to the author', () => {
  const cases: [string, string, number | null][] = [
    ['a + \\fraction{1}{2}', 'unknown command \\fraction', 4],
    ['\\frac{1', 'a closing "}" is missing', 7],
    ['\\frac{1}', 'its last command needs something in braces', null],
    ['a } b', '"}" has no place here', 2],
    ['\\left( x', 'a closing "\\right" is missing', null],
    ['a & b', '"&" needs an environment around it, such as aligned', 2],
    ['\\begin{foo}x\\end{foo}', 'unknown environment {foo}', 6],
    ['\\begin{matrix} a', 'an environment lacks its \\end', null],
    ['\\ce{\\foo}', 'unknown command \\foo', 4],
    ['x^', 'something is missing after a command, ^ or _', null],
    ['x^2^3', 'double superscript', 3],
    ['\\def\\a{\\a\\a}\\a', 'its macros expand without end', null],
    ['\\href{https://example.org}{x}', 'unknown command \\href', 0],
    ['\\includegraphics{x.png}', '\\includegraphics is not allowed', 0],
    ['\\mathllap{x}', '\\mathllap cannot be printed', 0],
  ];
  test.each(cases)('%s', (tex, message, at) => {
    expect(parseMaths(tex, true)).toEqual({ error: at === null ? { message } : { message, at } });
  });

  test('a formula has a longest and a deepest', () => {
    expect(read('x'.repeat(5001))).toBe('error: a formula may have at most 5000 characters');
    const nested = (levels: number) => `${'\\sqrt{'.repeat(levels)}x${'}'.repeat(levels)}`;
    expect(read(nested(100))).toBe('error: this formula is nested too deeply');
    expect(read(nested(20))).toContain('root(root(root(');
  });

  test.each([
    ['a long macro', `\\def\\a{${'x'.repeat(2400)}}${'\\a'.repeat(900)}`],
    ['macros in macros', `\\def\\a#1{${'#1'.repeat(100)}}${'\\a{'.repeat(6)}x${'}'.repeat(6)}`],
    ['an argument in many places', `\\newcommand\\a[1]{${'#1'.repeat(1200)}}\\a{${'x'.repeat(2400)}}`],
  ])('%s makes no formula too large', (_name, tex) => {
    expect(read(tex)).toBe('error: its macros make it too large');
  });

  test('a formula has so many parts at most', () => {
    const macros = (times: number) => `\\def\\a{${'x'.repeat(50)}}${'\\a'.repeat(times)}`;
    expect(read(macros(300))).toBe('error: a formula may have at most 10000 parts');
    expect(read(macros(100))).toMatch(/^(x ?){5000}$/);
    expect(read('x'.repeat(5000))).toMatch(/^(x ?){5000}$/);
  });

  test('what needs a line of its own is said to', () => {
    const tex = '\\begin{align}a&=b\\end{align}';
    expect(read(tex, false)).toBe('error: {align} needs $$ on both sides');
    expect(read(tex)).toContain('table(rl;');
  });
});

test('macros of one formula are unknown to the next', () => {
  parseMaths('\\gdef\\mine{x}\\mine', true);
  expect(read('\\mine')).toBe('error: unknown command \\mine');
});

describe('whatever an author types', () => {
  const words = [
    '\\frac',
    '\\sqrt',
    '\\left(',
    '\\right)',
    '\\begin{array}{c}',
    '\\end{array}',
    '\\ce',
    '\\text',
  ];
  const soup = fc
    .array(fc.oneof(fc.constantFrom(...words, ...'{}[]^_&$%#~\\ ', '\\\\'), fc.string({ maxLength: 3 })), {
      maxLength: 20,
    })
    .map((parts) => parts.join(''));

  test('gives a tree of plain data or a message', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), soup), fc.boolean(), (tex, display) => {
        const maths = parseMaths(tex, display);
        if ('error' in maths) {
          expect(maths.error.message).toMatch(/\S/);
          const { at = 0 } = maths.error;
          expect(at >= 0 && at <= tex.length).toBe(true);
        } else expect(JSON.parse(JSON.stringify(maths.maths))).toEqual(maths.maths);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('maths in a text for Typst', () => {
  const write = typstWriter((file) => file);
  const first = (source: string) => Object.values(write(parseMarkdown(source)))[0];

  test('carries its tree, and its source for those who hear it', () => {
    const c = { t: 'scripts', c: { t: 'sign', s: 'x' }, sup: { t: 'number', s: '2' } };
    expect(first('$x^2$')).toEqual({ t: 'p', c: [{ t: 'math', s: 'x^2', display: false, c }] });
  });

  test('prints as code where it cannot be read', () => {
    expect(first('$\\foo$')).toEqual({ t: 'p', c: [{ t: 'math', s: '\\foo', display: false }] });
  });
});
