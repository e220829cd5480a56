import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../src/cli/main.ts';
import { everythingIn, recto, removeWorkplaces, testTerminal, workplace } from './terminal.ts';

afterEach(removeWorkplaces);

const day = 86_400_000;
const deck = 'deck: A deck\nid: a-bank\nlanguage: en-GB\nversion: 1.1.0\ndate: 2026-11-24\n';
const topic = (...questions: string[]): string =>
  `topic: A topic\nquestions:\n${questions.map((question) => `  - {${question}}\n`).join('')}`;

const a = 'id: a, ask: What is A?, answer: one';
const b = 'id: b, claim: B is so., verdict: true';
const c = 'id: c, ask: C?, answer: three';
const changed = a.replace('one', 'two');

/** A bank that was built once; `build` builds it a day later with other questions. */
async function built(...questions: string[]) {
  const cwd = workplace({ 'a-bank/deck.yaml': deck, 'a-bank/01.yaml': topic(...questions) });
  let days = 0;
  const build = async (next: readonly string[], ...args: string[]) => {
    writeFileSync(join(cwd, 'a-bank/01.yaml'), topic(...next));
    const terminal = testTerminal(cwd, { now: Date.UTC(2026, 0, 1) + days++ * day });
    const only = args.includes('--only') ? [] : ['--only', 'anki'];
    const code = await main(['build', 'a-bank', ...only, ...args], terminal);
    return { code, stdout: terminal.stdout(), err: terminal.stderr().replaceAll('\n', ' ') };
  };
  await build(questions);
  const read = (path: string) => readFileSync(join(cwd, path), 'utf8');
  const keepLock = () => writeFileSync(join(cwd, 'old.lock.json'), read('a-bank/deck.lock.json'));
  const news = () => JSON.parse(read('output/a-bank/build.json')).news;
  return { cwd, build, read, keepLock, news };
}

describe('recto build --dry-run', () => {
  test('tells what learners will be told, under what it tells the author', async () => {
    const { build } = await built(a, b);
    const { stdout } = await build([changed, b, c], '--dry-run');
    expect(stdout).toBe(`a-bank: 1 new, 1 changed (a: answer), 1 unchanged; 3 cards
For learners of version 1.1.0 (2026-11-24): 1 corrected, 1 new. Your own edits
  to these questions will be replaced, tags too: “What is A?”. To keep one, copy
  it into a note of your own before you import.
`);
  });

  test('tells no more where nothing changes', async () => {
    const { build } = await built(a, b);
    expect((await build([a, b], '--dry-run')).stdout).toBe('a-bank: 2 unchanged; 2 cards\n');
  });

  test('names no version where the deck names none', async () => {
    const { cwd, build } = await built(a, b);
    writeFileSync(join(cwd, 'a-bank/deck.yaml'), 'deck: A deck\nid: a-bank\nlanguage: en-GB\n');
    expect((await build([a, b, c], '--dry-run')).stdout).toMatch(/\nFor learners: 1 new\.\n$/);
  });
});

describe('build.json', () => {
  test('has what learners are told', async () => {
    const { build, news } = await built(a, b);
    const counts = { corrected: 0, added: 2, withdrawn: 0, replaced: 0, restored: 0, sorted: 0, removed: 0 };
    const version = { version: '1.1.0', date: '2026-11-24' };
    expect(news()).toEqual({ ...version, counts, sentences: ['2 new.'] });
    await build([changed, b]);
    expect(news()).toMatchObject({ ...version, counts: { ...counts, corrected: 1, added: 0 } });
    await build([changed, b]);
    expect(news()).toEqual({ ...version, counts: { ...counts, added: 0 }, sentences: [] });
  });

  test('of a build without a deck has nothing to tell', async () => {
    const { cwd, news } = await built(a, b);
    await recto(cwd, 'build', 'a-bank', '--only', 'flashcards');
    expect(news()).toBeNull();
  });

  test('is the same from the same lock', async () => {
    const { build, read, keepLock } = await built(a, b);
    keepLock();
    await build([changed, b]);
    await build([changed, b], '--since', 'old.lock.json');
    const first = read('output/a-bank/build.json');
    await build([changed, b], '--frozen', '--since', 'old.lock.json');
    expect(read('output/a-bank/build.json')).toBe(first);
    expect(first).toContain('1 corrected.');
  });
});

