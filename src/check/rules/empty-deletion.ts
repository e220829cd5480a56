import { inlineText } from '../../text/plain.ts';
import { error } from '../rule.ts';

/** Braces with nothing to recall between them. */
const emptyBraces = /\{\{\s*(?:c\d{1,4}::)?\s*(?:::[^}]*)?\}\}/;

export const emptyDeletion = error('empty-deletion', 'A deletion without words.', {
  question(question, say, { clozeOf }) {
    const empty = clozeOf(question)?.deletions.filter(({ children }) => inlineText(children).trim() === '');
    for (const nth of empty?.keys() ?? []) {
      const message = 'a deletion is empty; write the words to recall between {{ and }}';
      say({ path: ['cloze'], words: { find: emptyBraces, nth } }, message);
    }
  },
});
