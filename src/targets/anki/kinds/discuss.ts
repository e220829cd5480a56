import type { AnkiKind } from './kind.ts';

/** A prompt, and on the back the rubric to mark oneself by. */
export const discuss: AnkiKind<'discuss'> = {
  type: 'basic',
  fields(question, { html }) {
    const lines = question.rubric.map(
      (line) => `<li>${html(line.text)} <span class="points">${line.points}</span></li>`,
    );
    return { Question: html(question.prompt), Answer: `<ol class="rubric">${lines.join('')}</ol>` };
  },
};
