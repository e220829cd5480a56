import { type Answers, formatAnswers } from '../../src/view/answers.ts';

test.each(['A', 'A'.repeat(300)])('a pupil without id and group is written without them: %s', (name) => {
  const pupil = { name, id: undefined, group: undefined };
  const answers: Answers = { quiz: 'q', seed: 1, versions: [], copies: [{ copy: 1, version: 'A', pupil }] };
  const text = formatAnswers(answers);
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(answers)));
  expect(text).not.toContain('undefined');
});
