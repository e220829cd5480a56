import type { Question } from '../../bank/question.ts';
import { error } from '../rule.ts';

export const equalKeys = error(
  'equal-keys',
  'Two parts of a question with one key, or an earlier text that two claim.',
  {
    question(question, say) {
      const seen = new Map<string, number>();
      for (const [at, { key, was = [] }] of namesOf(question).entries()) {
        const names = [
          ...(key === undefined ? [] : [{ field: 'key', word: key }]),
          ...was.map((word) => ({ field: 'was', word })),
        ];
        for (const { field, word } of names) {
          const name = `${field} ${word}`;
          if (seen.has(name)) {
            const message = `"${word}" is the ${field === 'key' ? 'key' : 'earlier text'} of another part already; one card cannot be two`;
            say({ path: [placeOf(question), at, field] }, message);
          }
          seen.set(name, at);
        }
      }
    },
  },
);

const placeOf = ({ kind }: Question): string =>
  kind === 'list' ? 'items' : kind === 'match' ? 'pairs' : 'regions';

function namesOf(question: Question) {
  if (question.kind === 'list') return question.names ?? [];
  if (question.kind === 'match') return question.pairs;
  return question.kind === 'diagram' ? question.regions : [];
}
