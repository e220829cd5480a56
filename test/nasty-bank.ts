import fc from 'fast-check';

/** What is likeliest to trip a writer of HTML, XML, JSON, SQL, Typst, Markdown, LaTeX, or Anki, and is allowed. */
const nasty = [
  // Markdown, whole and broken.
  [
    '*',
    '**a**',
    '_a_',
    '***',
    '`a`',
    '``',
    '~2~',
    '^3^',
    '~',
    '^',
    '\\',
    '\\*',
    '- a\n- b',
    '1. a\n2. b',
    '|',
  ],
  [
    '999999999. a\n2. b',
    '```\na\n```',
    '```',
    '| a | b |\n|---|---:|\n| 1 | 2 |',
    '# a',
    '> a',
    '---',
    '[',
    '](',
  ],
  [
    '[a](https://x.org)',
    '[a](x "t")',
    '[a](ms-word:x)',
    '[*a*](/b?c=d&e=f#g)',
    '[a](<b c>)',
    '<https://x.org/%ff>',
  ],
  [
    '<search-ms:x>',
    '<a@b.org>',
    '![a](a.png)',
    '[![a](b.svg)](x)',
    '[a](&#x1f;)',
    '[a](%)',
    '[a](\\)',
    '[a][b]',
  ],
  // LaTeX.
  [
    '$x$',
    '$$x^2$$',
    '$\\frac12$',
    '$',
    '$$',
    '$5',
    '$\\ce{H2O}$',
    '$\\begin{matrix}a&b\\\\c\\end{matrix}$',
    '$%\n$',
  ],
  [
    '$\\text{a $b$ c}$',
    '$\\def\\a{b}\\a$',
    '$[sound:a.mp3]$',
    '$\\verb|a|$',
    '$\\sqrt[3]{\\overbrace{a}^{b}}$',
  ],
  [
    '$\\color{red}a$',
    '$\\rule{1em}{1em}$',
    '$\\left.\\right)$',
    '$\\hspace{-9em}$',
    '$\\kern-1em$',
    '$$x\\tag{1}$$',
  ],
  // Anki, HTML, XML, Typst, JSON, printf, paths.
  [
    '{{a}}',
    '{{c1::a::b}}',
    '}}',
    '::',
    '{{c2::a $b$}}',
    '[sound:a.mp3]',
    '[latex]a[/latex]',
    '\\(a\\)',
    '\\[a\\]',
  ],
  [
    '[anki:tts lang=en]a[/anki:tts]',
    '<b>',
    '</p>',
    '&amp;',
    '&',
    '&#0;',
    '<!--',
    ']]>',
    '<![CDATA[',
    '"',
    "'",
  ],
  [
    '#let',
    '#',
    '@a',
    '//',
    '/*',
    '\\u{1F}',
    '\\u001f',
    '%s',
    '%',
    '../a',
    'C:\\a',
    'a/b',
    '__proto__',
    '0',
    '-1',
  ],
  ['1.10', 'true', '~', 'null', 'a: b', '- ', ' a ', ''],
  // Characters of every sort.
  [
    '\r',
    '\r\n',
    '\n',
    '\t',
    '\u00a0',
    '\u00ad',
    '\u2028',
    '\u2029',
    '\ufeff',
    '\u200b',
    '\u200d',
    '\u200e',
    '\u202e',
  ],
  [
    '\u2066a',
    '\u2069',
    '\u0301',
    'e\u0301',
    '\u{1f469}\u200d\u{1f52c}',
    '\u{1f1fa}\u{1f1e6}',
    '\ufe0f',
    '\ue000',
  ],
  [
    '\u{e0001}',
    '\u{f0000}',
    '\u05d0',
    '\u0627\u0644',
    '\u1112\u1161\u11ab',
    '\u6c34',
    '\u0e01',
    '\ufdfa',
    '\u{1d400}',
  ],
  ['\ufffd', '\ufffc', '\u{10fffd}', '\u0130', '\u1e9e', '\ufb01'],
  ['a'.repeat(200), '\u6c34'.repeat(60), '\u0301'.repeat(60), 'a '.repeat(60)],
].flat();

