import { error } from '../rule.ts';

export const regionOutside = error(
  'region-outside',
  'A region that is not wholly inside its picture, or has no area.',
  {
    question(question, say) {
      if (question.kind !== 'diagram') return;
      for (const [at, { label, rect }] of question.regions.entries()) {
        const [x, y, width, height] = rect;
        const path = ['regions', at, 'rect'];
        // Fractions written with a few digits may add up to a hair over one.
        if (x + width > 1.0005 || y + height > 1.0005) {
          const message = `the region "${label}" reaches out of its picture: x + width and y + height are at most 1`;
          say({ path }, message);
        } else if (width === 0 || height === 0) {
          say({ path }, `the region "${label}" has no area: give it a width and a height`);
        }
      }
    },
  },
);
