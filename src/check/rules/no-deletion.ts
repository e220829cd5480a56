import { error } from '../rule.ts';

export const noDeletion = error('no-deletion', 'A cloze sentence with nothing left out.', {
  question(question, say, { clozeOf }) {
    const cloze = clozeOf(question);
    if (!cloze || cloze.isOpen || cloze.deletions.length > 0) return;
    say({ path: ['cloze'] }, 'nothing is left out; put {{ }} around the words to recall');
  },
});
