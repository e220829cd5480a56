import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../src/cli/main.ts';
import { everythingIn, removeWorkplaces, testTerminal, workplace } from './terminal.ts';

afterEach(removeWorkplaces);

const day = 86_400_000;
const deck = 'deck: A deck\nid: a-bank\nlanguage: en-GB\n';
const topic = (question: string): string => `topic: A topic\nquestions:\n  - {${question}}\n`;
const wholeBank = (question: string): string =>
  `${deck}topics:\n  - topic: A topic\n    questions: [{${question}}]\n`;

const coats = 'id: q, list: L, items: [the coats, the wind, the Sun]';
const coast = 'id: q, list: L, items: [the wind, the Sun, the coast]';

/** A working folder with a bank, built by `build` a day later each time. */
function author(bank = 'a-bank') {
  const cwd = workplace();
  let days = 0;
  const write = (path: string, text: string) => {
    mkdirSync(join(cwd, path, '..'), { recursive: true });
    writeFileSync(join(cwd, path), text);
  };
  const run = async (...args: string[]) => {
    const terminal = testTerminal(cwd, { now: Date.UTC(2026, 0, 1) + days++ * day, columns: 400 });
    const code = await main(args, terminal);
    return { code, out: terminal.stdout(), err: terminal.stderr() };
  };
  const build = async (question: string, ...args: string[]) => {
    write('a-bank/deck.yaml', deck);
    write('a-bank/01.yaml', topic(question));
    return run('build', bank, '--only', 'anki', ...args);
  };
  const read = (path: string) => readFileSync(join(cwd, path), 'utf8');
  const partsIn = (path = 'a-bank/deck.lock.json') =>
    Object.fromEntries(
      (JSON.parse(read(path)).notes.q.parts as { n: number; text: string }[]).map(({ n, text }) => [text, n]),
    );
  return { cwd, run, build, write, read, partsIn };
}

describe('a build that would end a history', () => {
  test('stops before it writes anything, and says what to write', async () => {
    const { cwd, build } = author();
    await build(coats);
    const before = everythingIn(cwd).filter((path) => !path.includes('.yaml'));
    for (const args of [[], ['--dry-run'], ['--frozen']]) {
      const { code, err } = await build(coast, ...args);
      expect(code).toBe(1);
      expect(err).toContain('a-bank/01.yaml:3:49 error history-lost');
      expect(err).toContain(
        'history would be lost: list "q" has the item "the coats" no more, and its card 2 would be empty, while "the coast" ' +
          'begins anew. If that is the same item, write in it "was: the coats", or the key that it had; if not, build with --accept q:2',
      );
    }
    expect(everythingIn(cwd).filter((path) => !path.includes('.yaml'))).toEqual(before);
  });

  test('goes on with what it advises', async () => {
    const { build, partsIn } = author();
    await build(coats);
    const { code } = await build(coast.replace('the coast', '{text: the coast, was: the coats}'));
    expect([code, partsIn()['the coast']]).toEqual([0, 2]);
  });

  test.each(['q:2', 'q'])('goes on with --accept %s, once', async (accept) => {
    const { build, partsIn } = author();
    await build(coats);
    const { code, out } = await build(coast, '--accept', accept);
    expect(code).toBe(0);
    expect(out).toContain('Cards that are empty from now on: q (2).');
    expect(partsIn()['the coast']).toBeGreaterThan(4);
    expect((await build(coast)).code).toBe(0);
  });

  test('does not go on with --accept of another card', async () => {
    const { build } = author();
    await build(coats);
    expect((await build(coast, '--accept', 'q:3')).code).toBe(1);
  });

  test('is named where "was" names nothing', async () => {
    const { build } = author();
    await build(coats);
    const { code, out } = await build(
      'id: q, list: L, items: [the wind, the Sun, {text: Rhine, was: the coast}]',
    );
    expect(code).toBe(0);
    expect(out).toContain(
      '"was" names no text that a part had: q ("the coast"). If it is misspelt, the card',
    );
  });

  test('is none when a part is only removed', async () => {
    const { build } = author();
    await build(coats);
    const { code, out } = await build('id: q, list: L, items: [the wind, the Sun]');
    expect(code).toBe(0);
    expect(out).toContain('Cards that are empty from now on: q (2).');
  });
});

