import type { AnkiKind } from './kind.ts';

/** A card for the whole list, which is the first part, and one for each item. */
export const list: AnkiKind<'list'> = {
  type: 'cloze',
  parts: ({ items, names }) => [
    // Known by a key that no item can have.
    { text: 'the whole list', key: '' },
    ...items.map((text, at) => ({ text, ...names?.[at] })),
  ],
  part: { noun: 'item', where: (_question, at) => ({ path: ['items', at - 1, 'text'] }) },
  fields(question, { html, cloze }) {
    const tag = question.ordered ? 'ol' : 'ul';
    const listed = (items: readonly string[]) =>
      `<${tag} class="items">${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`;
    const items = question.items.map((item) => html(item));
    return {
      Text: listed(items.map((item, at) => cloze(at + 1, item))),
      Prompt: html(question.prompt),
      Whole: cloze(0, listed(items)),
    };
  },
};
