import type { ListQuestion } from '../../../bank/question.ts';
import type { AnkiKind } from './kind.ts';

const tag = (question: ListQuestion): string => (question.ordered ? 'ol' : 'ul');

/** A card for the whole list, which is the first part, and one for each item. */
export const list: AnkiKind<'list'> = {
  type: 'cloze',
  parts: (question) => [{ text: 'the whole list' }, ...question.items.map((text) => ({ text }))],
  fields(question, { html, cloze }) {
    const items = (wrap: (item: string, at: number) => string) => {
      const lines = question.items.map((item, at) => `<li>${wrap(html(item), at)}</li>`);
      return `<${tag(question)} class="items">${lines.join('')}</${tag(question)}>`;
    };
    return {
      Text: items((item, at) => cloze(at + 1, item)),
      Prompt: html(question.prompt),
      Whole: cloze(
        0,
        items((item) => item),
      ),
    };
  },
};
