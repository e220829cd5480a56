import { error } from '../rule.ts';

export const avoidCircle = error('avoid-circle', 'Quizzes that avoid each other.', {
  quiz(problem, say, { id }) {
    if (problem.is !== 'circle') return;
    say({ path: ['avoid', problem.at] }, circleOf(id, problem.way));
  },
});

/** `way` leads back to the quiz, and begins with the one it avoids. */
function circleOf(id: string, way: readonly string[]): string {
  if (way.length === 1) return `"${id}" avoids itself; delete this`;
  if (way.length === 2) return `"${id}" and "${way[0]}" avoid each other; keep "avoid" in one of them`;
  const circle = way.map((each) => `"${each}"`).join(', which avoids ');
  return `"${id}" avoids ${circle}; take "avoid" out of one of them`;
}
