import { objection } from '../objection.ts';
import { error } from '../rule.ts';

export const namedNotForQuiz = error(
  'named-not-for-quiz',
  'A question named in a quiz that "only" or "except" keeps off paper.',
  {
    quiz: objection((why) => {
      if (why.reason !== 'off-paper') return undefined;
      return why.passage
        ? 'a passage of which no question may be printed; name another'
        : 'which "only" or "except" keeps off paper; name another';
    }),
  },
);
