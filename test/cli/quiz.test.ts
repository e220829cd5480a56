import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { everythingIn, recto, removeWorkplaces, workplace } from './terminal.ts';

const files = {
  'cards/sky/deck.yaml': 'deck: Sky\nid: sky\nlanguage: en-GB\n',
  'cards/sky/01.yaml': `topic: Sky\nquestions:\n${['Moon', 'Sun', 'Mars', 'Venus']
    .map((name) => `  - id: ${name.toLowerCase()}\n    claim: The ${name} is round.\n    verdict: true\n`)
    .join('')}`,
  'cards/sky/quizzes.yaml':
    'quizzes:\n  - id: check\n    title: Check\n    sections: [{pick: 3}]\n  - id: exam\n    title: Exam\n    answer-sheet: bubbles\n    sections: [{pick: 2}]\n',
  'class.csv': 'name,id\nAnn,1\nBob,2\nCem,3\n',
};

afterEach(removeWorkplaces);

test('prints one quiz where a build would, in as many versions as wished', async () => {
  const folder = workplace(files);
  const { code, stdout, stderr } = await recto(folder, 'quiz', 'check', '--versions', '3', '--seed', '5');
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toBe('output/sky/quizzes/check/: 3 versions, 3 questions, 3 pages; 0.0 s\n');
  const written = readdirSync(join(folder, 'output/sky/quizzes/check')).sort();
  expect(written).toEqual(['A.pdf', 'B.pdf', 'C.pdf', 'all.pdf', 'answers.json', 'key.pdf']);
  const answers = JSON.parse(readFileSync(join(folder, 'output/sky/quizzes/check/answers.json'), 'utf8'));
  expect([answers.seed, answers.versions.length]).toEqual([5, 3]);
}, 30_000);

test('keeps build.json true, and takes away what it no longer makes', async () => {
  const folder = workplace(files);
  await recto(folder, 'build');
  await recto(folder, 'quiz', 'check', '--versions', '3');
  await recto(folder, 'quiz', 'check', '--versions', '2');
  const root = join(folder, 'output/sky');
  const { files: listed } = JSON.parse(readFileSync(join(root, 'build.json'), 'utf8'));
  expect(listed.map(({ path }: { path: string }) => path)).toContain('sky.apkg');
  for (const { path, size } of listed)
    expect([path, readFileSync(join(root, path)).length]).toEqual([path, size]);
  expect(existsSync(join(root, 'quizzes/check/C.pdf'))).toBe(false);
  expect((await recto(folder, 'build', '--frozen')).code).toBe(0);
}, 30_000);

test('takes away what the last printing made where nothing was built', async () => {
  const folder = workplace(files);
  const own = join(folder, 'output/sky/quizzes/check');
  await recto(folder, 'quiz', 'exam');
  await recto(folder, 'quiz', 'check', '--versions', '4', '--format', 'pdf,html');
  writeFileSync(join(own, 'B.html'), 'changed by hand');
  writeFileSync(join(own, 'D2.pdf'), 'not ours');
  await recto(folder, 'quiz', 'check', '--versions', '2', '--seed', '9');
  const kept = ['A.pdf', 'B.html', 'B.pdf', 'D2.pdf', 'all.pdf', 'answers.json', 'key.pdf'];
  expect(readdirSync(own).sort()).toEqual(kept);
  expect(existsSync(join(folder, 'output/sky/quizzes/exam/A.pdf'))).toBe(true);
}, 60_000);

test('prints a class again after its list was corrected, without papers of the old one', async () => {
  const list = 'name,id,group\nAda Lovelace,1,9a\nEmmy Nöther,2,9b\nSofja Kowalewskaja,3,9b\n';
  const folder = workplace({ ...files, 'class.csv': list });
  const print = (...args: string[]) => recto(folder, 'quiz', 'check', '--roster', 'class.csv', ...args);
  const own = join(folder, 'output/sky/quizzes/check/class');
  await print('--versions', '3');
  expect(readdirSync(own)).toContain('roster-9b.pdf');
  const corrected = list.replace('Nöther', 'Noether').replaceAll('9b', '9A').replace('Sofja', 'SOFJA');
  writeFileSync(join(folder, 'class.csv'), corrected);
  expect(await print('--versions', '2')).toMatchObject({ code: 0, stderr: '' });
  const now = ['A.pdf', 'B.pdf', 'answers.json', 'build.json', 'key.pdf', 'roster-9a.pdf', 'roster.csv'];
  expect(readdirSync(own).sort()).toEqual(now);
  await recto(folder, 'quiz', 'check');
  await recto(folder, 'build');
  expect(readdirSync(own).sort()).toEqual(now);
}, 60_000);

test("does not print over another class's papers", async () => {
  const others = ['Ada Lovelace', 'Emmy Noether', 'Ann', 'Sofja Kowalewskaja'].join('\n');
  const folder = workplace({ ...files, 'y/class.csv': `name\n${others}\n` });
  await recto(folder, 'quiz', 'check', '--roster', 'class.csv');
  const before = everythingIn(folder);
  expect(await recto(folder, 'quiz', 'check', '--roster', 'y/class.csv')).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'recto: "output/sky/quizzes/check/class" has the papers and answers of other pupils, such as "Bob": rename the list, print with another --out, or delete the old folder\n',
  });
  expect(everythingIn(folder)).toEqual(before);
  const elsewhere = await recto(folder, 'quiz', 'check', '--roster', 'y/class.csv', '--out', 'y');
  expect(elsewhere).toMatchObject({ code: 0, stderr: '' });
  rmSync(join(folder, 'output/sky/quizzes/check/class'), { recursive: true });
  expect((await recto(folder, 'quiz', 'check', '--roster', 'y/class.csv')).code).toBe(0);
}, 60_000);

