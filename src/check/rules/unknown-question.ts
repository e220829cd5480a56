import { rule } from '../rule.ts';
import { nowhere } from '../unknown-name.ts';

export const unknownQuestion = rule({
  id: 'unknown-question',
  level: 'error',
  summary: 'A quiz that names a question which is not there.',
  quiz: nowhere('question'),
});
