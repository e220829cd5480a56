import { objection } from '../objection.ts';
import { warning } from '../rule.ts';

export const namedThoughAvoided = warning(
  'named-though-avoided',
  'A question named in a quiz that another quiz, which is to be avoided, uses.',
  {
    quiz: objection((why) =>
      why.reason === 'avoided' ? 'which a quiz to avoid uses too; name another' : undefined,
    ),
  },
);
