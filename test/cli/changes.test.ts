import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../src/cli/main.ts';
import { everythingIn, removeWorkplaces, testTerminal, workplace } from './terminal.ts';

afterEach(removeWorkplaces);

const day = 86_400_000;
const deck = 'deck: A deck\nid: a-bank\nlanguage: en-GB\n';
const topic = (...questions: string[]): string =>
  `topic: A topic\nquestions:\n${questions.map((question) => `  - {${question}}\n`).join('')}`;

const a = 'id: a, ask: What is A?, answer: one';
const b = 'id: b, claim: B is so., verdict: true';
const c = 'id: c, cloze: "{{C}} and {{D}}"';

/** A bank that was built once; `version` builds or plans it `days` later with other questions. */
async function built(...questions: string[]) {
  const cwd = workplace({ 'a-bank/deck.yaml': deck, 'a-bank/01.yaml': topic(...questions) });
  const run = async (days: number, ...args: string[]) => {
    const terminal = testTerminal(cwd, { now: Date.UTC(2026, 0, 1) + days * day });
    const code = await main(['build', 'a-bank', '--only', 'anki', ...args], terminal);
    // The table of files stands above the report, the time it took below it.
    const report = terminal
      .stdout()
      .replace(/^[\s\S]*?(?=^a-bank: )/m, '')
      .replace(/Done in .*\n$/, '');
    return { code, report, err: terminal.stderr(), stdout: terminal.stdout() };
  };
  const first = await run(0);
  const version = (days: number, args: readonly string[], ...next: string[]) => {
    writeFileSync(join(cwd, 'a-bank/01.yaml'), topic(...next));
    return run(days, ...args);
  };
  return { cwd, first, version };
}

