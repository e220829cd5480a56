import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { targetNames } from '../../src/targets/index.ts';
import { everythingIn, recto, removeWorkplaces, workplace } from './terminal.ts';

const deck = 'deck: A deck\nid: a-bank\nlanguage: en-GB\n';
const topic = 'topic: A topic\nquestions:\n  - id: a\n    ask: Why?\n    answer: Because.\n';
const isRoot = process.getuid?.() === 0;

afterEach(removeWorkplaces);

/** What was said, after making sure that nothing was written and no stack is shown. */
async function said(folder: string, ...args: string[]) {
  const before = everythingIn(folder);
  const ran = await recto(folder, ...args);
  expect(everythingIn(folder)).toEqual(before);
  expect(ran.stderr).not.toMatch(/^\s+at /m);
  expect(ran.stdout).toBe('');
  return ran;
}

describe.each(['check', 'build'])('recto %s', (command) => {
  const usedWrongly: [string, Record<string, string>, string[], string][] = [
    ['a bank that is not there', {}, ['nowhere'], 'recto: there is no "nowhere"\n'],
    [
      'a folder without YAML',
      { 'notes/readme.txt': '' },
      ['notes'],
      'recto: "notes" is not a bank: it holds no YAML; "recto new" makes one to start from\n',
    ],
    [
      'a folder without deck.yaml',
      { 'notes/01.yaml': topic },
      ['notes'],
      'recto: "notes" is not a bank: it has no deck.yaml; "recto new" makes one to start from\n',
    ],
    [
      'no bank anywhere',
      {},
      [],
      'recto: no bank here: name one, or run this where "deck.yaml" or the folder "cards" is\n',
    ],
    [
      'no bank in cards',
      { 'cards/x/readme.txt': '' },
      [],
      'recto: "cards" holds no bank: a bank is a folder with a deck.yaml\n',
    ],
    [
      'an unknown option',
      {},
      ['--fast'],
      'recto: there is no command or option "fast"; "recto --help" lists them\n',
    ],
  ];

  test.each(usedWrongly)('%s', async (_name, files, args, message) => {
    const ran = await said(workplace(files), command, ...args);
    expect(ran).toMatchObject({ code: 2, stderr: message });
  });

  (isRoot ? test.skip : test)('a file that may not be read', async () => {
    const folder = workplace({ 'bank/deck.yaml': deck, 'bank/01.yaml': topic });
    chmodSync(join(folder, 'bank/01.yaml'), 0);
    const { code, stderr } = await said(folder, command, 'bank');
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'recto: cannot read "bank/01.yaml": permission denied\n',
    });
  });

  const latin1 = Buffer.from('topic: Caf\u00e9\nquestions: []\n', 'latin1');
  const wrong: [string, Record<string, string | Uint8Array>, string][] = [
    ['an empty deck.yaml', { 'bank/deck.yaml': '' }, 'bank/deck.yaml:1:1 error empty-file'],
    ['a deck without questions', { 'bank/deck.yaml': deck }, 'bank/deck.yaml:1:1 error empty-bank'],
    [
      'an empty question file',
      { 'bank/deck.yaml': deck, 'bank/01.yaml': '\n' },
      'bank/01.yaml:1:1 error empty-file',
    ],
    [
      'a file that is not UTF-8',
      { 'bank/deck.yaml': deck, 'bank/01.yaml': latin1 },
      'bank/01.yaml:1:11 error not-utf8',
    ],
    [
      'a file of UTF-16',
      { 'bank/deck.yaml': deck, 'bank/01.yaml': Buffer.from('\ufefftopic: x', 'utf16le') },
      'bank/01.yaml:1:1 error not-utf8',
    ],
    [
      'a file of zeros',
      { 'bank/deck.yaml': deck, 'bank/01.yaml': new Uint8Array(100) },
      'bank/01.yaml:1:1 error yaml-syntax',
    ],
  ];

  test.each(wrong)('%s', async (_name, files, head) => {
    const { code, stderr } = await said(workplace(files), command, 'bank');
    expect(code).toBe(1);
    expect(stderr.split('\n')[0]).toBe(head);
    expect(stderr).toMatch(/\n1 error\n$/);
  });

  test('a picture that is a link to nowhere', async () => {
    const bank = { 'bank/deck.yaml': deck, 'bank/01.yaml': topic.replace('Why?', 'Why? ![This](a.png)') };
    const folder = workplace(bank);
    symlinkSync('nowhere.png', join(folder, 'bank/a.png'));
    const { code, stderr } = await said(folder, command, 'bank');
    expect(code).toBe(1);
    expect(stderr).toMatch('bank/01.yaml:4:15 error link-outside');
  });

  test('the other files are read when one cannot be', async () => {
    const files = {
      'bank/deck.yaml': deck,
      'bank/01.yaml': latin1,
      'bank/02.yaml': topic.replace('ask', 'aks'),
    };
    const { stderr } = await said(workplace(files), command, 'bank');
    expect(stderr).toMatch('error not-utf8');
    expect(stderr).toMatch('error no-head');
  });
});

