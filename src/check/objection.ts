import type { Why } from '../quiz/draw/problem.ts';
import type { Rule } from './rule.ts';

/** Speaks of questions that a quiz names and should not; `words` gives the reason, or undefined for another rule's. */
export const objection =
  (words: (why: Why) => string | undefined): NonNullable<Rule['quiz']> =>
  (problem, say) => {
    const reason = problem.is === 'objection' ? words(problem.why) : undefined;
    if (problem.is !== 'objection' || reason === undefined) return;
    const { question, section, at } = problem;
    const path = ['sections', section, 'questions', at];
    say({ question, path }, `section ${section + 1} names "${question}", ${reason}`);
  };
