import { ankiText } from '../html.ts';
import type { AnkiKind } from './kind.ts';

/** A question whose answer is a number; what lies within the tolerance is accepted by the card. */
export const number: AnkiKind<'number'> = {
  type: 'typed',
  fields(question, { html }) {
    const unit = question.unit === undefined ? '' : ` ${ankiText(question.unit)}`;
    const within = question.tolerance > 0 ? ` ± ${question.tolerance}` : '';
    return {
      Question: html(question.prompt),
      Typed: ankiText(question.number),
      Answer: `${ankiText(question.number)}${within}${unit}`,
    };
  },
  data: ({ tolerance, unit }) => ({ tolerance, unit }),
};
