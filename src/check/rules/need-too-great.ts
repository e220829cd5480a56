import { error } from '../rule.ts';

export const needTooGreat = error('need-too-great', 'A list that asks for more items than it may.', {
  question(question, say) {
    if (question.kind !== 'list') return;
    const { need, items, ordered } = question;
    const path = ['need'];
    if (need > items.length) {
      say({ path }, `"need" asks for ${need} and there are ${items.length} items`);
    } else if (need < items.length && ordered) {
      say({ path }, 'a list in order is named whole; delete "need" or "ordered"');
    }
  },
});
