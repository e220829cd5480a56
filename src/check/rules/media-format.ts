import type { BankFiles } from '../../bank/load.ts';
import { formatOfBytes, formatOfName, type MediaKind, mediaEndings } from '../../files/media-formats.ts';
import { quoted } from '../../text/nearest.ts';
import { error } from '../rule.ts';

export const mediaFormat = error(
  'media-format',
  'A picture or sound in a format that not every Anki takes.',
  {
    question(question, say, { files, mediaOf }) {
      for (const { file, kind, path, words } of mediaOf(question)) {
        const wrong = files.others.has(file) ? wrongWith(file, kind, files) : undefined;
        if (wrong !== undefined) say({ path, words }, `${quoted(file)} ${wrong}`);
      }
    },
  },
);

/** What is wrong with a file of the bank's folder as a picture or a sound, and what to do; undefined when nothing is. */
function wrongWith(file: string, kind: MediaKind, { head }: BankFiles): string | undefined {
  const called = formatOfName(file, kind);
  const anew = `one of ${mediaEndings(kind).join(', ')}`;
  if (called === undefined) return `is no ${kind} that every Anki takes; save it as ${anew}`;
  const bytes = head(file);
  if (bytes === undefined) return 'cannot be read; make sure that you may open it';
  if (bytes.length === 0) return `is empty; save the ${kind} there anew`;
  const format = formatOfBytes(bytes, kind);
  if (format === undefined)
    return `is no ${kind} that every Anki takes, whatever its name says; save it anew as ${anew}`;
  // Programs look into a picture rather than at its name, but for telling an SVG from all others.
  if (format !== called && [format, called].includes('svg'))
    return `is ${format.toUpperCase()} inside, and no program shows that under this name; let it end in .${format}`;
  return undefined;
}
