import type { Question } from '../../bank/question.ts';
import { error, type Material } from '../rule.ts';

export const wasCollides = error('was-collides', 'An earlier id that belongs to another question.', {
  bank(material, say) {
    const { questions, whereIs } = material;
    // Of several with one id the first has it.
    const renamed = questions.filter(({ was }) => was.length > 0);
    if (renamed.length === 0) return;
    const now = new Map(questions.toReversed().map((question) => [question.id, question]));
    const earlier = new Map<string, Question>();
    for (const question of renamed) {
      for (const [at, was] of question.was.entries()) {
        const other = now.get(was) ?? earlier.get(was);
        if (other) {
          say({ ...whereIs(question), path: ['was', at] }, collision(question, was, other, material));
        } else earlier.set(was, question);
      }
    }
  },
});

function collision(question: Question, was: string, other: Question, { shown, whereIs }: Material): string {
  const { id } = other;
  if (id === question.id) return `"${was}" is this question's own id, or given twice; delete it here`;
  const place = shown({ ...whereIs(other), path: [id === was ? 'id' : 'was'] });
  // A merge may leave the question in the bank that was renamed on the other branch: to delete "was" would make two of it.
  if (id === was)
    return `"${was}" is the id of the question at ${place}; if that is this question before it was renamed, delete the question there; if it is another, delete "was" here`;
  return `"${was}" is an earlier id of the question at ${place}; only one question can have been it, so delete it in one`;
}
