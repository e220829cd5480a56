import type { Question } from '../../bank/question.ts';
import { error } from '../rule.ts';

export const equalKeys = error('equal-keys', 'Two parts of a question with one key.', {
  question(question, say) {
    const seen = new Set<string>();
    for (const [at, { key }] of namesOf(question).entries()) {
      if (key === undefined) continue;
      const message = `"${key}" is the key of another part already; give this one a key of its own`;
      if (seen.has(key)) say({ path: [placeOf(question), at, 'key'] }, message);
      seen.add(key);
    }
  },
});

const placeOf = ({ kind }: Question): string =>
  kind === 'list' ? 'items' : kind === 'match' ? 'pairs' : 'regions';

function namesOf(question: Question) {
  if (question.kind === 'list') return question.names ?? [];
  if (question.kind === 'match') return question.pairs;
  return question.kind === 'diagram' ? question.regions : [];
}