describe('recto', () => {
  const usages: [string[], string][] = [
    [[], 'recto: say what to do; "recto --help" lists the commands\n'],
    [['frobnicate'], 'recto: there is no command or option "frobnicate"; "recto --help" lists them\n'],
    [['constructor'], 'recto: there is no command or option "constructor"; "recto --help" lists them\n'],
    [['chekc'], 'recto: there is no such command; did you mean "check"?\n'],
    [['check', '--format', 'xml'], 'recto: --format takes one of pretty, json, github, sarif, not "xml"\n'],
    [['check', '--format'], 'recto: --format takes a value; "recto --help" says more\n'],
    [
      ['check', '--rule', 'unknwon-field'],
      'recto: there is no rule "unknwon-field"; did you mean "unknown-field"?\n',
    ],
    [['build', '--only', 'cake'], `recto: there is no target "cake"; there are ${targetNames.join(', ')}\n`],
    [['quiz', 'q', 'qs', '--format', 'pdf', '--format', 'html'], 'recto: --format is given twice\n'],
    [['quiz', 'q', '--out', 'a', '--out=b'], 'recto: --out is given twice\n'],
    [['quiz', 'q', '--roster', 'a.csv', '--roster', 'b.csv'], 'recto: --roster is given twice\n'],
    [['quiz', 'q', '--id-digits', '4', '--idDigits', '4'], 'recto: --id-digits is given twice\n'],
    [['quiz', 'q', '--seed', '1', '--seed', '2', '--seed', '3'], 'recto: --seed is given 3 times\n'],
    [['build', 'qs', '--out', 'x', '--out', 'y'], 'recto: --out is given twice\n'],
    [['build', '--per-page', '8', '--per-page', '10'], 'recto: --per-page is given twice\n'],
    [['check', '--format', 'json', '--format', 'pretty'], 'recto: --format is given twice\n'],
    [['quiz', 'q', '--bank', 'a', '--bank', 'b'], 'recto: --bank is given twice\n'],
    [['schema', '--out', 'a', '--out', 'b'], 'recto: --out is given twice\n'],
    [['quiz', 'q', '--out', ''], 'recto: --out takes a value; "recto --help" says more\n'],
    [['quiz', 'q', '--out='], 'recto: --out takes a value; "recto --help" says more\n'],
    [['build', '--out='], 'recto: --out takes a value; "recto --help" says more\n'],
    [['quiz', 'q', '--duplex=maybe'], 'recto: --duplex takes no value, and "maybe" is given\n'],
    [['build', '--dry-run='], 'recto: --dry-run takes no value, and "" is given\n'],
    [['build', '--out.x', 'y'], 'recto: there is no command or option "out.x"; "recto --help" lists them\n'],
  ];
  test.each(usages)('%j', async (args, message) => {
    expect(await said(workplace(), ...args)).toMatchObject({ code: 2, stderr: message });
  });

  test('takes an option that is a list more than once, and true and false for one that is not', async () => {
    const folder = workplace({ 'bank/deck.yaml': deck, 'bank/01.yaml': topic });
    const rules = ['--rule', 'empty-file', '--rule', 'empty-bank,not-utf8', '--fix=false'];
    expect(await recto(folder, 'check', 'bank', ...rules)).toMatchObject({ code: 0, stderr: '' });
  });

  test('shows where an error comes from with --debug', async () => {
    const { code, stderr } = await recto(workplace(), 'check', 'nowhere', '--debug');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^recto: there is no "nowhere"\n.*\n\s+at /);
  });
});

/** A folder is refused that cannot be made: below a file everywhere, and on Linux where the kernel makes the folders. */
const unwritable = process.platform === 'linux' ? ['a-file/out', '/proc/recto'] : ['a-file/out'];

test.each(unwritable)(
  'an output folder that cannot be written, %s, is named and nothing is written',
  async (out) => {
    const folder = workplace({
      'bank/deck.yaml': deck,
      'bank/01.yaml': topic,

      'a-file': '',
    });
    const { code, stderr } = await said(folder, 'build', 'bank', '--out', out);
    expect(code).toBe(2);
    expect(stderr).toMatch(/recto: cannot (read|write to) "[^"]+": [a-z ]+(; nothing was changed)?\n$/);
  },
);
