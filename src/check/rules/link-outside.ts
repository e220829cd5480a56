import { linkOutside as named } from '../../bank/rules.ts';
import { leavingLink } from '../../files/source.ts';
import { quoted } from '../../text/nearest.ts';
import { error } from '../rule.ts';

export const linkOutside = error(named.id, named.summary, {
  question(question, say, { files: { outside }, mediaOf }) {
    for (const { file, path, words } of mediaOf(question)) {
      if (!outside.has(file)) continue;
      const message = `${quoted(file)} is ${leavingLink}; put the file itself there`;
      say({ path, words }, message);
    }
  },
});
