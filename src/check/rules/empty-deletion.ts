import { inlineText } from '../../text/plain.ts';
import { error } from '../rule.ts';

/** Braces with nothing to recall between them; a hint that is never closed is passed over, so that it is read once. */
const emptyBraces = /(\{\{\s*(?:c\d{1,4}::\s*)?(?:::[^}]*)?\}\})|\{\{\s*(?:c\d{1,4}::\s*)?::[^}]*/;

export const emptyDeletion = error('empty-deletion', 'A deletion without words.', {
  question(question, say, { clozeOf }) {
    const empty = clozeOf(question)?.deletions.filter(({ children }) => inlineText(children).trim() === '');
    for (const nth of empty?.keys() ?? []) {
      const message = 'a deletion is empty; write the words to recall between {{ and }}';
      say({ path: ['cloze'], words: { find: emptyBraces, nth } }, message);
    }
  },
});
