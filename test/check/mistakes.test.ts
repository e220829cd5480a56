import { brief, check, goodBank, load } from '../bank/bank-of.ts';

/** Everything that is said of a bank with these questions. */
const said = (questions: string, extra: Record<string, string> = {}, media: string[] = []): string[] =>
  check(load(questions, extra, media)).map(brief);

describe('plain scalars are text as they are written', () => {
  const written = [
    '1.10',
    '007',
    'no',
    'yes',
    'true',
    '~',
    'null',
    '1956-10',
    '2026-11-23',
    '0x1F',
    '0o17',
    '1e3',
    '.5',
    '-0',
    '.inf',
    '.nan',
    '12:30:45',
    '1_000',
    '=',
    '+1',
    'Y',
    'off',
  ];
  test.each(written)('%s', (text) => {
    const [question] = goodBank(
      `  - id: a\n    ask: ${text}\n    answer: ${text}\n    why: ${text}\n`,
    ).questions;
    expect(question).toMatchObject({ prompt: text, answer: text, why: text });
  });

  test('also as options, tags and names', () => {
    const bank = goodBank(
      '  - id: a\n    choose: x\n    right: no\n    wrong: [1.10, ~]\n    tags: [1956-10, off]\n',
      {
        'deck.yaml': 'deck: 1984\nid: 007\nversion: 1.10\ndate: 2026-11-24\n',
      },
    );
    expect(bank).toMatchObject({ deck: '1984', id: '007', version: '1.10', date: '2026-11-24' });
    expect(bank.questions[0]).toMatchObject({
      options: [{ text: 'no' }, { text: '1.10' }, { text: '~' }],
      tags: ['1956-10', 'off'],
    });
  });
});

describe('a date that is none', () => {
  test.each(['2026-02-30', '2026-13-01', '26-01-01', 'yesterday', '2026-1-1', '2026-01-01T00:00'])(
    '%s',
    (day) => {
      expect(said(`  - id: a\n    ask: x\n    answer: y\n    retired: ${day}\n`)).toEqual([
        `01-topic.yaml:6:14 wrong-type: "retired" takes a day of the calendar such as 2026-11-23, not "${day}"`,
      ]);
    },
  );

  test('of a version', () => {
    const deck = { 'deck.yaml': 'deck: D\nid: d\ndate: 2026-02-30\n' };
    expect(said('  - id: a\n    ask: x\n    answer: y\n', deck)).toEqual([
      'deck.yaml:3:7 wrong-type: "date" takes a day of the calendar such as 2026-11-23, not "2026-02-30"',
    ]);
  });

  test('a leap day is one', () => {
    expect(said('  - id: a\n    ask: x\n    answer: y\n    retired: 2028-02-29\n')).toEqual([]);
  });
});

describe('an option that is there twice', () => {
  test('as right and as wrong is pointed at as wrong', () => {
    expect(said('  - id: a\n    choose: x\n    right: B\n    wrong: [AB, b]\n')).toEqual([
      '01-topic.yaml:6:17 equal-options: "b" stands in "right" and in "wrong"; keep one of them',
    ]);
  });

  test('as wrong is pointed at the second time, also as a map', () => {
    expect(
      said(
        '  - id: a\n    choose: x\n    right: B\n    wrong:\n      - C\n      - { why: no, text: " C" }\n',
      ),
    ).toEqual(['01-topic.yaml:8:26 equal-options: "C" stands twice in "wrong"; keep one of them']);
  });
});

describe('braces', () => {
  const cloze = (text: string) => said(`  - id: a\n    cloze: ${text}\n`);

  test('that are never closed', () => {
    expect(cloze('One {{two}} three {{four')).toEqual([
      '01-topic.yaml:4:30 open-deletion: a "{{" is never closed; write "}}" where the deletion ends',
    ]);
  });

  test('that are empty, each where it stands', () => {
    const message = 'a deletion is empty; write the words to recall between {{ and }}';
    expect(cloze('One {{two}} three {{ }} four {{c2::}}')).toEqual([
      `01-topic.yaml:4:30 empty-deletion: ${message}`,
      `01-topic.yaml:4:41 empty-deletion: ${message}`,
    ]);
  });

  test('in code are no deletions', () => {
    expect(cloze('One `{{two` is {{three}}')).toEqual([]);
  });
});

