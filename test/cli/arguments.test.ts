import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { everythingIn, recto, removeWorkplaces, workplace } from './terminal.ts';

const whole = (id: string, more = '') =>
  `deck: D\nid: ${id}\n${more}topics:\n  - topic: T\n    questions:\n      - ask: Who?\n        answer: I.\n`;

/** A bank in a file whose name looks like an option, and others beside it that nobody names. */
const banks = {
  '-mine.yaml': whole('mine'),
  '--dry-run': whole('dry'),
  'true/deck.yaml': 'deck: D\nid: true-bank\n',
  'true/01.yaml': 'topic: T\nquestions:\n  - ask: Who?\n    answer: I.\n',
  'cards/other.yaml': whole('other'),
  'empty/readme.txt': '',
};

afterEach(removeWorkplaces);

/** What stands in these files after a command. */
async function after(args: readonly string[]) {
  const folder = workplace(banks);
  const ran = await recto(folder, ...args);
  const now = (path: string) => readFileSync(join(folder, path), 'utf8');
  const changed = Object.entries(banks).flatMap(([path, text]) => (now(path) === text ? [] : [path]));
  return { ...ran, changed };
}

const named: [string[], string[]][] = [
  [['ids', '--', '-mine.yaml'], ['-mine.yaml']],
  [
    ['ids', '--', '-mine.yaml', '--dry-run'],
    ['-mine.yaml', '--dry-run'],
  ],
  [
    ['ids', 'true', '--', '-mine.yaml'],
    ['-mine.yaml', 'true/01.yaml'],
  ],
  [['ids', '--no-dry-run', '--', 'true'], ['true/01.yaml']],
  [['ids', '--dry-run=false', '--', 'true'], ['true/01.yaml']],
  [['check', '--fix', '--', '-mine.yaml'], ['-mine.yaml']],
  [['ids'], ['cards/other.yaml']],
  [['ids', '--'], ['cards/other.yaml']],
];
test.each(named)('%j writes into the banks it names, and no other', async (args, files) => {
  expect((await after(args)).changed).toEqual(files);
});

describe.each(['ids', 'check', 'build'])('recto %s', (command) => {
  const refused: [string[], string][] = [
    [['--', '-m.yaml'], 'there is no "-m.yaml"'],
    [['--', '--'], 'there is no "--"'],
    [['--', '-'], 'there is no "-"'],
    [['nothing*'], 'there is no "nothing*"'],
    [['empty'], '"empty" is not a bank: it holds no YAML; "recto new" makes one to start from'],
    [[''], 'a name is empty; delete it, or write what it should say'],
    [['--', ''], 'a name is empty; delete it, or write what it should say'],
    [
      ['-mine.yaml', ''],
      'there is no option "-mine.yaml"; "recto --help" lists them, and a name that begins with "-" stands behind "--"',
    ],
    [
      ['-1.yaml'],
      'there is no option "-1.yaml"; "recto --help" lists them, and a name that begins with "-" stands behind "--"',
    ],
    [['-'], '"-" is not read as a name where it stands; write it last, behind "--"'],
    [['--debug', 'true'], '"true" is not read as a name where it stands; write it last, behind "--"'],
    [['--debug', '--no-debug'], '--debug is given twice'],
    [['--debug=maybe'], '--debug takes no value, and "maybe" is given'],
    [['--bank'], 'there is no command or option "bank"; "recto --help" lists them'],
    [
      ['true', '--bank', 'cards/other.yaml'],
      'there is no command or option "bank"; "recto --help" lists them',
    ],
    [['--no-bank'], 'there is no command or option "no-bank"; "recto --help" lists them'],
    [['--_', 'x'], 'there is no command or option "_"; "recto --help" lists them'],
    [['--$0', 'x'], 'there is no command or option "$0"; "recto --help" lists them'],
  ];
  test.each(refused)('%j is refused', async (args, message) => {
    const ran = await after([command, ...args]);
    expect(ran).toMatchObject({ code: 2, stdout: '', changed: [] });
    expect(ran.stderr.split('\n')[0]).toBe(`recto: ${message}`);
  });
});

const refused: [string[], string][] = [
  [['build', '--no-out'], 'there is no command or option "no-out"; "recto --help" lists them'],
  [['build', '--only', '--', 'x'], '--only takes a value; "recto --help" says more'],
  [['quiz', 'test', '--', '-bank'], 'there is no "-bank"'],
  [['quiz', '--', '-test', 'true'], 'there is no quiz "-test"; no bank here has quizzes'],
  [['quiz', '--', 'test', 'true', 'x'], 'there is no command or option "x"; "recto --help" lists them'],
  [
    ['quiz', 'test', 'true', '--bank', 'x'],
    'there is no command or option "bank"; "recto --help" lists them',
  ],
  [['quiz', 'test', '--quizId', 'x'], 'there is no command or option "quizId"; "recto --help" lists them'],
  [['new', 'a', '--', 'b'], 'there is no command or option "b"; "recto --help" lists them'],
  [['new', '--', '-.yaml'], '"recto new" makes a folder with several files; leave ".yaml" away'],
  [['schema', '--', '-deck'], 'there is a schema for question, deck, bank, quizzes, not for "-deck"'],
  [['schema', 'deck', '--', 'x'], 'there is no command or option "x"; "recto --help" lists them'],
  [['--', 'ids', 'true'], 'say before "--" what to do; "recto --help" lists the commands'],
  [['--'], 'say before "--" what to do; "recto --help" lists the commands'],
];
test.each(refused)('%j is refused, and nothing written', async (args, message) => {
  const folder = workplace({
    'true/deck.yaml': 'deck: D\nid: t\n',
    'true/01.yaml': 'topic: T\nquestions:\n  - id: a\n    ask: Q\n    answer: A\n',
  });
  const before = everythingIn(folder);
  expect(await recto(folder, ...args)).toEqual({ code: 2, stdout: '', stderr: `recto: ${message}\n` });
  expect(everythingIn(folder)).toEqual(before);
});

test('what stands behind "--" reaches the other commands as what they take', async () => {
  const folder = workplace();
  expect(await recto(folder, 'schema', '--', 'deck')).toMatchObject({ code: 0 });
  expect(await recto(folder, 'new', '--', 'tides')).toMatchObject({ code: 0 });
  expect(everythingIn(folder).some((path) => path.startsWith('tides/deck.yaml'))).toBe(true);
  expect(await recto(folder, 'build', '--only', 'answers', '--', 'tides')).toMatchObject({ code: 0 });
});
