import { objection } from '../objection.ts';
import { error } from '../rule.ts';

export const namedRetired = error('named-retired', 'A retired question named in a quiz.', {
  quiz: objection((why) => {
    if (why.reason !== 'retired') return undefined;
    return why.on === undefined
      ? 'a passage whose questions are all retired; name another'
      : `which was retired on ${why.on}; name another`;
  }),
});
