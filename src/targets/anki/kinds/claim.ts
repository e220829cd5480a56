import { wordsFor } from '../../../words/index.ts';
import { ankiText } from '../html.ts';
import type { AnkiKind } from './kind.ts';

/** A statement with two options that keep their order. */
export const claim: AnkiKind<'claim'> = {
  type: 'choice',
  fields(question, { html, language, seed }) {
    const { true: yes, false: no } = wordsFor(language);
    const item = (word: string, right: boolean) =>
      `<li class="${right ? 'right' : 'wrong'}"><span class="text">${ankiText(word)}</span></li>`;
    const items = item(yes, question.verdict) + item(no, !question.verdict);
    return {
      Question: html(question.prompt),
      Options: `<ol class="options claim" data-seed="${seed}">${items}</ol>`,
      Answer: ankiText(question.verdict ? yes : no),
    };
  },
};
