import { mostNumbers } from '../../identity/parts/part.ts';
import { error } from '../rule.ts';

export const deletionNumber = error('deletion-number', 'A deletion number that Anki makes no card for.', {
  question(question, say, { clozeOf }) {
    const cloze = clozeOf(question);
    if (!cloze) return;
    for (const number of new Set(cloze.deletions.map(({ number = 1 }) => number))) {
      if (number >= 1 && number <= mostNumbers) continue;
      const message = `deletion numbers go from c1 to c${mostNumbers}, not c${number}`;
      say({ path: ['cloze'], words: { find: `c${number}::` } }, message);
    }
  },
});
