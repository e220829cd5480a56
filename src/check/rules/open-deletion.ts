import { error } from '../rule.ts';

export const openDeletion = error('open-deletion', 'A deletion that is never closed.', {
  question(question, say, { clozeOf }) {
    if (!clozeOf(question)?.isOpen) return;
    const message = 'a "{{" is never closed; write "}}" where the deletion ends';
    say({ path: ['cloze'], words: { find: '{{', nth: -1 } }, message);
  },
});