describe('a build that would move a history', () => {
  const cloze = (text: string) => `id: q, cloze: "${text}"`;

  test('stops too, at the part that would get it', async () => {
    const { build } = author();
    await build(cloze('{{Moon}} and {{Sun}}.'));
    const { code, err } = await build(cloze('{{c2::Moon}} and {{c1::Sun}}.'));
    expect(code).toBe(1);
    expect(err.match(/history would move: [^,]*,/g)).toEqual([
      'history would move: card 2 of cloze "q" asks for "Sun",',
      'history would move: card 1 of cloze "q" asks for "Moon",',
    ]);
  });

  test('goes on with the number that it advises', async () => {
    const { build, partsIn } = author();
    await build(cloze('{{c1::Moon}} pulls the {{water}}.'));
    const { err } = await build(cloze('{{c1::Moon}} {{c2::strongly}} pulls the {{water}}.'));
    expect(err).toContain('give it a number that was never used here, such as c301');
    const { code } = await build(cloze('{{c1::Moon}} {{c301::strongly}} pulls the {{water}}.'));
    expect([code, partsIn()]).toEqual([0, { Moon: 1, strongly: 301, water: 2 }]);
  });

  test('says what it takes for the same part', async () => {
    const { build } = author();
    await build(coats);
    const { code, out } = await build(coats.replace('the coats', 'the coast'));
    expect(code).toBe(0);
    expect(out).toContain(
      'Taken for the same, and their cards keep their history: q (2: "the coats" is now "the coast").',
    );
  });
});

/** A lock of which two branches gave the number 4 to different items, as git unites them. */
function clashed(text: string): string {
  const [line] = /^"q": .*$/m.exec(text) ?? [''];
  const withPart = (more: string) => line.replace(/\}\]/, `},{"n":9,"text":"${more}"}]`);
  return text.replace(line, () => `${withPart('the Earth')}\n\n${withPart('the rain')}`);
}

describe('a number that two branches gave to two parts', () => {
  const all = 'id: q, list: L, items: [the coats, the wind, the Sun, the Earth, the rain]';
  const begun = async () => {
    const each = author();
    await each.build(coats);
    each.write('published.apkg', '');
    renameSync(join(each.cwd, 'output/a-bank/a-bank.apkg'), join(each.cwd, 'first.apkg'));
    each.write('a-bank/deck.lock.json', clashed(each.read('a-bank/deck.lock.json')));
    return each;
  };

  test('stops the build, which names both', async () => {
    const { build } = await begun();
    const { code, err } = await build(all);
    expect(code).toBe(1);
    expect(err).toContain('error number-clash');
    expect(err).toContain(
      'two branches gave card 9 of list "q" to two items, "the Earth" and "the rain". Build with --published \'q:9=the Earth\' or ' +
        "--published 'q:9=the rain', whichever learners have",
    );
  });

  test.each([
    ['the rain', 'the Earth'],
    ['the Earth', 'the rain'],
  ])('stays with "%s" when that was published, and "%s" is new', async (published, other) => {
    const { build, partsIn } = await begun();
    const { code } = await build(all, '--published', `q:9=${published}`);
    expect(code).toBe(0);
    expect(partsIn()[published]).toBe(9);
    expect(partsIn()[other]).not.toBe(9);
    expect((await build(all)).code).toBe(0);
  });

  test('stays with what a package has that was published', async () => {
    const { cwd, build, run, write, read, partsIn } = await begun();
    const merged = read('a-bank/deck.lock.json');
    write('a-bank/deck.lock.json', merged.replace(/^.*the rain.*$/m, ''));
    await build('id: q, list: L, items: [the coats, the wind, the Sun, the Earth]');
    renameSync(join(cwd, 'output/a-bank/a-bank.apkg'), join(cwd, 'second.apkg'));
    write('a-bank/deck.lock.json', merged);
    const { code } = await build(all, '--published', 'second.apkg');
    expect([code, partsIn()['the Earth']]).toEqual([0, 9]);
    expect((await run('build', 'a-bank', '--published', 'published.apkg')).err).toBe(
      'recto: "published.apkg" cannot be used: it is no Anki package\n',
    );
  });
});

test('a lock with a byte that is no text is not used, and one with the sign for such bytes is', async () => {
  const { cwd, build, run } = author();
  await build(coats.replace('the coats', '"the \ufffd coats"'));
  expect((await build(coats.replace('the coats', '"the \ufffd coats"'))).out).toContain(
    'a-bank: 1 unchanged',
  );
  const path = join(cwd, 'a-bank/deck.lock.json');
  const bytes = readFileSync(path);
  bytes[bytes.indexOf('wind')] = 0xff;
  writeFileSync(path, bytes);
  expect((await run('build', 'a-bank')).err).toMatch(
    /^recto: cannot read ".*deck.lock.json": it is not UTF-8 text; restore it from git\n$/,
  );
  expect(readFileSync(path)).toEqual(bytes);
});

