import { cluesAmong } from '../../quiz/draw/cueing.ts';
import { warning } from '../rule.ts';

export const cueing = warning(
  'cueing',
  'A question whose answer stands in another question of the same quiz.',
  {
    quiz(problem, say) {
      if (problem.is !== 'cue') return;
      const { asked, other, answer, section, at } = problem;
      const remedy =
        at === undefined
          ? 'no draw without this was found; reword one of them'
          : 'name another, or reword one of them';
      const path = ['sections', section, ...(at === undefined ? ['pick'] : ['questions', at])];
      say({ path }, `the answer to "${asked}" stands in "${other}": "${answer}"; ${remedy}`);
    },
    isMuted: (question, { questions }) => cluesAmong(questions)(question),
  },
);
