import { linkOutside as named } from '../../bank/rules.ts';
import { quoted } from '../../text/nearest.ts';
import { error } from '../rule.ts';

export const linkOutside = error(named.id, named.summary, {
  question(question, say, { files: { outside }, mediaOf }) {
    for (const { file, path, words } of mediaOf(question)) {
      if (!outside.has(file)) continue;
      const message = `${quoted(file)} is a link that leads out of the bank's folder; put the file itself there`;
      say({ path, words }, message);
    }
  },
});
