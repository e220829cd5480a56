import { inNumericOrder } from '../../../bank/numbers.ts';
import type { Option } from '../../../bank/question.ts';
import { byRank } from '../../../quiz/shuffle.ts';
import type { AnkiKind, FieldContext } from './kind.ts';

/** Options in an order that tells nothing, pinned ones last; numbers stay in theirs and are not shuffled. */
function arranged(options: readonly Option[], seed: number): { options: readonly Option[]; fixed: boolean } {
  const pinned = options.filter(({ pin }) => pin === 'last');
  const loose = options.filter(({ pin }) => pin !== 'last');
  const numbers = inNumericOrder(loose);
  const mixed = numbers ?? byRank(loose, ({ text }) => text, [seed]);
  return { options: [...mixed, ...pinned], fixed: numbers !== undefined };
}

function item(option: Option, { html }: FieldContext): string {
  const pin = option.pin ? ` data-pin="${option.pin}"` : '';
  const why = option.why === undefined ? '' : `<span class="why">${html(option.why)}</span>`;
  return `<li class="${option.right ? 'right' : 'wrong'}"${pin}><span class="text">${html(option.text)}</span>${why}</li>`;
}

/** A stem and its options, shuffled anew each day by the card. */
export const choice: AnkiKind<'choice'> = {
  type: 'choice',
  fields(question, context) {
    const { options, fixed } = arranged(question.options, context.seed);
    const right = question.options.filter((option) => option.right);
    const names = right.length > 1 ? 'options multiple' : 'options';
    const attributes = `class="${names}" data-seed="${context.seed}"${fixed ? ' data-fixed' : ''}`;
    return {
      Question: context.html(question.prompt),
      Options: `<ol ${attributes}>${options.map((option) => item(option, context)).join('')}</ol>`,
      Answer: answer(right.map((option) => context.html(option.text))),
    };
  },
};

const answer = (texts: readonly string[]): string =>
  texts.length > 1 ? `<ul>${texts.map((each) => `<li>${each}</li>`).join('')}</ul>` : texts.join('');
