import type { MatchQuestion } from '../../bank/question.ts';
import { error, type Say } from '../rule.ts';

export const equalItems = error('equal-items', 'Two items that say the same.', {
  question(question, say) {
    if (question.kind === 'match' && question.listed) sayPairs(question, say);
    if (question.kind !== 'order' && question.kind !== 'list') return;
    const seen = new Set<string>();
    for (const [at, words] of question.items.entries()) {
      const same = words.trim().toLowerCase();
      if (seen.has(same)) say({ path: ['items', at] }, `"${words}" is an item already; delete it here`);
      seen.add(same);
    }
  },
});

/** The left texts of pairs in a list; those of a map are keys, and YAML has none twice. */
function sayPairs({ pairs }: MatchQuestion, say: Say): void {
  const seen = new Set<string>();
  for (const [at, { left }] of pairs.entries()) {
    const same = left.trim().toLowerCase();
    if (seen.has(same))
      say({ path: ['pairs', at, 'left'] }, `"${left}" is on the left already; delete it here`);
    seen.add(same);
  }
}
