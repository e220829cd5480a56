import { optionsOf } from '../../bank/kinds/choice.ts';
import { quoted } from '../../text/nearest.ts';
import { error } from '../rule.ts';

export const pinnedTwice = error('pinned-twice', 'Two options that are both to stay last.', {
  question(question, say) {
    if (question.kind !== 'choice') return;
    const [first, second] = optionsOf(question).filter(({ option }) => option.pin);
    if (!first || !second) return;
    const message = `only one option can be the last, and ${quoted(first.option.text)} is pinned already; delete this "pin"`;
    say({ path: [...second.path, 'pin'] }, message);
  },
});
