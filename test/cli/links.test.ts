import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { sampleOf } from '../bank/media.ts';
import { everythingIn, type Ran, recto, removeWorkplaces, workplace } from './terminal.ts';

afterEach(removeWorkplaces);

type Files = Readonly<Record<string, string | Uint8Array>>;
/** What links lead to, by where they lie in the clone. */
type Links = Readonly<Record<string, string>>;

const secret = 'ghp_secret';
const deck = 'deck: A deck\nid: a\nquizzes: [{id: q, title: Q, sections: [{pick: 1}]}]\n';
const withSecret = (name: string): Uint8Array => Buffer.concat([sampleOf(name), Buffer.from(secret)]);

/** What lies on a machine beside a clone: all of it says the secret, and would be taken if it lay in the bank. */
const home: Files = {
  'home/token': `TOKEN=${secret}\n`,
  'home/map.png': withSecret('map.png'),
  'home/map.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><desc>${secret}</desc></svg>`,
  'home/word.mp3': withSecret('word.mp3'),
  'home/02.yaml': `topic: ${secret}\nquestions:\n  - {ask: "${secret}?", anwser: ${secret}}\n`,
  'home/deck.yaml': `deck: ${secret}\nid: ${secret}\n`,
  'home/quizzes.yaml': `quizzes: [{id: r, title: ${secret}, sections: [{pick: 1}]}]\n`,
  'home/whole.yaml': `deck: ${secret}\nid: w\ntopics: [{topic: T, questions: [{ask: "${secret}?", answer: x}]}]\n`,
  'home/deck.lock.json': `{ ${secret}\n  "${secret}": {"guid": "x"}\n`,
};

/** A machine with a clone of a repository: its bank has one question with these fields, and links as git keeps them. */
function machine(fields: string, links: Links, more: Files = {}): { folder: string; clone: string } {
  const folder = workplace({
    ...home,
    'clone/cards/a/deck.yaml': deck,
    'clone/cards/a/01.yaml': `topic: A topic\nquestions:\n  - {id: one, ask: Why?, answer: So., ${fields}}\n`,
    ...Object.fromEntries(Object.entries(more).map(([path, content]) => [`clone/cards/${path}`, content])),
  });
  const clone = join(folder, 'clone');
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(clone, 'cards', path));
  return { folder, clone };
}

/** All that a command said, and all that lies in the clone after it: also what is packed there, and nothing behind links. */
function saidAndWritten(clone: string, { stdout, stderr }: Ran): string {
  const files = readdirSync(clone, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name)));
  const packed = files
    .filter((bytes) => bytes.toString('latin1', 0, 2) === 'PK')
    .flatMap((bytes) => Object.values(unzipSync(bytes)));
  return [stdout, stderr, ...[...files, ...packed].map((bytes) => Buffer.from(bytes))].join('\n');
}

const commands = [
  ['check'],
  ['check', '--format', 'json'],
  ['check', '--format', 'github'],
  ['check', '--format', 'sarif'],
  ['check', '--fix'],
  ['build'],
  ['build', '--only', 'anki', '--dry-run'],
  ['quiz', 'q', '--format', 'pdf,html,docx'],
];

const leading: [what: string, fields: string, links: Links, place: string][] = [
  [
    'a picture',
    'image: {file: map.png, alt: A map}',
    { 'a/map.png': '../../../home/map.png' },
    '01.yaml:3:53',
  ],
  [
    'a drawing in a text',
    'why: "See ![this](map.svg)"',
    { 'a/map.svg': '../../../home/map.svg' },
    '01.yaml:3:49',
  ],
  ['a sound', 'audio: {file: word.mp3}', { 'a/word.mp3': '../../../home/word.mp3' }, '01.yaml:3:53'],
  [
    'a text called a sound, by a link to a link',
    'audio: {file: word.mp3}',
    { 'a/word.mp3': 'b.mp3', 'a/b.mp3': '../../../home/token' },
    '01.yaml:3:53',
  ],
  ['a question file', 'tags: [x]', { 'a/02.yaml': '../../../home/02.yaml' }, '02.yaml:1:1'],
  ['a question file that is none', 'tags: [x]', { 'a/02.yaml': '../../../home/token' }, '02.yaml:1:1'],
  ['quizzes.yaml', 'tags: [x]', { 'a/quizzes.yaml': '../../../home/quizzes.yaml' }, 'quizzes.yaml:1:1'],
];

