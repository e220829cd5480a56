import { error } from '../rule.ts';

export const tooFewItems = error('too-few-items', 'A list of one thing where there must be two.', {
  question(question, say) {
    if (question.kind === 'match' && question.pairs.length < 2) {
      say({ path: ['pairs'] }, 'a match has two pairs at least; with one, use "ask" and "answer"');
    }
    if ((question.kind === 'order' || question.kind === 'list') && question.items.length < 2) {
      say({ path: ['items'] }, 'this takes two items at least; with one, use "ask" and "answer"');
    }
  },
});
