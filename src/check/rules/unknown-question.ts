import { error } from '../rule.ts';
import { nowhere } from '../unknown-name.ts';

export const unknownQuestion = error('unknown-question', 'A quiz that names a question which is not there.', {
  quiz: nowhere('question'),
});
