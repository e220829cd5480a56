import { rule } from '../rule.ts';
import { nowhere } from '../unknown-name.ts';

export const unknownQuiz = rule({
  id: 'unknown-quiz',
  level: 'error',
  summary: 'A quiz that avoids one which is not there.',
  quiz: nowhere('quiz'),
});
