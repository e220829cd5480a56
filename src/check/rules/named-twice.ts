import { objection } from '../objection.ts';
import { rule } from '../rule.ts';

export const namedTwice = rule({
  id: 'named-twice',
  level: 'error',
  summary: 'A question named twice in one quiz.',
  quiz: objection((why) =>
    why.reason === 'twice' ? `which section ${why.before + 1} has already; delete one` : undefined,
  ),
});
