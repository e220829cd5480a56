import { byRank } from '../../../quiz/shuffle.ts';
import type { AnkiKind } from './kind.ts';

/** A card for each pair, with everything from the right-hand side to choose from. */
export const match: AnkiKind<'match'> = {
  type: 'cloze',
  parts: (question) =>
    question.pairs.map(({ left, right, key, was }) => ({ text: left, key, was, near: [right] })),
  part: {
    noun: 'pair',
    where: ({ pairs, listed }, at) => ({
      path: listed ? ['pairs', at, 'left'] : ['pairs', pairs[at]?.left ?? ''],
    }),
  },
  fields(question, { html, cloze, seed }) {
    const rows = question.pairs.map(
      ({ left, right }, at) =>
        `<div class="pair"><span class="left">${html(left)}</span><span class="right">${cloze(at, html(right))}</span></div>`,
    );
    const answers = new Set([...question.pairs.map(({ right }) => right), ...question.extra]);
    const pool = byRank([...answers], String, [seed]);
    return {
      Text: `<div class="pairs">${rows.join('')}</div>`,
      Prompt: html(question.prompt),
      Options: `<ul class="pool" data-seed="${seed}">${pool.map((each) => `<li>${html(each)}</li>`).join('')}</ul>`,
    };
  },
};
