import { z } from 'zod';
import type { ChoiceQuestion, Option } from '../question.ts';
import { fields, list, oneOf, oneOrMany, text } from '../shape.ts';
import { defineKind, type Report } from './kind.ts';

const option = z.union([
  text('The option.'),
  fields(
    {
      text: text('The option.'),
      why: text('Why it is right or wrong; shown on the back of the card.').optional(),
      pin: oneOf(['last'], 'Keeps the option last when options shuffle.').optional(),
    },
    'An option with more to say.',
  ),
]);

type Written = z.output<typeof option>;

const build =
  (right: boolean) =>
  (written: Written): Option =>
    typeof written === 'string' ? { text: written, right } : { ...written, right };

/** A stem with right and wrong options. */
export const choice = defineKind<ChoiceQuestion>()({
  kind: 'choice',
  head: 'choose',
  about: 'multiple choice, with one right option or several',
  shape: {
    choose: text('The stem.'),
    right: oneOrMany(option, 'The right option, or a list of them.'),
    wrong: list(option, 'The wrong options.'),
  },
  points: () => 1,
  minutes: () => 1,
  build: (raw) => ({ options: [...raw.right.map(build(true)), ...raw.wrong.map(build(false))] }),
  texts: (question) =>
    question.options.flatMap(({ text: words, right, why }) => {
      const path = [right ? 'right' : 'wrong'];
      return why === undefined
        ? [[path, words]]
        : [
            [path, words],
            [path, why],
          ];
    }),
  check: checkOptions,
});

function checkOptions(question: ChoiceQuestion, report: Report): void {
  const seen = new Map<string, boolean>();
  const pinned = question.options.filter((each) => each.pin);
  for (const { text: words, right } of question.options) {
    const same = words.trim().toLowerCase();
    const before = seen.get(same);
    if (before !== undefined) {
      const where =
        before === right ? `twice in "${right ? 'right' : 'wrong'}"` : 'in "right" and in "wrong"';
      report([right ? 'right' : 'wrong'], 'equal-options', `"${words}" stands ${where}; keep one`, {
        find: words,
      });
    }
    seen.set(same, right);
  }
  if (pinned.length > 1) {
    report([], 'pinned-twice', `only one option can be pinned last; "${pinned[1]?.text}" is the second`);
  }
}
