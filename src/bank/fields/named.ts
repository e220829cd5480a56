import { identifier, oneOrMany, text } from './shape.ts';

/** What a part of a question that has a card of its own may say of its identity. */
export const named = {
  key: identifier(
    'Its identity for ever, as `id` is the question’s: with it the text may change as it likes.',
  ).optional(),
  was: oneOrMany(
    text('An earlier text.'),
    'An earlier text of it, or several: its card stays its own.',
  ).optional(),
};
