import { rank } from '../../../files/hash.ts';
import type { AnkiKind } from './kind.ts';

/** Items out of order on the front, in order on the back. */
export const order: AnkiKind<'order'> = {
  type: 'choice',
  fields(question, { html, seed }) {
    const items = question.items.map((item, at) => ({
      html: html(item),
      place: at + 1,
      rank: rank(seed, item),
    }));
    const mixed = [...items].sort((a, b) => a.rank - b.rank);
    // Chance may leave everything in its place, which would give the answer away.
    if (mixed.every((item, at) => item === items[at])) mixed.reverse();
    const option = (item: (typeof items)[number]) =>
      `<li data-place="${item.place}"><span class="text">${item.html}</span></li>`;
    return {
      Question: html(question.prompt),
      Options: `<ol class="options order" data-seed="${seed}">${mixed.map(option).join('')}</ol>`,
      Answer: `<ol>${items.map((item) => `<li>${item.html}</li>`).join('')}</ol>`,
    };
  },
};
