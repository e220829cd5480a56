import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kindNames } from '../../src/bank/kinds/index.ts';
import { loadBank } from '../../src/bank/load.ts';
import { formatSchema, jsonSchema } from '../../src/bank/schema/schema.ts';
import { readBankFiles } from '../../src/node.ts';
import { schemaErrors } from '../bank/schema-of.ts';
import { recto as rectoIn } from './terminal.ts';

let cwd: string;
const get = (path: string) => readFileSync(join(cwd, path), 'utf8');

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'recto-new-'));
});

afterEach(() => rmSync(cwd, { recursive: true }));

const recto = (...args: string[]) => rectoIn(cwd, ...args);

describe('recto new', () => {
  test('makes a bank that is right and builds, and says what to do next', async () => {
    const made = await recto('new', 'cards/tides');
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(made.stdout).toContain('npx recto build cards/tides');
    expect(await recto('check')).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^cards\/tides: \d+ questions, no problems\n$/),
      stderr: '',
    });
    const built = await recto('build');
    expect(built).toMatchObject({ code: 0, stderr: '' });
    for (const path of ['tides.apkg', 'quizzes/first-quiz/A.pdf', 'quizzes/first-quiz/key.pdf']) {
      expect(existsSync(join(cwd, 'output/tides', path))).toBe(true);
    }
  }, 60_000);

  test('has one question of each kind', async () => {
    await recto('new', 'tides');
    const { bank } = loadBank(await readBankFiles('tides', cwd));
    expect(bank?.questions.map(({ kind }) => kind).sort()).toEqual([...kindNames].sort());
  });

  test('tells git how lock files merge, unless the folder already tells it something', async () => {
    await recto('new', 'tides');
    expect(get('tides/.gitattributes')).toBe('*.lock.json merge=union\n');
    mkdirSync(join(cwd, 'kept'));
    writeFileSync(join(cwd, 'kept/.gitattributes'), '* text=auto\n');
    expect(await recto('new', 'kept')).toMatchObject({ code: 0 });
    expect(get('kept/.gitattributes')).toBe('* text=auto\n');
  });

  test('puts a schema beside the bank and names it in every file, which it fits', async () => {
    await recto('new', 'tides');
    expect(get('tides/.recto/schema.json')).toBe(formatSchema(jsonSchema()));
    const files = readdirSync(join(cwd, 'tides')).filter((name) => name.endsWith('.yaml'));
    expect(files).toHaveLength(4);
    for (const name of files) {
      const text = get(`tides/${name}`);
      expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=.recto/schema.json');
      expect([name, schemaErrors(text)]).toEqual([name, []]);
    }
  });

  test.each([
    ['cards/french-verbs', 'deck: French verbs #', 'id: french-verbs #'],
    ['Größe der Sterne', 'deck: Größe der Sterne #', 'id: '],
    ['no', 'deck: No #', 'id: no #'],
    ['1956', 'deck: "1956" #', 'id: 1956 #'],
    ["Ada's: bank", 'deck: "Ada\'s: bank" #', 'id: '],
  ])('takes name and id from the folder "%s"', async (folder, deck, id) => {
    expect((await recto('new', folder)).code).toBe(0);
    expect(get(`${folder}/deck.yaml`)).toContain(`\n${deck}`);
    expect(get(`${folder}/deck.yaml`)).toContain(`\n${id}`);
    expect((await recto('check', folder)).code).toBe(0);
  });

  test('fills a folder that is empty but for hidden files', async () => {
    mkdirSync(join(cwd, 'tides/.git'), { recursive: true });
    expect((await recto('new', 'tides')).code).toBe(0);
  });

  test.each([
    ['collection', 'a bank cannot be called "collection"'],
    ['cards/backup-2026', 'a bank cannot be called "backup-2026"'],
    ['潮汐', 'no id can be made from the folder\'s name "潮汐"'],
    ['cards/tides.yaml', 'leave ".yaml" away'],
    ['full', '"full" is not empty ("deck.yaml" is in it)'],
    ['file', '"file" is a file'],
  ])('refuses "%s" and writes nothing', async (folder, message) => {
    mkdirSync(join(cwd, 'full'));
    writeFileSync(join(cwd, 'full/deck.yaml'), 'mine');
    writeFileSync(join(cwd, 'file'), 'mine');
    const { code, stdout: out, stderr: err } = await recto('new', folder);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(readdirSync(cwd).sort()).toEqual(['file', 'full']);
    expect(readdirSync(join(cwd, 'full'))).toEqual(['deck.yaml']);
  });

  test('is used wrongly without a folder', async () => {
    expect((await recto('new')).code).toBe(2);
  });
});

describe('recto schema', () => {
  test('prints one schema, or writes one for each kind of file', async () => {
    expect(await recto('schema')).toEqual({ code: 0, stdout: formatSchema(jsonSchema()), stderr: '' });
    expect((await recto('schema', 'deck')).stdout).toBe(formatSchema(jsonSchema('deck')));
    const { code, stdout: out } = await recto('schema', '--out', 'schemas');
    const names = ['bank', 'deck', 'question', 'quizzes'].map((file) => `${file}.schema.json`);
    expect([code, out.trim().split('\n').sort()]).toEqual([
      0,
      [...names, 'schema.json'].map((name) => `schemas/${name}`),
    ]);
    expect(readdirSync(join(cwd, 'schemas')).sort()).toEqual([...names, 'schema.json']);
    expect(get('schemas/bank.schema.json')).toBe(formatSchema(jsonSchema('bank')));
  });

  test('is used wrongly with a file that has none', async () => {
    const { code, stderr: err } = await recto('schema', 'lock');
    expect(code).toBe(2);
    expect(err).toContain('there is a schema for question, deck, bank, quizzes, not for "lock"');
  });
});