test.each(['large-print', 'Dyslexia', 'omr', 'A.pdf', 'answers.json', '.'])(
  'a class list called "%s.csv" would lie where other things do',
  async (name) => {
    const folder = workplace({ ...files, [`${name}.csv`]: files['class.csv'] });
    const before = everythingIn(folder);
    expect(await recto(folder, 'quiz', 'check', '--roster', `${name}.csv`)).toEqual({
      code: 2,
      stdout: '',
      stderr: `recto: no folder for a class can be called "${name}", as its list is; rename the list, such as to "9b.csv"\n`,
    });
    expect(everythingIn(folder)).toEqual(before);
  },
);

test('prints a copy for each pupil, in a folder that a build leaves alone', async () => {
  const folder = workplace(files);
  const { stdout } = await recto(
    folder,
    'quiz',
    'exam',
    '--versions',
    '2',
    '--roster',
    'class.csv',
    '--duplex',
  );
  expect(stdout).toContain('quizzes/exam/class/: 3 copies in 2 versions, 2 questions, ');
  await recto(folder, 'build');
  const own = join(folder, 'output/sky/quizzes/exam/class');
  expect(readdirSync(own).sort()).toEqual([
    'A.pdf',
    'B.pdf',
    'answers.json',
    'build.json',
    'key.pdf',
    'omr',
    'roster.csv',
    'roster.pdf',
    'sheets.pdf',
  ]);
  expect(JSON.parse(readFileSync(join(own, 'answers.json'), 'utf8')).copies).toEqual([
    { copy: 1, version: 'A', pupil: { name: 'Ann', id: '1' } },
    { copy: 2, version: 'B', pupil: { name: 'Bob', id: '2' } },
    { copy: 3, version: 'A', pupil: { name: 'Cem', id: '3' } },
  ]);
}, 30_000);

describe('used wrongly, writes nothing and says why', () => {
  const cases: [string[], string][] = [
    [['chekc'], 'there is no quiz "chekc"; did you mean "check"?'],
    [['something'], 'there is no quiz "something"; there are check, exam'],
    [['check', '--versions', '501'], '--versions takes a whole number from 1 to 500, not "501"'],
    [['check', '--seed', 'x'], '--seed takes a whole number from 0 to 2147483647, not "x"'],
    [['check', '--roster', 'none.csv'], 'cannot read the class list "none.csv": it does not exist'],
    [
      ['check', '--id-digits', '4'],
      '--id-digits is for answer sheets; give "check" the line "answer-sheet: bubbles"',
    ],
    [[], 'say what "recto quiz" is to work on; "recto quiz --help" tells how'],
    [['check', '--format', 'doc'], '--format takes pdf, docx, html, not "doc"'],
    [['check', 'nowhere'], 'there is no "nowhere"'],
  ];
  test.each(cases)('%j', async (args, message) => {
    const folder = workplace(files);
    const before = everythingIn(folder);
    expect(await recto(folder, 'quiz', ...args)).toEqual({
      code: 2,
      stdout: '',
      stderr: `recto: ${message}\n`,
    });
    expect(everythingIn(folder)).toEqual(before);
  });
});

test('copies with names are PDF, whatever the papers are', async () => {
  const folder = workplace(files);
  const { stdout } = await recto(folder, 'quiz', 'exam', '--roster', 'class.csv', '--format', 'docx');
  expect(stdout).toContain('quizzes/exam/class/: 3 copies in 1 version, 2 questions, ');
  const own = readdirSync(join(folder, 'output/sky/quizzes/exam/class')).sort();
  const made = [
    'A.docx',
    'answers.json',
    'build.json',
    'key.docx',
    'omr',
    'roster.csv',
    'roster.pdf',
    'sheets.pdf',
  ];
  expect(own).toEqual(made);
}, 60_000);

test('a class list with bad rows stops it, and all of them are shown', async () => {
  const folder = workplace({ ...files, 'class.csv': 'name,id\nAnn,1\n,2\nBob,1\n' });
  const { code, stderr } = await recto(folder, 'quiz', 'check', '--roster', 'class.csv');
  expect(code).toBe(1);
  expect(stderr).toContain('class.csv:3:1 error roster-row');
  expect(stderr).toContain('class.csv:4:5 error roster-id');
  expect(stderr).toContain('2 errors');
  expect(existsSync(join(folder, 'output'))).toBe(false);
});

test('a bank with errors stops it', async () => {
  const folder = workplace({
    ...files,
    'cards/sky/02.yaml': 'topic: T\nquestions:\n  - id: x\n    aks: Why?\n',
  });
  const { code, stderr } = await recto(folder, 'quiz', 'check');
  expect(code).toBe(1);
  expect(stderr).toContain('02.yaml:3');
});

test('--format gives the papers and the key as Word files and pages, and in an edition the papers', async () => {
  const folder = workplace(files);
  const { code } = await recto(
    folder,
    'quiz',
    'check',
    '--versions',
    '1',
    '--format',
    'docx,html',
    '--large-print',
  );
  expect(code).toBe(0);
  const made = everythingIn(folder).flatMap((entry) => /quizzes\/check\/(\S+\.\w+) /.exec(entry)?.[1] ?? []);
  expect(made.sort()).toEqual([
    'A.docx',
    'A.html',
    'answers.json',
    'key.docx',
    'key.html',
    'large-print/A.docx',
    'large-print/A.html',
  ]);
}, 30_000);
