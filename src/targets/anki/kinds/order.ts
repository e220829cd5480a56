import { byRank } from '../../../quiz/shuffle.ts';
import type { AnkiKind } from './kind.ts';

/** Items out of order on the front, in order on the back. */
export const order: AnkiKind<'order'> = {
  type: 'choice',
  fields(question, { html, seed }) {
    const items = question.items.map((text, at) => ({ text, html: html(text), place: at + 1 }));
    const mixed = byRank(items, ({ text }) => text, [seed]);
    // Chance may leave everything in its place, which would give the answer away.
    if (mixed.every((item, at) => item === items[at])) mixed.reverse();
    const options = mixed.map(
      (item) => `<li data-place="${item.place}"><span class="text">${item.html}</span></li>`,
    );
    return {
      Question: html(question.prompt),
      Options: `<ol class="options order" data-seed="${seed}">${options.join('')}</ol>`,
      Answer: `<ol>${items.map((item) => `<li>${item.html}</li>`).join('')}</ol>`,
    };
  },
};
