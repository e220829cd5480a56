import { sortedOut } from '../../../bank/kinds/choice.ts';
import type { Option } from '../../../bank/question.ts';
import { byRank } from '../../../quiz/shuffle.ts';
import type { AnkiKind, FieldContext } from './kind.ts';

function item(option: Option, { html }: FieldContext): string {
  const pin = option.pin ? ` data-pin="${option.pin}"` : '';
  const why = option.why === undefined ? '' : `<span class="why">${html(option.why)}</span>`;
  return `<li class="${option.right ? 'right' : 'wrong'}"${pin}><span class="text">${html(option.text)}</span>${why}</li>`;
}

/** A stem and its options, shuffled anew each day by the card. */
export const choice: AnkiKind<'choice'> = {
  type: 'choice',
  fields(question, context) {
    const { pinned, loose, sorted } = sortedOut(question.options);
    // In an order that tells nothing.
    const options = [...(sorted ?? byRank(loose, ({ text }) => text, [context.seed])), ...pinned];
    const right = question.options.filter((option) => option.right);
    const names = right.length > 1 ? 'options multiple' : 'options';
    const attributes = `class="${names}" data-seed="${context.seed}"${sorted ? ' data-fixed' : ''}`;
    return {
      Question: context.html(question.prompt),
      Options: `<ol ${attributes}>${options.map((option) => item(option, context)).join('')}</ol>`,
      Answer: answer(right.map((option) => context.html(option.text))),
    };
  },
};

const answer = (texts: readonly string[]): string =>
  texts.length > 1 ? `<ul>${texts.map((each) => `<li>${each}</li>`).join('')}</ul>` : texts.join('');
