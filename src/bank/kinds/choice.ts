import { z } from 'zod';
import { parseText } from '../../text/markdown.ts';
import { plainText } from '../../text/plain.ts';
import { fields, list, oneOf, oneOrMany, text } from '../fields/shape.ts';
import { inNumericOrder } from '../numbers.ts';
import type { ChoiceQuestion, Option } from '../question.ts';
import type { Path } from '../yaml/path.ts';
import { defineKind } from './kind.ts';

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
  task: ({ prompt, options }) => {
    const { pinned, loose, sorted } = sortedOut(options);
    return {
      t: 'choice',
      prompt: parseText(prompt),
      options: [...(sorted ?? loose), ...pinned].map(({ text, right, why, pin }) => ({
        text: parseText(text),
        right,
        why: why === undefined ? undefined : parseText(why),
        pinned: pin === 'last',
      })),
      fixed: sorted !== undefined,
      verdict: false,
    };
  },
  telling: ({ options }) => options.filter(({ right }) => right).map(({ text }) => plainText(text)),
  texts: (question) =>
    optionsOf(question).flatMap(({ option: { text: words, why }, path }) => {
      const texts: [Path, string][] = [[[...path, 'text'], words]];
      if (why !== undefined) texts.push([[...path, 'why'], why]);
      return texts;
    }),
});

/** The options that stay last and all others; the others sorted too, if they are numbers, which are not shuffled. */
export function sortedOut(options: readonly Option[]) {
  const pinned = options.filter(({ pin }) => pin === 'last');
  const loose = options.filter(({ pin }) => pin !== 'last');
  return { pinned, loose, sorted: inNumericOrder(loose) };
}

/** The options, each with its path in the YAML. */
export function optionsOf({ options }: ChoiceQuestion): { option: Option; path: Path }[] {
  const counts = { right: 0, wrong: 0 };
  return options.map((option) => {
    const side = option.right ? 'right' : 'wrong';
    return { option, path: [side, counts[side]++] };
  });
}
