import { formatOfName, mediaEndings } from '../../files/media-formats.ts';
import { quoted } from '../../text/nearest.ts';
import { error } from '../rule.ts';

export const mediaFormat = error(
  'media-format',
  'A picture or sound in a format that not every Anki takes.',
  {
    question(question, say, { files: { others }, mediaOf }) {
      for (const { file, kind, path, words } of mediaOf(question)) {
        if (!others.has(file) || formatOfName(file, kind) !== undefined) continue;
        const formats = mediaEndings(kind).join(', ');
        say(
          { path, words },
          `${quoted(file)} is no ${kind} that every Anki takes; save it as one of ${formats}`,
        );
      }
    },
  },
);
