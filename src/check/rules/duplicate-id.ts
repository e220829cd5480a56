import { groupBy } from '../../text/group.ts';
import { error } from '../rule.ts';

export const duplicateId = error('duplicate-id', 'An id that another question or quiz has.', {
  bank({ questions, quizzes, shown }, say) {
    for (const { id, nth } of again(questions)) {
      const place = shown({ question: id, path: ['id'] });
      const message = `the id "${id}" is taken at ${place}; give this question another`;
      say({ question: id, nth, path: ['id'] }, message);
    }
    for (const { id, nth } of again(quizzes)) {
      const place = shown({ quiz: id, path: ['id'] });
      const message = `the quiz at ${place} has the id "${id}" already; give this one another`;
      say({ quiz: id, nth, path: ['id'] }, message);
    }
  },
});

/** What has the id of one before it, and how many have it before. */
const again = (all: readonly { readonly id: string }[]): { id: string; nth: number }[] =>
  [...groupBy(all, ({ id }) => id).values()]
    .filter(({ length }) => length > 1)
    .flatMap((equal) => equal.map(({ id }, nth) => ({ id, nth })).slice(1));