describe('pictures in a text', () => {
  const ask = (text: string, media: string[] = []) =>
    said(`  - id: a\n    ask: ${text}\n    answer: y\n`, {}, media);
  const alt = 'say what the picture shows, for those who cannot see it: ![a map of Kent](map.png)';

  test('without words, each where it stands', () => {
    expect(ask('See ![a](a.png) ![](b.png) ![ ](c.png)', ['a.png', 'b.png', 'c.png'])).toEqual([
      `01-topic.yaml:4:26 missing-alt: ${alt}`,
      `01-topic.yaml:4:37 missing-alt: ${alt}`,
    ]);
  });

  test('that are not there, with a name that is near', () => {
    expect(ask('See ![a](maps/kent.png)', ['maps/Kent.png'])).toEqual([
      '01-topic.yaml:4:14 missing-file: there is no file "maps/kent.png" in the bank\'s folder; did you mean "maps/Kent.png"?',
    ]);
  });

  test('on the net', () => {
    expect(ask('See ![a](https://example.org/a.png)')).toEqual([
      `01-topic.yaml:4:14 missing-file: "https://example.org/a.png" is an address; save the file in the bank's folder, for decks work without the net`,
    ]);
  });

  test('may have names in any script', () => {
    expect(ask('See ![a](karte-köln.png) ![b](地图.png)', ['karte-köln.png', '地图.png'])).toEqual([]);
  });

  test('in options are pointed at there', () => {
    const [one] = said('  - id: a\n    choose: x\n    right: y\n    wrong: [z, "![k](k.png)"]\n');
    expect(one).toMatch('01-topic.yaml:6:17 missing-file');
  });
});

describe('what a backslash makes of a letter in double quotes', () => {
  const answer = (text: string) =>
    said(`  - id: a\n    ask: x\n    answer: ${text}\n`).map((line) => line.split(':').slice(1, 3));

  test.each(['"$\\frac12$"', '"\\beta"', '"\\x07"', '"$a \\times b$"', '"$\\nu$"'])(
    '%s is an error',
    (text) => {
      const at = 13 + (/(?<!\\)\\/.exec(text)?.index ?? 0);
      expect(answer(text)).toEqual([['5', `${at} control-character`]]);
    },
  );

  test.each([
    '"a\\nb"',
    '"a\\tb"',
    '"\\\\frac"',
    "'$\\frac12$'",
    '$\\frac12$',
    '"costs $5\\nor costs $6"',
    '"\\u00e9"',
  ])('%s is none', (text) => expect(answer(text)).toEqual([]));
});

