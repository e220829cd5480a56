import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { targetNames, targets } from '../../src/targets/index.ts';
import { everythingIn, recto, removeWorkplaces, workplace } from './terminal.ts';

afterEach(removeWorkplaces);

const deck = 'deck: Sky\nid: sky\nlanguage: en-GB\n';
const claims = (...names: readonly string[]) =>
  `topic: Sky\nquestions:\n${names
    .map((name) => `  - {id: ${name.toLowerCase()}, claim: The ${name} is round., verdict: true}\n`)
    .join('')}`;
const files = {
  'cards/sky/deck.yaml': deck,
  'cards/sky/01.yaml': claims('Moon', 'Sun', 'Mars', 'Venus'),
  'cards/sky/quizzes.yaml': 'quizzes: [{id: check, title: Check, sections: [{pick: 3}]}]\n',
};
const own = 'output/sky/quizzes/check';
const inQuiz = (folder: string) => readdirSync(join(folder, own)).sort();
const listed = (folder: string): { path: string; target: string }[] =>
  JSON.parse(readFileSync(join(folder, 'output/sky/build.json'), 'utf8')).files;

describe('recto build --only', () => {
  test('makes what it names and what belongs to it, and says of each file in build.json who made it', async () => {
    const folder = workplace(files);
    expect(await recto(folder, 'build', '--only', 'docx,html')).toMatchObject({ code: 0, stderr: '' });
    expect(inQuiz(folder)).toEqual(['A.docx', 'A.html', 'answers.json', 'key.docx', 'key.html']);
    expect(Object.fromEntries(listed(folder).map(({ path, target }) => [path, target]))).toEqual({
      'quizzes/check/A.docx': 'docx',
      'quizzes/check/A.html': 'html',
      'quizzes/check/answers.json': 'answers',
      'quizzes/check/key.docx': 'docx',
      'quizzes/check/key.html': 'html',
    });
  }, 60_000);

  test('prints answer sheets as PDF, whatever the papers are', async () => {
    const quizzes = 'quizzes: [{id: check, title: Check, answer-sheet: bubbles, sections: [{pick: 3}]}]\n';
    const folder = workplace({ ...files, 'cards/sky/quizzes.yaml': quizzes });
    await recto(folder, 'build', '--only', 'html');
    expect(inQuiz(folder)).toEqual(['A.html', 'answers.json', 'key.html', 'omr', 'sheets.pdf']);
  }, 60_000);

  test('takes "quiz" for the papers that it always meant', async () => {
    const folder = workplace(files);
    await recto(folder, 'build', '--only', 'quiz');
    expect(inQuiz(folder)).toEqual(['A.pdf', 'all.pdf', 'answers.json', 'key.pdf']);
    expect(readdirSync(join(folder, 'output/sky')).sort()).toEqual(['build.json', 'quizzes']);
  }, 60_000);

  test.each([
    ['--only', 'ankl', `there is no target "ankl"; did you mean "anki"? There are ${targetNames.join(', ')}`],
    ['--only', 'pdf,word', `there is no target "word"; there are ${targetNames.join(', ')}`],
  ])('%s %s is refused with the names that there are', async (...args) => {
    const folder = workplace(files);
    const before = everythingIn(folder);
    const [option, value, message] = args;
    expect(await recto(folder, 'build', option, value)).toEqual({
      code: 2,
      stdout: '',
      stderr: `recto: ${message}\n`,
    });
    expect(everythingIn(folder)).toEqual(before);
  });

  test('the help has a line for each target', async () => {
    const { stdout } = await recto(workplace(files), 'build', '--help');
    for (const [name, { about }] of Object.entries(targets))
      expect(stdout.replace(/\s+/g, ' ')).toContain(`${name} ${about}`);
  });
});

