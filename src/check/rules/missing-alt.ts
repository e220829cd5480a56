import { error } from '../rule.ts';

export const missingAlt = error(
  'missing-alt',
  'A picture in a text without words for those who cannot see it.',
  {
    question(question, say, { mediaOf }) {
      for (const { alt, path, words } of mediaOf(question)) {
        if (alt?.trim() !== '') continue;
        const message = 'say what the picture shows, for those who cannot see it: ![a map of Kent](map.png)';
        say({ path, words }, message);
      }
    },
  },
);