describe('a character that has no place in a text', () => {
  const answer = (text: string) => said(`  - id: a\n    ask: x\n    answer: ${text}\n`);
  const at = (column: number, message: string, line = 5) => [
    `01-topic.yaml:${line}:${column} control-character: ${message}`,
  ];

  test.each([
    ['"a\\u001fb"', 15, '"\\u001f" is the control character U+001F; delete it'],
    ['"\\\\\\U0000001f"', 16, '"\\U0000001f" is the control character U+001F; delete it'],
    ['"\\u0000"', 14, '"\\u0000" is the control character U+0000; delete it'],
    ['"\\x85"', 14, '"\\x85" is the control character U+0085; delete it'],
    ['"\\uD800"', 14, '"\\uD800" is half of a character, U+D800; write the character itself'],
    ['"\\ude00\\ud83d"', 14, '"\\ude00" is half of a character, U+DE00; write the character itself'],
    ['"\\uFFFE"', 14, '"\\uFFFE" is U+FFFE, which Unicode calls no character; delete it'],
    ['"\\uD83F\\uDFFF"', 14, '"\\uD83F\\uDFFF" is U+1FFFF, which Unicode calls no character; delete it'],
    ['"\\U0010FFFF"', 14, '"\\U0010FFFF" is U+10FFFF, which Unicode calls no character; delete it'],
    ['"\\U00110000"', 14, '"\\U00110000" is beyond U+10FFFF, the last character; delete it'],
    ['"$\\N$"', 15, 'in double quotes "\\N" is a control character; write "\\\\N", or use single quotes'],
    ['a\u0085b', 14, 'this is the control character U+0085; delete it'],
    ["'\u0085'", 14, 'this is the control character U+0085; delete it'],
    ['"\u007f"', 14, 'this is the control character U+007F; delete it'],
    ['a\ufdd0b', 14, 'this is U+FDD0, which Unicode calls no character; delete it'],
    ['a\u{1fffe}b', 14, 'this is U+1FFFE, which Unicode calls no character; delete it'],
    ['"\uffff\\u0001"', 14, 'this is U+FFFF, which Unicode calls no character; delete it'],
    ['"\\u0001\uffff"', 14, '"\\u0001" is the control character U+0001; delete it'],
  ])('%j is pointed at', (text, column, message) => expect(answer(text)).toEqual(at(column, message)));

  test('is pointed at in a text over several lines', () => {
    const message = 'this is the control character U+0085; delete it';
    expect(answer('|\n      a\n      b\u0085c')).toEqual(at(8, message, 7));
    expect(answer('a\n      b\u0085c')).toEqual(at(8, message, 6));
  });

  test('is none of a key, an id or a deck’s name', () => {
    const [, one] = said('  - id: a\n    ask: x\n    answer: y\n    waive: {"a\\u0001": z}\n');
    expect(one).toBe(
      '01-topic.yaml:6:15 control-character: "\\u0001" is the control character U+0001; delete it',
    );
    const deck = 'deck: "A\\u001fB"\nid: b\n';
    expect(said('  - {id: a, ask: x, answer: y}\n', { 'deck.yaml': deck })).toEqual([
      'deck.yaml:1:9 control-character: "\\u001f" is the control character U+001F; delete it',
    ]);
  });

  test.each([
    '"\\ud83d\\ude00"',
    '"\\U0001f600"',
    '"\\r\\n\\ta"',
    '"\\u0009a"',
    'a\u2028b',
    '\ufffd',
    '"\\\\u001f"',
  ])('%j is one that has', (text) => expect(answer(text)).toEqual([]));

  test('is none of a formula either', () => {
    expect(answer('$x \\text{\\char"1F}$')).toEqual([
      '01-topic.yaml:5:22 bad-maths: this formula cannot be printed: \\char makes the control character U+001F',
    ]);
    for (const number of ['"D800', '"FFFE', "'0", '31', '"FDD0'])
      expect(answer(`$\\char${number}$`)).toHaveLength(1);
    expect(answer('$\\char"E9$')).toEqual([]);
  });

  test('makes no name of a picture', () => {
    expect(said('  - {id: a, ask: "![a](a%1Fb.png)", answer: y}\n', {}, ['a\u001fb.png'])).toEqual([
      '01-topic.yaml:3:19 missing-file: there is no file "a%1Fb.png" in the bank\'s folder; did you mean "a\u001fb.png"?',
    ]);
  });
});