describe.each(leading)('%s that is a link out of the bank', (_what, fields, links, place) => {
  test.each(commands.map((command) => [command.join(' '), command]))('recto %s', async (_name, command) => {
    const { folder, clone } = machine(fields, links);
    const before = everythingIn(folder);
    const ran = await recto(clone, ...command);
    expect(ran.code).toBe(1);
    expect(saidAndWritten(clone, ran)).not.toContain(secret);
    expect(everythingIn(folder)).toEqual(before);
    const format = command[0] === 'check' && command[1] === '--format';
    if (!format) expect(ran.stderr).toContain(`cards/a/${place} error link-outside`);
    else expect(ran.stdout).toContain('link-outside');
  });
});

/** The bank in one file, as it is found in cards/ and as it is named, and a deck.yaml. */
const decks: [what: string, args: string[], links: Links, file: string][] = [
  ['a bank in one file', [], { 'w.yaml': '../../home/whole.yaml' }, 'cards/w.yaml'],
  ['a named bank in one file', ['cards/w.yml'], { 'w.yml': '../../home/whole.yaml' }, 'cards/w.yml'],
  ['a text called a bank', [], { 'w.yaml': '../../home/token' }, 'cards/w.yaml'],
  ['deck.yaml', ['cards/b'], { 'b/deck.yaml': '../../../home/deck.yaml' }, 'cards/b/deck.yaml'],
];

test.each(decks)('%s that is a link out of its folder', async (_what, args, links, file) => {
  const topic = 'topic: T\nquestions: [{id: b, ask: Why?, answer: So.}]\n';
  const { folder, clone } = machine('tags: [x]', links, { 'b/01.yaml': topic });
  const before = everythingIn(folder);
  for (const command of [
    ['check'],
    ['check', '--fix'],
    ['build', '--dry-run'],
    ['ids', '--dry-run'],
    ['ids'],
  ]) {
    const ran = await recto(clone, ...command, ...args);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain(
      `${file}:1:1 error link-outside\n   1 |\n     | ^\n     | this file is a link that leads out of the bank's folder, to a hidden file\n`,
    );
    expect(saidAndWritten(clone, ran)).not.toContain(secret);
    expect(everythingIn(folder)).toEqual(before);
  }
});

test('no id and no repair is written through a link out of the bank, and those inside are', async () => {
  const topic = 'topic: T\nquestions:\n  - {ask: Who?, anwser: So.}\n';
  const links = { 'a/02.yaml': '../../../home/02.yaml', 'a/03.yaml': 'shared/topic.yaml' };
  const { folder, clone } = machine('tags: [x]', links, { 'a/shared/topic.yaml': topic });
  const ids = await recto(clone, 'ids');
  expect(ids).toMatchObject({ code: 1, stdout: expect.stringMatching(/^cards\/a\/03.yaml:3 \S+\n$/) });
  const fixed = await recto(clone, 'check', '--fix');
  expect(fixed.code).toBe(1);
  for (const ran of [ids, fixed]) expect(saidAndWritten(clone, ran)).not.toContain(secret);
  expect(readFileSync(join(clone, 'cards/a/shared/topic.yaml'), 'utf8')).toMatch(
    /{id: \S+, ask: Who\?, answer: So.}/,
  );
  expect(readFileSync(join(folder, 'home/02.yaml'), 'utf8')).toBe(home['home/02.yaml']);
});

test('a link that no question names is nothing to speak of, and is not packed', async () => {
  const { clone } = machine('tags: [x]', {
    'a/map.png': '../../../home/map.png',
    'a/notes.txt': '../../../home/token',
  });
  const ran = await recto(clone, 'build');
  expect(ran.code).toBe(0);
  expect(existsSync(join(clone, 'output/a/a.apkg'))).toBe(true);
  expect(saidAndWritten(clone, ran)).not.toContain(secret);
});