describe('recto build --notes', () => {
  test('writes the release notes, into a new folder too', async () => {
    const { build, read } = await built(a, b);
    const { code, err } = await build([changed, b, c], '--notes', 'releases/1.1.0.md');
    expect([code, err]).toEqual([0, '']);
    expect(read('releases/1.1.0.md')).toMatch(
      /^# A deck 1\.1\.0 \(2026-11-24\)\n\n1 corrected, 1 new\.\n\n## 1 corrected\n\n- “What is A\?” \(answer\)\n/,
    );
  });

  test('leaves the notes of the last build where nothing has changed since, and says so', async () => {
    const { build, read } = await built(a, b);
    await build([changed, b], '--notes', 'notes.md');
    const before = read('notes.md');
    const { code, err } = await build([changed, b], '--notes', 'notes.md');
    expect(code).toBe(0);
    expect(err).toMatch(
      'Nothing has changed for learners since the last build, so "notes.md" is not written; --since compares with an older lock file.',
    );
    expect(read('notes.md')).toBe(before);
  });

  test('are not written where the bank has errors, or the lock is not up to date', async () => {
    const { cwd, build } = await built(a, b);
    expect((await build([a, a], '--notes', 'notes.md')).code).toBe(1);
    expect((await build([changed, b], '--frozen', '--notes', 'notes.md')).code).toBe(1);
    expect(existsSync(join(cwd, 'notes.md'))).toBe(false);
  });

  test('are written with the output or not at all', async () => {
    const { cwd, build, read } = await built(a, b);
    writeFileSync(join(cwd, 'releases'), 'a file, not a folder');
    const lock = read('a-bank/deck.lock.json');
    const { code, err } = await build([changed, b], '--notes', 'releases/1.1.0.md');
    expect(code).toBe(2);
    expect(err).toContain('nothing was changed');
    expect(read('a-bank/deck.lock.json')).toBe(lock);
  });

  const refused = async (...args: string[]) => {
    const { cwd, build } = await built(a, b);
    const before = everythingIn(cwd);
    const { code, err } = await build([a, b], ...args);
    const isNew = (line: string) => !before.includes(line) && !line.startsWith('a-bank/01.yaml ');
    expect([code, everythingIn(cwd).filter(isNew)]).toEqual([2, []]);
    return err;
  };

  test.each([
    [['--notes', 'a-bank/01.yaml'], 'recto: --notes writes Markdown; give "a-bank/01.yaml" the ending .md '],
    [['--notes', 'output'], 'recto: --notes writes Markdown; give "output" the ending .md '],
    [
      ['--notes', 'a-bank/notes/README.md'],
      'recto: --notes "a-bank/notes/README.md" lies in a bank\'s own folder; name another ',
    ],
    [
      ['--notes', 'notes.md', '--dry-run'],
      'recto: --dry-run writes nothing, and --notes names a file; give one of them ',
    ],
    [
      ['--notes', 'notes.md', '--only', 'flashcards'],
      'recto: --notes tells of the deck, and no deck is asked for ',
    ],
    [['--since', 'none.json'], 'recto: there is no "none.json", which --since names '],
    [
      ['--since', 'a-bank/deck.yaml'],
      'recto: "a-bank/deck.yaml", which --since names, cannot be used: it is not JSON; restore it from git ',
    ],
  ])('%j is refused', async (args, said) => {
    expect(await refused(...args)).toBe(said);
  });

  test.each(['--notes', '--since'])('%s is for one bank', async (option) => {
    const files = { 'cards/a/deck.yaml': deck, 'cards/a/01.yaml': topic(a) };
    const other = { 'cards/b.yaml': `deck: B\nid: b\ntopics: [{topic: T, questions: [{${b}}]}]\n` };
    const cwd = workplace({ ...files, ...other });
    const { code, stderr } = await recto(cwd, 'build', option, 'x.md');
    expect([code, stderr]).toEqual([
      2,
      `recto: ${option} is for one bank, and these are 2; name the one that is meant\n`,
    ]);
    expect(existsSync(join(cwd, 'output'))).toBe(false);
  });
});

describe('recto build --since', () => {
  test('tells what comes since that lock, and writes what it would write without', async () => {
    const { build, read, keepLock, news } = await built(a, b);
    keepLock();
    await build([changed, b]);
    await build([changed, b, c]);
    const lock = read('a-bank/deck.lock.json');
    const apkg = read('output/a-bank/a-bank.apkg');
    const { code } = await build(
      [changed, b, c],
      ...['--frozen', '--since', 'old.lock.json', '--notes', 'notes.md'],
    );
    expect(code).toBe(0);
    expect(read('notes.md')).toContain('\n\n1 corrected, 1 new.\n\n');
    expect(news().sentences[0]).toBe('1 corrected, 1 new.');
    expect([read('a-bank/deck.lock.json'), read('output/a-bank/a-bank.apkg')]).toEqual([lock, apkg]);
    const { stdout } = await build([changed, b, c], '--dry-run', '--since', 'old.lock.json');
    expect(stdout).toMatch(
      /^a-bank: 3 unchanged; 3 cards\nFor learners of version 1\.1\.0 \(2026-11-24\), since old\.lock\.json: 1 corrected, 1\n {2}new\. Your own edits /,
    );
  });

  test('says so where nothing has changed since', async () => {
    const { build, keepLock } = await built(a, b);
    keepLock();
    const { err } = await build([a, b], '--since', 'old.lock.json', '--notes', 'notes.md');
    expect(err).toMatch(
      'Nothing has changed for learners since old.lock.json, so "notes.md" is not written. ',
    );
  });

  test('takes the lock of no other bank', async () => {
    const { cwd, build } = await built(a, b);
    writeFileSync(join(cwd, 'old.lock.json'), '{"format": 1, "bank": "another", "notes": {}}');
    const { code, err } = await build([a, b], '--since', 'old.lock.json');
    expect([code, err]).toEqual([
      2,
      'recto: "old.lock.json", which --since names, cannot be used: it belongs to the bank "another", not to "a-bank"; a bank\'s id must never change ',
    ]);
  });
});