describe('recto build says what learners will get', () => {
  test('at first', async () => {
    const { first } = await built(a, b, c);
    expect(first.report).toBe('a-bank: 3 new; 4 cards\n');
    expect(first.err).toBe(
      'There is no a-bank/deck.lock.json. The build makes one; commit it with the\n' +
        'questions. If learners already have this deck, restore their lock file from git\n' +
        'instead, or make it with "recto lock" from the package that they have. Without\n' +
        'it the next import doubles nothing and loses no schedule, but it overwrites what\n' +
        'learners edited, and in questions whose parts were added or removed over time a\n' +
        "card may get another part's text.\n",
    );
  });

  test('when nothing changed, and then the lock file is not written', async () => {
    const { cwd, version } = await built(a, b, c);
    const lock = () => everythingIn(join(cwd, 'a-bank')).find((path) => path.startsWith('deck.lock'));
    const before = lock();
    const { report, err } = await version(1, [], a, b, c);
    expect([report, err]).toEqual(['a-bank: 3 unchanged; 4 cards\n', '']);
    expect(lock()).toBe(before);
  });

  test('in an ordinary new version', async () => {
    const { version } = await built(a, b, c);
    const { report } = await version(
      1,
      [],
      a.replace('one', 'two'),
      `${b}, retired: 2026-01-02`,
      c.replace('id: c', 'id: see, was: c'),
      'id: d, ask: D?, answer: four',
    );
    expect(report).toBe(
      'a-bank: 1 new, 1 changed (a: answer), 1 retired (b), 1 renamed (c is now see), 1\n  unchanged; 5 cards\n',
    );
  });

  test('and what is at risk', async () => {
    const { version } = await built(
      a,
      b,
      c,
      'id: e, ask: What is E?, answer: five',
      'id: f, ask: F?, answer: six',
    );
    const { report } = await version(
      -3,
      [],
      'id: bee, claim: B is so., verdict: false',
      'id: c, cloze: "{{C}}"',
      'id: e, typed: five, ask: What is E?',
      'id: f, discuss: F?, rubric: [Names six]',
      'id: g, was: gee, ask: G?, answer: seven',
    );
    expect(report).toBe(`a-bank: 3 new, 2 changed (c: text; f: answer); 6 cards
- "b" is gone and "bee" is new, with much the same text. If it is the same
  question, write "was: b" in "bee"; as it is, learners get a second note.
- Gone without being retired: a. Learners keep these notes and are not told; put
  a question back with a "retired" date, and its card says so.
- Cards that are empty from now on: c (2). Learners remove them with Tools,
  Empty Cards.
- Another note because the kind changed: e (basic to typed). Anki cannot turn
  one into the other, so learners begin anew; their old note stays, and says
  that it was replaced.
- Another kind, but the same note: f (basic to discuss).
- "was" names nothing that learners have: g (was gee). If the id is misspelt,
  learners get a second note.
- The lock file holds a time to come, 2026-01-01 00:00 UTC. Until then each
  import undoes what learners edit in the notes of that build; check the clock
  of this machine and of the one that built last.
`);
  });

  test('and stays short for big banks', async () => {
    const many = Array.from({ length: 200 }, (_, at) => `id: question-${at}, ask: Q${at}?, answer: A${at}`);
    const { version } = await built(...many);
    const { report } = await version(1, [], ...many.slice(100).map((question) => `${question} and more`));
    expect(report.split('\n').length).toBeLessThan(12);
    for (const line of report.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(report).toMatch('… and 94 more');
  });
});

describe('recto build --dry-run', () => {
  test('says what learners will get, and writes nothing', async () => {
    const { cwd, version } = await built(a, b, c);
    writeFileSync(join(cwd, 'a-bank/01.yaml'), topic(a.replace('one', 'two'), b));
    const before = everythingIn(cwd);
    const { code, stdout, err } = await version(1, ['--dry-run'], a.replace('one', 'two'), b);
    expect([code, err]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^a-bank: 1 changed \(a: answer\), 1 unchanged; 2 cards\n- Gone without being retired: c\./,
    );
    expect(everythingIn(cwd).filter((line) => !line.startsWith('a-bank/01.yaml'))).toEqual(
      before.filter((line) => !line.startsWith('a-bank/01.yaml')),
    );
  });

  test('writes nothing for a bank that was never built', async () => {
    const cwd = workplace({ 'a-bank/deck.yaml': deck, 'a-bank/01.yaml': topic(a) });
    const before = everythingIn(cwd);
    const terminal = testTerminal(cwd);
    expect(await main(['build', 'a-bank', '--dry-run'], terminal)).toBe(0);
    expect(terminal.stdout()).toBe('a-bank: 1 new; 1 card\n');
    expect(terminal.stderr()).toMatch(/^There is no a-bank\/deck\.lock\.json\./);
    expect(everythingIn(cwd)).toEqual(before);
  });
});

describe('a lock file that is not there', () => {
  test('although the bank was built before, is a warning', async () => {
    const { cwd, version } = await built(a, b);
    rmSync(join(cwd, 'a-bank/deck.lock.json'));
    const { code, err } = await version(1, [], a, b);
    expect(code).toBe(0);
    expect(err.replaceAll('\n', ' ')).toMatch(
      'This bank was built here before, so there should be one: restore it from git, or make it with "recto lock" from the package.',
    );
  });

  test('fails with --frozen', async () => {
    const { cwd, version } = await built(a, b);
    rmSync(join(cwd, 'a-bank/deck.lock.json'));
    const { code, err } = await version(1, ['--frozen'], a, b);
    expect([code, err]).toEqual([
      1,
      'a-bank/deck.lock.json is missing. Run "recto build" without --frozen and commit\nthe file.\n',
    ]);
  });

  test('and one with conflict marks is an error that says what to do', async () => {
    const { cwd, version } = await built(a, b);
    writeFileSync(join(cwd, 'a-bank/deck.lock.json'), '{\n<<<<<<< HEAD\n');
    const { code, err } = await version(1, [], a, b);
    expect([code, err]).toEqual([
      2,
      'recto: the lock file of "a-bank" cannot be used: a merge left conflict marks in it; delete the lines with the marks, keep all others, and build again\n',
    ]);
  });
});
