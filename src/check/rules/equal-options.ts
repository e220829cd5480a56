import { optionsOf } from '../../bank/kinds/choice.ts';
import type { ChoiceQuestion, MatchQuestion } from '../../bank/question.ts';
import { quoted } from '../../text/nearest.ts';
import { error, type Say } from '../rule.ts';

export const equalOptions = error('equal-options', 'Two options that say the same.', {
  question(question, say) {
    if (question.kind === 'choice') checkOptions(question, say);
    if (question.kind === 'match') checkExtra(question, say);
  },
});

function checkOptions(question: ChoiceQuestion, say: Say): void {
  const seen = new Map<string, boolean>();
  for (const { option, path } of optionsOf(question)) {
    const words = option.text.trim().replace(/\s+/g, ' ').toLowerCase();
    const before = seen.get(words);
    if (before === undefined) seen.set(words, option.right);
    else {
      const side = option.right ? '"right"' : '"wrong"';
      const where = before === option.right ? `twice in ${side}` : 'in "right" and in "wrong"';
      say({ path: [...path, 'text'] }, `${quoted(option.text)} stands ${where}; keep one of them`);
    }
  }
}

function checkExtra({ pairs, extra }: MatchQuestion, say: Say): void {
  const same = (words: string) => words.trim().toLowerCase();
  const rights = new Set(pairs.map(({ right }) => same(right)));
  for (const [at, words] of extra.entries()) {
    if (rights.has(same(words))) {
      const message = `"${words}" is the right match of a pair; "extra" takes what matches nothing`;
      say({ path: ['extra', at] }, message);
    }
    rights.add(same(words));
  }
}