describe('a link', () => {
  const nowhere = 'this link leads nowhere; write its address between "(" and ")", or take the brackets away';
  const wordless = 'this link has no words to be read; write them between "[" and "]"';

  test.each([
    ['see ', '[](https://x.org)', wordless],
    ['see ', '[ ](https://x.org)', wordless],
    ['see ', '[the map]()', nowhere],
    ['see ', '[x]( )', nowhere],
    ['see ', '[x](<>)', nowhere],
    ['see ', '[ ](<>)', nowhere],
    ['![a](m.png) [b](c) ', '[d]()', nowhere],
    // Where it cannot be told which one it is, the text is pointed at.
    ['', 'see [\u200b\u00a0](x)', wordless],
    ['', 'see [*\u200b*](x)', wordless],
  ])('%j, and then %j is one to nowhere, or without words', (before, link, message) => {
    const lines = said(`  - {id: a, ask: x\n    , answer: '${before}${link}'}\n`, {}, ['m.png']);
    const column = 16 + before.length - (before === '' ? 1 : 0);
    expect(lines).toEqual([`01-topic.yaml:4:${column} empty-link: ${message}`]);
  });

  test('of several each is pointed at', () => {
    const lines = said('  - id: a\n    ask: x\n    answer: "[](a) [b](c) [d]()"\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['01-topic.yaml:5:14', '01-topic.yaml:5:27']);
  });

  test.each([
    '{ask: "[](x)", answer: y}',
    '{ask: x, answer: y, why: "[](x)"}',
    '{ask: x, answer: y, hint: "[](x)"}',
    '{ask: x, number: 1, unit: "[](x)"}',
    '{term: x, means: "[](x)"}',
    '{cloze: "{{a}} {{[](x)}} b"}',
    '{choose: x, right: y, wrong: ["[](x)"]}',
    '{choose: x, right: {text: y, why: "[](x)"}, wrong: [z]}',
    '{claim: "[](x)", verdict: true}',
    '{match: x, pairs: {a: "[](x)", b: c}}',
    '{match: x, pairs: {"[](x)": a, b: c}}',
    '{match: x, pairs: {a: b, c: d}, extra: ["[](x)"]}',
    '{order: x, items: ["[](x)", y]}',
    '{list: x, items: ["[](x)", y]}',
    '{discuss: x, rubric: ["[](x) (2)"]}',
    '{diagram: x, image: {file: m.png, alt: M}, regions: [{label: "[](x)", rect: [0, 0, 1, 1]}]}',
    '{passage: "[](x)", text: t, questions: [{id: b, ask: x, answer: y}]}',
    '{passage: x, text: "[](x)", questions: [{id: b, ask: x, answer: y}]}',
    '{passage: x, title: "[](x)", text: t, questions: [{id: b, ask: x, answer: y}]}',
    '{passage: x, text: t, questions: [{id: b, ask: x, answer: "[](x)"}]}',
  ])('is found in every text: %s', (fields) => {
    const lines = said(`  - ${fields.replace('{', '{id: a, ')}\n`, {}, ['m.png']);
    expect(lines.filter((line) => line.includes('empty-link'))).toHaveLength(1);
  });

  test('is found in every text of a quiz', () => {
    const quiz =
      '  - {id: q, title: "T [](x)", instructions: "I []( )", sections: [{title: "[S]()", instructions: "[](y)", pick: 1}]}';
    const at = (link: string) => `quizzes.yaml:2:${quiz.indexOf(link) + 1} empty-link:`;
    expect(said('  - {id: a, ask: x, answer: y}\n', { 'quizzes.yaml': `quizzes:\n${quiz}\n` })).toEqual([
      `${at('[](x)')} ${wordless}`,
      `${at('[]( )')} ${nowhere}`,
      `${at('[S]()')} ${nowhere}`,
      `${at('[](y)')} ${wordless}`,
    ]);
  });

  test('with a picture or a formula for its words is none', () => {
    const ask = '[![a](m.png)](x) [$x$](y) [`z`](#a) `[](x)`';
    expect(said(`  - {id: a, ask: '${ask}', answer: y}\n`, {}, ['m.png'])).toEqual([]);
  });
});

describe('a formula that does more than show something', () => {
  const only = (formula: string, aim = 'anki') =>
    said(`  - {id: a, ask: x, only: ${aim}\n    , answer: '${formula}'}\n`);

  test('is an error also on a card that is never printed', () => {
    expect(only('so $a \\href{javascript:x}{b}$')).toEqual([
      '01-topic.yaml:4:22 bad-maths: this formula cannot stand on a card: \\href makes a link, and a formula only shows something',
    ]);
    expect(only('$\\require{x}$')[0]).toMatch(': \\require loads something,');
    expect(only('$\\class{x}{y}$')[0]).toMatch(': \\class marks up the page,');
    expect(only('$\\bbox[color:red]{y}$')[0]).toMatch(': \\bbox takes styles,');
  });

  test('says of a printed one what it said before', () => {
    expect(only('$\\href{x}{b}$', 'quiz')).toEqual([
      '01-topic.yaml:4:17 bad-maths: this formula cannot be printed: unknown command \\href',
    ]);
  });

  test('is not read by the names that every object has', () => {
    for (const name of ['constructor', 'toString', 'valueOf', 'hasOwnProperty'])
      expect(only(`$\\${name} \\def\\${name}{x}\\verb|\\${name}|$`)).toEqual([]);
  });

  test('or that MathJax would not end where it ends, is an error where there are cards', () => {
    const cannot = 'bad-maths: this formula cannot stand on a card:';
    const open = 'a brace stays open for MathJax, which counts those in comments and in \\verb too';
    expect(only('so $x{$ }\\href{javascript:x}{b} \\) end')).toEqual([
      `01-topic.yaml:4:21 ${cannot} ${open}`,
    ]);
    expect(only('$a \\) \\[ b$')).toEqual([`01-topic.yaml:4:19 ${cannot} \\) ends it for MathJax`]);
    expect(said("  - {id: a, ask: 'x $\\verb|{|$', answer: y}\n")).toEqual([
      `01-topic.yaml:3:28 ${cannot} ${open}`,
    ]);
    expect(only('$\\verb|{|$', 'quiz')).toEqual([]);
    expect(only('$\\verb|}| \\{ \\text{\\) b}$')).toEqual([]);
  });

  test('may use whatever else MathJax knows', () => {
    expect(only('$\\bbox[yellow, 2px]{\\unicode{x263a}} \\mathtip{a}{b} \\unknown$')).toEqual([]);
  });
});

describe('quizzes', () => {
  const question = '  - id: a\n    ask: x\n    answer: y\n';

  test('that ask for more than there is', () => {
    const quizzes = 'quizzes:\n  - {id: q, title: Q, sections: [{title: S, pick: 2}]}\n';
    expect(said(question, { 'quizzes.yaml': quizzes })).toEqual([
      'quizzes.yaml:2:51 blueprint-short: section 1 asks for 2, 1 match',
    ]);
  });

  test('that have one id are told apart over both files', () => {
    const quiz = '  - {id: q, title: Q, sections: [{pick: 1}]}\n';
    const deck = `deck: A\nid: b\nquizzes:\n${quiz}`;
    expect(said(question, { 'deck.yaml': deck, 'quizzes.yaml': `quizzes:\n${quiz}` })).toEqual([
      'quizzes.yaml:2:10 duplicate-id: the quiz at deck.yaml:4:10 has the id "q" already; give this one another',
    ]);
  });
});

describe('earlier ids', () => {
  const question = (id: string, was: string) => `  - id: ${id}\n    was: ${was}\n    ask: x\n    answer: y\n`;

  test('that another question has, or had', () => {
    expect(said(question('a', 'b') + question('b', '[c, d]') + question('e', '[x, d]'))).toEqual([
      '01-topic.yaml:4:10 was-collides: "b" is the id of the question at 01-topic.yaml:7:9; if that is this question before it was renamed, delete the question there; if it is another, delete "was" here',
      '01-topic.yaml:12:14 was-collides: "d" is an earlier id of the question at 01-topic.yaml:8:10; only one question can have been it, so delete it in one',
    ]);
  });

  test('that are the present one', () => {
    expect(said(question('a', 'a'))).toEqual([
      `01-topic.yaml:4:10 was-collides: "a" is this question's own id, or given twice; delete it here`,
    ]);
  });
});

describe('fields', () => {
  test('of another kind', () => {
    expect(said('  - id: a\n    choose: x\n    right: y\n    wrong: [z]\n    rubric: [w]\n')).toEqual([
      '01-topic.yaml:7:5 unknown-field: unknown field "rubric"; that is for a discuss question, and this is a choice question',
    ]);
  });

  test('that are missing inside another', () => {
    expect(said('  - id: a\n    ask: x\n    answer: y\n    image: {file: a.png}\n', {}, ['a.png'])).toEqual([
      '01-topic.yaml:6:5 missing-field: "image" needs "alt": what the picture shows, for those who cannot see it',
    ]);
  });

  test('that are entries without a value', () => {
    expect(said('  - id: a\n    choose: x\n    right: y\n    wrong:\n      - z\n      -\n')).toEqual([
      '01-topic.yaml:8:7 empty-field: an entry of "wrong" is empty: fill it in or delete it',
    ]);
  });

  test('that hold a block of lines are pointed at by their first letter', () => {
    const [one] = said('  - id: a\n    ask: x\n    answer: y\n    difficulty: |\n\n      hard\n');
    expect(one).toMatch('01-topic.yaml:8:7 wrong-type');
  });
});

describe('all mistakes are told at once', () => {
  const order = (id: string) => `  - {id: ${id}, order: Sort., items: [A, a]}\n`;

  test('those of questions and quizzes too while the deck is wrong', () => {
    const quiz = '  - {id: q, title: Q, sections: [{pick: 1}]}\n';
    const extra = { 'deck.yaml': 'deck: A\n', 'quizzes.yaml': `quizzes:\n${quiz}${quiz}` };
    expect(said(order('a') + order('a'), extra)).toEqual([
      '01-topic.yaml:3:38 equal-items: "a" is an item already; delete it here',
      '01-topic.yaml:4:10 duplicate-id: the id "a" is taken at 01-topic.yaml:3:10; give this question another',
      '01-topic.yaml:4:38 equal-items: "a" is an item already; delete it here',
      expect.stringContaining('deck.yaml:1:1 missing-field'),
      'quizzes.yaml:3:10 duplicate-id: the quiz at quizzes.yaml:2:10 has the id "q" already; give this one another',
    ]);
  });

  test('those of each target that does not exist', () => {
    const extra = { 'deck.yaml': 'deck: A\nid: a\ntargets: [ankki, quiz, pages]\n' };
    expect(said(order('a').replace('a]', 'B]'), extra)).toEqual([
      'deck.yaml:3:11 unknown-target: there is no target "ankki"; did you mean "anki"? There are anki, quiz, flashcards',
      'deck.yaml:3:24 unknown-target: there is no target "pages"; there are anki, quiz, flashcards',
    ]);
  });
});