test('answers that mean nothing are refused', async () => {
  const { build, run, write } = author();
  await build(coats);
  write('other/deck.yaml', deck.replace('a-bank', 'other'));
  write('other/01.yaml', topic(coats));
  const said = async (...args: string[]) => (await build(coats, ...args)).err;
  expect(await said('--accept', 'r:2')).toBe('recto: --accept r:2: the bank has no question "r"\n');
  expect(await said('--accept', 'Q 2')).toBe(
    'recto: --accept takes a question and the number of its card, as "tides:3", not "Q 2"\n',
  );
  expect(await said('--published', 'q:x')).toBe(
    'recto: --published takes a package (.apkg), or a line as "tides:4=the wind", not "q:x"\n',
  );
  expect(await said('--published', 'none.apkg')).toContain('recto: cannot read "none.apkg": ');
  expect((await run('build', 'a-bank', 'other', '--accept', 'q')).err).toBe(
    'recto: --accept is for one bank, and these are 2; name the one that is meant\n',
  );
});

describe('a bank that was one file and is a folder now, or the other way round', () => {
  test('keeps its lock, which moves with it', async () => {
    const { cwd, run, build, write, partsIn } = author();
    write('a-bank.yaml', wholeBank(coats));
    await run('build', 'a-bank.yaml', '--only', 'anki');
    const now = 'id: q, list: L, items: [the rain, the coats, the wind, the Sun]';
    rmSync(join(cwd, 'a-bank.yaml'));
    const { err } = await build(now);
    expect(err).toBe('');
    expect(existsSync(join(cwd, 'a-bank.lock.json'))).toBe(false);
    expect(partsIn()).toMatchObject({ 'the coats': 2, 'the wind': 3, 'the Sun': 4 });

    write('a-bank.yaml', wholeBank(now));
    rmSync(join(cwd, 'a-bank/deck.yaml'));
    const back = await run('build', 'a-bank.yaml', '--only', 'anki');
    expect(back.out).toContain('a-bank: 1 unchanged');
    expect(existsSync(join(cwd, 'a-bank/deck.lock.json'))).toBe(false);
    expect(partsIn('a-bank.lock.json')).toMatchObject({ 'the coats': 2, 'the wind': 3, 'the Sun': 4 });
  });

  test('does not take the lock of another bank, and says which one is damaged', async () => {
    const { build, write, run } = author();
    write('a-bank.yaml', wholeBank(coats).replace('a-bank', 'b-bank'));
    await run('build', 'a-bank.yaml', '--only', 'anki');
    expect((await build(coats)).out).toContain('a-bank: 1 new');
    write('c-bank.lock.json', '{\n"format": 2,\n"bank": "c-bank",\n"notes": {');
    write('c-bank/deck.yaml', deck.replace('a-bank', 'c-bank'));
    write('c-bank/01.yaml', topic(coats));
    expect((await run('build', 'c-bank')).err).toBe(
      'recto: the lock file "c-bank.lock.json" cannot be used: it is not JSON; restore it from git\n',
    );
  });

  test('is not begun anew where its lock is damaged', async () => {
    const { cwd, build, write } = author();
    write('a-bank.lock.json', '{"format":2');
    expect((await build(coats)).err).toBe(
      'recto: the lock file "a-bank.lock.json" cannot be used: it is not JSON; restore it from git\n',
    );
    rmSync(join(cwd, 'a-bank.lock.json'));
    symlinkSync('nothing-here', join(cwd, 'a-bank/deck.lock.json'));
    expect((await build(coats)).err).toContain('cannot read ');
    expect(existsSync(join(cwd, 'output'))).toBe(false);
  });

  test('is not begun anew beside a lock of its id that has another name', async () => {
    const { cwd, run, build, write } = author();
    write('one.yaml', wholeBank(coats));
    await run('build', 'one.yaml', '--only', 'anki');
    rmSync(join(cwd, 'one.yaml'));
    expect((await build(coats)).err).toBe(
      'recto: "a-bank" has no lock file, and "one.lock.json" is one of its id: rename it to "a-bank/deck.lock.json" if it is ' +
        "the bank's, or else move it away\n",
    );
    renameSync(join(cwd, 'one.lock.json'), join(cwd, 'a-bank/deck.lock.json'));
    expect((await build(coats)).out).toContain('a-bank: 1 unchanged');
  });

  test('knows what both files know, where a merge has left both', async () => {
    const { cwd, run, build, write, read, partsIn } = author();
    write('a-bank.yaml', wholeBank(coats));
    await run('build', 'a-bank.yaml', '--only', 'anki');
    const old = read('a-bank.lock.json');
    write('a-bank.yaml', wholeBank(coats.replace('the Sun', 'the Sun, the rain')));
    await run('build', 'a-bank.yaml', '--only', 'anki');
    const theirs = read('a-bank.lock.json');
    rmSync(join(cwd, 'a-bank.yaml'));
    write('a-bank.lock.json', old);
    await build(coats.replace('the coats', 'the snow, the coats'));
    const { 'the snow': snow } = partsIn();
    write('a-bank.lock.json', theirs);
    const { code, out } = await build(
      coats.replace('the coats', 'the snow, the coats').replace('the Sun', 'the Sun, the rain'),
    );
    expect([code, existsSync(join(cwd, 'a-bank.lock.json'))]).toEqual([0, false]);
    expect(out).not.toContain('empty from now on');
    const rain = (JSON.parse(theirs).notes.q.parts as { n: number; text: string }[]).find(
      ({ text }) => text === 'the rain',
    )?.n;
    expect(partsIn()).toMatchObject({ 'the snow': snow, 'the rain': rain, 'the coats': 2 });
  });

  test('leaves a bank alone that is still there', async () => {
    const { cwd, run, build, write } = author();
    write('a-bank.yaml', wholeBank(coats));
    await run('build', 'a-bank.yaml', '--only', 'anki');
    const { code, err } = await build(coats);
    expect([code, existsSync(join(cwd, 'a-bank.lock.json'))]).toEqual([2, true]);
    expect(err).toContain('"a-bank.lock.json" is one of its id');
  });

  test('is not moved by --frozen, which asks for it', async () => {
    const { cwd, run, build, write } = author();
    write('a-bank.yaml', wholeBank(coats));
    await run('build', 'a-bank.yaml', '--only', 'anki');
    rmSync(join(cwd, 'a-bank.yaml'));
    expect((await build(coats, '--frozen')).code).toBe(1);
    expect(existsSync(join(cwd, 'a-bank.lock.json'))).toBe(true);
  });
});