test('a bank that only a link out of cards/ leads to is built when it is named, and not otherwise', async () => {
  const { folder, clone } = machine('tags: [x]', { far: '../../far' });
  mkdirSync(join(folder, 'far'));
  writeFileSync(join(folder, 'far/deck.yaml'), deck.replace('id: a', 'id: far'));
  writeFileSync(join(folder, 'far/01.yaml'), 'topic: T\nquestions: [{id: b, ask: Why?, answer: So.}]\n');
  const before = everythingIn(folder);
  for (const command of ['check', 'build', 'ids'])
    expect(await recto(clone, command)).toEqual({
      code: 2,
      stdout: '',
      stderr: 'recto: "cards/far" is a link to a bank outside of "cards"; name it, if it is meant\n',
    });
  expect(everythingIn(folder)).toEqual(before);
  expect((await recto(clone, 'build', 'cards/far', '--only', 'anki')).code).toBe(0);
});

test('links to files of the bank are followed, in a bank that is reached by a link', async () => {
  const links = { 'a/word.mp3': 'sounds/real.mp3', 'a/02.yaml': 'more/topic.yaml', linked: 'a' };
  const { clone } = machine('audio: {file: word.mp3}', links, {
    'a/sounds/real.mp3': Buffer.concat([sampleOf('real.mp3'), Buffer.from('tide')]),
    'a/more/topic.yaml': 'topic: More\nquestions: [{id: two, ask: Who?, answer: The Moon}]\n',
  });
  const ran = await recto(clone, 'build', 'cards/linked', '--only', 'anki');
  expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining('a: 2 new') });
  expect(saidAndWritten(clone, ran)).toContain('tide');
});

describe('a lock file that is a link', () => {
  const questionWithoutId = { 'a/02.yaml': 'topic: T\nquestions:\n  - {ask: Why?, answer: So.}\n' };

  test.each(['build', 'build --dry-run', 'ids', 'check --fix'])(
    'out of the bank is not read: recto %s',
    async (command) => {
      const links = { 'a/deck.lock.json': '../../../home/deck.lock.json' };
      const { folder, clone } = machine('tags: [x]', links);
      const before = everythingIn(folder);
      const ran = await recto(clone, ...command.split(' '));
      expect(ran).toEqual({
        code: 2,
        stdout: '',
        stderr: `recto: cannot read "${join(clone, 'cards/a/deck.lock.json')}": it is a link that leads out of the bank's folder, to a hidden file or to nothing; put the file itself there\n`,
      });
      expect(everythingIn(folder)).toEqual(before);
    },
  );

  test('in the bank is read, and written where it leads', async () => {
    const { clone } = machine('tags: [x]', {});
    expect((await recto(clone, 'build', '--only', 'anki')).code).toBe(0);
    renameSync(join(clone, 'cards/a/deck.lock.json'), join(clone, 'cards/a/kept.json'));
    symlinkSync('kept.json', join(clone, 'cards/a/deck.lock.json'));
    expect(await recto(clone, 'build', '--only', 'anki', '--frozen')).toMatchObject({ code: 0, stderr: '' });
    writeFileSync(
      join(clone, 'cards/a/02.yaml'),
      'topic: T\nquestions: [{id: more, ask: More?, answer: So.}]\n',
    );
    expect((await recto(clone, 'build', '--only', 'anki')).code).toBe(0);
    expect(readlinkSync(join(clone, 'cards/a/deck.lock.json'))).toBe('kept.json');
    expect(readFileSync(join(clone, 'cards/a/kept.json'), 'utf8')).toContain('"more"');
  });

  test('gives ids that no question is given again', async () => {
    const links = { 'a/deck.lock.json': 'kept.json' };
    const lock = '{\n"notes": {\n"why": {"guid":"x"},\n';
    const { clone } = machine('tags: [x]', links, { ...questionWithoutId, 'a/kept.json': lock });
    expect((await recto(clone, 'ids')).stdout).toBe('cards/a/02.yaml:3 why-2\n');
  });
});
