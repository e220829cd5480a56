import { recto, removeWorkplaces, workplace } from './terminal.ts';

const deck = 'deck: A deck\nid: a-bank\nlanguage: en-GB\n';
const right = 'topic: A topic\nquestions:\n  - id: a\n    claim: So it is.\n    verdict: true\n';
const wrong = 'topic: A topic\nquestions:\n  - id: b\n    claim: So it is.\n    verdict: yes\n    hnit: x\n';

afterEach(removeWorkplaces);

test('a bank that is right', async () => {
  const folder = workplace({ 'bank/deck.yaml': deck, 'bank/01.yaml': right });
  expect(await recto(folder, 'check', 'bank')).toEqual({
    code: 0,
    stdout: 'bank: 1 question, no problems\n',
    stderr: '',
  });
});

test('problems go to stderr, with the lines they speak of', async () => {
  const folder = workplace({ 'bank/deck.yaml': deck, 'bank/01.yaml': wrong });
  const { code, stdout, stderr } = await recto(folder, 'check', 'bank');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toBe(`bank/01.yaml:5:14 error wrong-type
   3 |   - id: b
   4 |     claim: So it is.
   5 |     verdict: yes
     |              ^^^ "verdict" takes true or false, not "yes"

bank/01.yaml:6:5 error unknown-field
   4 |     claim: So it is.
   5 |     verdict: yes
   6 |     hnit: x
     |     ^^^^ unknown field "hnit"; did you mean "hint"?

2 errors
`);
});

test('--rule keeps to some rules, in the report and in the exit code', async () => {
  const folder = workplace({ 'bank/deck.yaml': deck, 'bank/01.yaml': wrong });
  const one = await recto(folder, 'check', 'bank', '--rule', 'unknown-field,duplicate-id');
  expect(one.code).toBe(1);
  expect(one.stderr.match(/error [a-z-]+/g)).toEqual(['error unknown-field']);
  const none = await recto(folder, 'check', 'bank', '--rule', 'duplicate-id', '--rule', 'was-collides');
  expect(none).toEqual({ code: 0, stdout: 'bank: 1 question, no problems\n', stderr: '' });
});

describe('quizzes', () => {
  const quizzes = 'quizzes:\n  - id: q\n    title: Q\n    sections: [{ pick: 5 }]\n';

  test('are checked in a bank with a passage too, whose questions count one by one', async () => {
    const inner = ['x', 'y']
      .map((id) => `      - { id: ${id}, claim: Text ${id}., verdict: true }\n`)
      .join('');
    const passage = `  - id: p\n    passage: Read.\n    text: A text.\n    questions:\n${inner}`;
    const files = { 'b/deck.yaml': deck, 'b/01.yaml': right + passage, 'b/quizzes.yaml': quizzes };
    const { code, stderr } = await recto(workplace(files), 'check', 'b');
    expect(code).toBe(1);
    expect(stderr).toMatch('section 1 asks for 5, 2 match');
  });

  test('are drawn, and what is short is an error', async () => {
    const folder = workplace({ 'b/deck.yaml': deck, 'b/01.yaml': right, 'b/quizzes.yaml': quizzes });
    const { code, stderr } = await recto(folder, 'check', 'b');
    expect(code).toBe(1);
    expect(stderr).toMatch('b/quizzes.yaml:4:24 error blueprint-short');
    expect(stderr).toMatch('section 1 asks for 5, 1 match');
  });

  test('are not called short while a question cannot be read', async () => {
    const files = { 'b/deck.yaml': deck, 'b/01.yaml': right, 'b/02.yaml': wrong, 'b/quizzes.yaml': quizzes };
    const { stderr } = await recto(workplace(files), 'check', 'b');
    expect(stderr).not.toMatch('blueprint-short');
  });

  test('are pointed at also after one that cannot be read', async () => {
    const two = quizzes.replace('quizzes:\n', 'quizzes:\n  - id: broken\n    sections: []\n');
    const folder = workplace({ 'b/deck.yaml': deck, 'b/01.yaml': right, 'b/quizzes.yaml': two });
    const { stderr } = await recto(folder, 'check', 'b');
    expect(stderr).toMatch('b/quizzes.yaml:6:24 error blueprint-short');
  });

  test('stop a build as well', async () => {
    const folder = workplace({ 'b/deck.yaml': deck, 'b/01.yaml': right, 'b/quizzes.yaml': quizzes });
    const { code, stderr } = await recto(folder, 'build', 'b');
    expect(code).toBe(1);
    expect(stderr.match(/error [a-z-]+/g)).toEqual(['error blueprint-short']);
  });
});

test('a file of 10,000 errors shows the first hundred and counts all', async () => {
  const questions = Array.from(
    { length: 10_000 },
    (_, at) => `  - id: q${at}\n    ask: 这是什么？ 🧑‍🧑‍🧒 ${at}\n    answer: x\n    hnit: y\n`,
  );
  const files = { 'bank/deck.yaml': deck, 'bank/01.yaml': `topic: T\nquestions:\n${questions.join('')}` };
  const folder = workplace(files);
  const { code, stderr } = await recto(folder, 'check', 'bank');
  expect(code).toBe(1);
  expect(stderr.match(/error unknown-field/g)).toHaveLength(100);
  expect(stderr).toMatch(/\n10000 errors; the first 100 are shown\n$/);
});
