import { adviceOn, quoted } from '../../text/nearest.ts';
import { error } from '../rule.ts';

export const missingFile = error('missing-file', 'A picture or sound that is not in the bank’s folder.', {
  question(question, say, { files: { others, outside }, mediaOf }) {
    for (const { file, path, words } of mediaOf(question)) {
      if (!others.has(file) && !outside.has(file)) say({ path, words }, messageOn(file, [...others]));
    }
  },
});

function messageOn(file: string, others: readonly string[]): string {
  if (/^[a-z]+:\/\//i.test(file)) {
    return `${quoted(file)} is an address; save the file in the bank's folder, for decks work without the net`;
  }
  const advice = adviceOn(file, others, 'put it there, or mend the path');
  return `there is no file ${quoted(file)} in the bank's folder; ${advice}`;
}
