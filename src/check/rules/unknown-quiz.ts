import { error } from '../rule.ts';
import { nowhere } from '../unknown-name.ts';

export const unknownQuiz = error('unknown-quiz', 'A quiz that avoids one which is not there.', {
  quiz: nowhere('quiz'),
});