describe('recto lock', () => {
  test('makes a lock that is lost from what was published', async () => {
    const { cwd, build, run, read } = author();
    await build(coats);
    await build(coats.replace('the coats', 'the coast'));
    const lock = read('a-bank/deck.lock.json').replace(/,"first":"[0-9a-f]*"/, '');
    expect((await run('lock', 'a-bank', '--from', 'output/a-bank/a-bank.apkg')).err).toBe(
      'recto: there is a-bank/deck.lock.json, and it knows more than a package; delete it first if it is not to be used\n',
    );
    rmSync(join(cwd, 'a-bank/deck.lock.json'));
    const { code, out } = await run('lock', 'a-bank', '--from', 'output/a-bank/a-bank.apkg');
    expect(code).toBe(0);
    expect(out).toContain('a-bank/deck.lock.json knows 1 note now.');
    expect(read('a-bank/deck.lock.json')).toBe(lock);
  });

  test('refuses what is no package of the bank', async () => {
    const { cwd, build, run, write } = author();
    await build(coats);
    rmSync(join(cwd, 'a-bank/deck.lock.json'));
    write('b-bank/deck.yaml', deck.replace('a-bank', 'b-bank'));
    write('b-bank/01.yaml', topic(coats));
    expect((await run('lock', 'b-bank', '--from', 'output/a-bank/a-bank.apkg')).err).toBe(
      'recto: "output/a-bank/a-bank.apkg" is a package of the bank "a-bank", not of "b-bank"\n',
    );
    expect((await run('lock', 'a-bank', '--from', 'a-bank/01.yaml')).err).toBe(
      'recto: "a-bank/01.yaml" cannot be used: it is no Anki package\n',
    );
    expect((await run('lock', 'a-bank')).err).toBe(
      'recto: name a package that was published: recto lock --from old.apkg\n',
    );
  });
});