/** What is refused, in every text or in most. */
const refused = [
  ['[](x)', '[a]()', '[ ](<>)', '[\u200b](x)', '![](a.png)', '![a](no.png)', '![a](a%1Fb.png)', '![a](&#0;)'],
  [
    '$\\foo$',
    '$\\char"1F$',
    '$\\char"D800$',
    '$\\char"FFFE$',
    '$\\href{javascript:a}{b}$',
    '$}}$',
    '{{c501::a}}',
  ],
  [
    '{{}}',
    '{{',
    '\u0000',
    '\u001f',
    '\u007f',
    '\u0085',
    '\ud800',
    '\udfff',
    '\ufdd0',
    '\ufffe',
    '\uffff',
    '\u{1ffff}',
  ],
].flat();

const text = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 24, arbitrary: fc.constantFrom(...nasty) },
        { weight: 1, arbitrary: fc.constantFrom(...refused) },
        { weight: 8, arbitrary: fc.constantFrom('a', 'the tide', 'Ebbe und Flut', '12', 'zwei') },
        { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
        { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 5 }) },
      ),
      { minLength: 1, maxLength: 4 },
    ),
    fc.constantFrom('', ' ', '\n', '\n\n'),
  )
  .map(([parts, between]) => parts.join(between));

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 1 });
const some = (least: number) => fc.array(text, { minLength: least, maxLength: 4 });
const picture = fc.record({ file: fc.constantFrom('a.png', 'b.svg'), alt: text });

const common = {
  why: maybe(text),
  hint: maybe(text),
  cite: maybe(fc.record({ paragraph: fc.integer({ min: 1, max: 99 }), quote: text })),
  only: fc.constantFrom(undefined, undefined, undefined, 'anki', 'quiz'),
};

const option = fc.oneof(text, fc.record({ text, why: text }));

/** A question of each kind, without its id. */
const kinds = [
  fc.record({ ask: text, answer: text, image: maybe(picture), ...common }),
  fc.record({ ask: text, typed: text, accept: maybe(some(1)), ...common }),
  fc.record({ ask: text, number: fc.constantFrom('1.10', '-2e3'), unit: maybe(text), ...common }),
  fc.record({ term: text, means: text, say: fc.constantFrom(undefined, true), ...common }),
  fc.record({ cloze: fc.tuple(text, text, text).map(([a, b, c]) => `${a}{{${b}}}${c}`), ...common }),
  fc.record({
    choose: text,
    right: option,
    wrong: fc.array(option, { minLength: 1, maxLength: 3 }),
    ...common,
  }),
  fc.record({ claim: text, verdict: fc.boolean(), ...common }),
  fc.record({
    match: text,
    pairs: fc.array(fc.tuple(text, text), { minLength: 2, maxLength: 3 }).map(Object.fromEntries),
    extra: maybe(some(1)),
    ...common,
  }),
  fc.record({ order: text, items: some(2), ...common }),
  fc.record({ list: text, items: some(2), ordered: fc.boolean(), ...common }),
  fc.record({ discuss: text, rubric: some(1), ...common }),
  fc.record({
    diagram: text,
    image: picture,
    regions: fc.array(fc.record({ label: text, rect: fc.constant([0.1, 0.1, 0.3, 0.1]) }), {
      minLength: 1,
      maxLength: 3,
    }),
    ...common,
  }),
] as const;

const passage = fc.record({
  passage: text,
  title: maybe(text),
  text,
  image: maybe(picture),
  questions: fc.array(fc.oneof(...kinds), { minLength: 1, maxLength: 2 }),
});

/** A question as YAML may have it: plain data. */
export type Draft = Readonly<Record<string, unknown>>;

type Fields = Readonly<Record<string, string | undefined>>;

/** What a bank is made of, as an author may have typed it; some of it is wrong. */
export interface NastyBank {
  readonly questions: readonly Draft[];
  readonly deck: Fields;
  readonly topic: string;
  /** Fields of its quiz, and of the quiz's section. */
  readonly quiz: Fields;
  readonly section: Fields;
}

export const nastyBank: fc.Arbitrary<NastyBank> = fc.record({
  questions: fc.tuple(...kinds, passage),
  deck: fc.record({
    language: fc.constantFrom('en', 'de', 'ar', 'zh'),
    deck: text,
    description: maybe(text),
    author: maybe(text),
    license: maybe(text),
  }),
  topic: text,
  quiz: fc.record({ title: text, instructions: maybe(text) }),
  section: fc.record({ title: maybe(text), instructions: maybe(text) }),
});
