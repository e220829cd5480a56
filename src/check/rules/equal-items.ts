import { error } from '../rule.ts';

export const equalItems = error('equal-items', 'Two items that say the same.', {
  question(question, say) {
    if (question.kind !== 'order' && question.kind !== 'list') return;
    const seen = new Set<string>();
    for (const [at, words] of question.items.entries()) {
      const same = words.trim().toLowerCase();
      if (seen.has(same)) say({ path: ['items', at] }, `"${words}" is an item already; delete it here`);
      seen.add(same);
    }
  },
});
