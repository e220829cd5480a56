import { error } from '../rule.ts';

export const emptySection = error('empty-section', 'A section that asks for nothing.', {
  quiz(problem, say) {
    if (problem.is !== 'empty') return;
    const { section } = problem;
    const message = `section ${section + 1} asks for nothing: give it "pick" or "questions"`;
    say({ path: ['sections', section] }, message);
  },
});
