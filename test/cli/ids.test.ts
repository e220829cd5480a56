import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recto as rectoIn } from './terminal.ts';

let cwd: string;
const put = (path: string, text: string) => writeFileSync(join(cwd, path), text);
const get = (path: string) => readFileSync(join(cwd, path), 'utf8');

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'recto-ids-'));
  mkdirSync(join(cwd, 'cards/a'), { recursive: true });
  put('cards/a/deck.yaml', 'deck: A deck\nid: a\n');
  put('cards/a/01.yaml', '\ufefftopic: T\r\nquestions:\r\n  - ask: Who spoke first? # 🙂\r\n    answer: X');
});

afterEach(() => rmSync(cwd, { recursive: true }));

const recto = (...args: string[]) => rectoIn(cwd, ...args);

describe('recto ids', () => {
  test('writes ids and leaves every other byte, the permissions and links as they are', async () => {
    chmodSync(join(cwd, 'cards/a/01.yaml'), 0o640);
    mkdirSync(join(cwd, 'cards/a/shared'));
    put('cards/a/shared/two.yaml', 'topic: U\nquestions:\n  - {ask: Who spoke first?, answer: X}\n');
    symlinkSync('shared/two.yaml', join(cwd, 'cards/a/02.yaml'));
    const { code, stdout: out, stderr: err } = await recto('ids');
    expect(code).toBe(0);
    expect(out).toBe('cards/a/01.yaml:3 spoke-first\ncards/a/02.yaml:3 spoke-first-2\n');
    expect(err).toContain('2 ids in 2 files added.');
    expect(err).toContain('commit');
    expect(get('cards/a/01.yaml')).toBe(
      '\ufefftopic: T\r\nquestions:\r\n  - id: spoke-first\r\n    ask: Who spoke first? # 🙂\r\n    answer: X',
    );
    expect(statSync(join(cwd, 'cards/a/01.yaml')).mode & 0o777).toBe(0o640);
    expect(get('cards/a/shared/two.yaml')).toContain('{id: spoke-first-2, ask:');
    expect(readdirSync(join(cwd, 'cards/a'))).toEqual(['01.yaml', '02.yaml', 'deck.yaml', 'shared']);
    expect(lstatSync(join(cwd, 'cards/a/02.yaml')).isSymbolicLink()).toBe(true);
    expect(await recto('ids')).toEqual({ code: 0, stdout: '', stderr: 'Every question has an id.\n' });
  });

  test('with --dry-run says what it would do', async () => {
    const before = get('cards/a/01.yaml');
    const { code, stdout: out, stderr: err } = await recto('ids', '--dry-run', 'cards/a');
    expect([code, out]).toEqual([0, 'cards/a/01.yaml:3 spoke-first\n']);
    expect(err).toContain('1 id in 1 file to add.');
    expect(get('cards/a/01.yaml')).toBe(before);
  });

  test('gives no id that the lock file knows, whatever state that is in', async () => {
    put('cards/a/deck.lock.json', '{\n<<<<<<< ours\n"notes": {\n"spoke-first": {"guid":"x","gone":true},\n');
    expect((await recto('ids')).stdout).toBe('cards/a/01.yaml:3 spoke-first-2\n');
  });

  test('does the other files when one is not valid YAML, and fails', async () => {
    put('cards/a/00.yaml', 'topic: T\nquestions:\n  - ask: [\n');
    const { code, stdout: out, stderr: err } = await recto('ids');
    expect([code, out]).toEqual([1, 'cards/a/01.yaml:3 spoke-first\n']);
    expect(err).toContain('cards/a/00.yaml:');
    expect(err).toContain('yaml-syntax');
    expect(get('cards/a/00.yaml')).toBe('topic: T\nquestions:\n  - ask: [\n');
  });

  test('names the place of a question without words as the file is afterwards', async () => {
    put(
      'cards/a/01.yaml',
      'topic: T\nquestions:\n  - {ask: Who spoke?, answer: X}\n  - ask: Who?\n    answer: X\n  - answer: X\n',
    );
    const { code, stderr: err } = await recto('ids');
    expect(code).toBe(1);
    expect(err).toContain('cards/a/01.yaml:7:5 error no-head');
  });

  test('is used wrongly with a bank that is not there', async () => {
    expect((await recto('ids', 'nowhere')).code).toBe(2);
  });
});

describe('recto check --fix', () => {
  test('repairs, says so, and checks what is there then', async () => {
    put('cards/a/01.yaml', '\ufefftopic: T\nquestions:\n  - ask: Who spoke first?\n    anwser: X\n');
    const { code, stderr: err } = await recto('check', '--fix');
    expect(err).toContain('cards/a/01.yaml:3 repaired: id "spoke-first" added\n');
    expect(err).toContain('cards/a/01.yaml:5 repaired: "anwser" is now "answer"\n');
    expect(err).toContain('2 repairs made.');
    expect(get('cards/a/01.yaml')).toBe(
      '\ufefftopic: T\nquestions:\n  - id: spoke-first\n    ask: Who spoke first?\n    answer: X\n',
    );
    expect(code).toBe(0);
  });

  test('says so when there is nothing it can repair, and touches nothing', async () => {
    const text = 'topic: T\nquestions:\n  - id: a\n    claim: C\n';
    put('cards/a/01.yaml', text);
    const { code, stderr: err } = await recto('check', '--fix');
    expect(err).toContain('Nothing here can be repaired without its author.');
    expect(get('cards/a/01.yaml')).toBe(text);
    expect(code).toBe(1);
  });
});
