import { objection } from '../objection.ts';
import { rule } from '../rule.ts';

export const namedThoughAvoided = rule({
  id: 'named-though-avoided',
  level: 'warning',
  summary: 'A question named in a quiz that another quiz, which is to be avoided, uses.',
  quiz: objection((why) =>
    why.reason === 'avoided' ? 'which a quiz to avoid uses too; name another' : undefined,
  ),
});