describe('targets: of deck.yaml', () => {
  test('are what a plain build makes', async () => {
    const folder = workplace({ ...files, 'cards/sky/deck.yaml': `${deck}targets: [html, flashcards]\n` });
    expect(await recto(folder, 'build')).toMatchObject({ code: 0, stderr: '' });
    expect(readdirSync(join(folder, 'output/sky')).sort()).toEqual([
      'build.json',
      'flashcards.pdf',
      'quizzes',
    ]);
    expect(inQuiz(folder)).toEqual(['A.html', 'answers.json', 'key.html']);
    expect(existsSync(join(folder, 'cards/sky/deck.lock.json'))).toBe(false);
    await recto(folder, 'build', '--only', 'anki');
    expect(existsSync(join(folder, 'cards/sky/deck.lock.json'))).toBe(true);
  }, 60_000);

  test('that do not exist are an error at their place, which names those that do', async () => {
    const folder = workplace({ ...files, 'cards/sky/deck.yaml': `${deck}targets: [anki, dokx]\n` });
    const { code, stderr } = await recto(folder, 'build');
    expect(code).toBe(1);
    expect(stderr).toContain('cards/sky/deck.yaml:4:17 error unknown-target');
    expect(stderr).toContain('did you mean "docx"?');
    expect(existsSync(join(folder, 'output'))).toBe(false);
  });
});

describe('what lies in the output already', () => {
  test('of other targets stays, as long as the draw is the same', async () => {
    const folder = workplace(files);
    await recto(folder, 'build', '--only', 'anki,docx');
    await recto(folder, 'build', '--only', 'pdf');
    expect(inQuiz(folder)).toEqual(['A.docx', 'A.pdf', 'all.pdf', 'answers.json', 'key.docx', 'key.pdf']);
    expect(listed(folder).map(({ path }) => path)).toContain('sky.apkg');
    await recto(folder, 'quiz', 'check', '--format', 'html');
    expect(inQuiz(folder)).toHaveLength(8);
  }, 60_000);

  test('goes with the draw it belongs to, but what its owner changed stays and is named', async () => {
    const folder = workplace(files);
    await recto(folder, 'build', '--only', 'docx,html,flashcards');
    writeFileSync(join(folder, own, 'A.html'), 'changed by hand');
    const { code, stderr } = await recto(folder, 'quiz', 'check', '--seed', '9');
    expect(code).toBe(0);
    expect(inQuiz(folder)).toEqual(['A.html', 'A.pdf', 'all.pdf', 'answers.json', 'key.pdf']);
    expect(readFileSync(join(folder, own, 'A.html'), 'utf8')).toBe('changed by hand');
    expect(stderr.replace(/\s+/g, ' ')).toBe(
      `"${own}/A.html" was changed by hand, so it stays; but it does not belong to what was made now. Delete it when you have what you need of it. `,
    );
    expect(existsSync(join(folder, 'output/sky/flashcards.pdf'))).toBe(true);
    expect((await recto(folder, 'quiz', 'check', '--seed', '9')).stderr).toBe('');
  }, 60_000);

  test('goes when its quiz leaves the bank, but what its owner changed stays', async () => {
    const folder = workplace(files);
    await recto(folder, 'build');
    writeFileSync(join(folder, own, 'A.pdf'), 'changed by hand');
    writeFileSync(
      join(folder, 'cards/sky/quizzes.yaml'),
      'quizzes: [{id: other, title: O, sections: [{pick: 1}]}]\n',
    );
    const { stderr } = await recto(folder, 'build');
    expect(inQuiz(folder)).toEqual(['A.pdf']);
    expect(stderr).toContain(`"${own}/A.pdf" was changed by hand, so it stays`);
  }, 60_000);

  test('stays as it was, and the lock with it, when one target fails', async () => {
    const folder = workplace(files);
    await recto(folder, 'build');
    writeFileSync(join(folder, 'cards/sky/01.yaml'), claims('Moon', 'Sun', 'Mars', 'Jupiter'));
    writeFileSync(
      join(folder, 'cards/sky/quizzes.yaml'),
      'quizzes: [{id: check, title: C, sections: [{pick: 9}]}]\n',
    );
    const before = everythingIn(folder);
    expect(await recto(folder, 'build')).toMatchObject({ code: 1, stdout: '' });
    expect(everythingIn(folder)).toEqual(before);
  }, 60_000);
});

test.each([['build'], ['quiz', 'check']])(
  'recto %s never writes into a bank’s own folder',
  async (...command) => {
    const folder = workplace(files);
    const before = everythingIn(folder);
    expect(await recto(folder, ...command, '--out', './cards')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'recto: --out ./cards would write into "cards/sky", which is a bank\'s own folder; name another folder\n',
    });
    expect(everythingIn(folder)).toEqual(before);
    expect((await recto(folder, ...command, '--out', 'cards/sky/made')).code).toBe(0);
  },
  60_000,
);
