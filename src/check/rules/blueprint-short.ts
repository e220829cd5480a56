import { error } from '../rule.ts';

export const blueprintShort = error(
  'blueprint-short',
  'A section that asks for more questions than there are.',
  {
    quiz(problem, say) {
      if (problem.is !== 'shortage') return;
      const { section, asked, matching, named, avoided, needed } = problem;
      const reasons = [
        named > 0 ? `; ${ofThem(named)} named in this quiz already` : '',
        avoided.count > 0
          ? `; ${ofThem(avoided.count)} in ${listed(avoided.quizzes)}, which this quiz avoids`
          : '',
        needed > 0 ? `, and other sections need ${needed} of them` : '',
      ];
      const message = `section ${section + 1} asks for ${asked}, ${matching} match${reasons.join('')}`;
      say({ path: ['sections', section, 'pick'] }, message);
    },
  },
);

const ofThem = (count: number): string => `${count} of them ${count === 1 ? 'is' : 'are'}`;

const listed = (ids: readonly string[]): string => ids.map((id) => `"${id}"`).join(' and ');
