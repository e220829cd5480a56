import { objection } from '../objection.ts';
import { error } from '../rule.ts';

export const namedTwice = error('named-twice', 'A question named twice in one quiz.', {
  quiz: objection((why) =>
    why.reason === 'twice' ? `which section ${why.before + 1} has already; delete one` : undefined,
  ),
});
