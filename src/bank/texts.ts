import type { MediaKind } from '../files/media-formats.ts';
import { parseMarkdown } from '../text/markdown.ts';
import { type Inline, inlinesOf } from '../text/tree.ts';
import { kinds } from './kinds/index.ts';
import type { Question } from './question.ts';
import type { Path, Words } from './yaml/path.ts';

/** The texts of a question in Markdown, each with its path in the YAML. */
export function textsOf(question: Question): readonly (readonly [Path, string])[] {
  const { head, texts: own } = kinds[question.kind];
  const texts: (readonly [Path, string])[] = [[[head], question.prompt], ...own(question)];
  if (question.why !== undefined) texts.push([['why'], question.why]);
  if (question.hint !== undefined) texts.push([['hint'], question.hint]);
  return texts;
}

/** The inline nodes of a question's texts, each text with its path; of texts without the sign `mark` there are none. */
export const inlinesIn = (
  question: Question,
  mark: string,
): readonly (readonly [Path, readonly Inline[]])[] =>
  textsOf(question)
    .filter(([, source]) => source.includes(mark))
    .map(([path, source]) => [
      path,
      inlinesOf(parseMarkdown(source, { deletions: question.kind === 'cloze' })),
    ]);

/** A file that a question shows or plays. */
export interface Medium {
  readonly file: string;
  readonly kind: MediaKind;
  /** Where in the question's YAML it is named, and there in a text by which words. */
  readonly path: Path;
  readonly words?: Words;
  /** What a picture in a text shows, in words; undefined for what stands in a field of its own. */
  readonly alt?: string;
}

/** A picture in Markdown; what only begins as one is passed over, so that it is not read again and again. */
const picture = /(!\[[^\]]*\]\([^)]*\))|!\[[^\]]*(?:\](?:\([^)]*)?)?/;

/** The files that a question shows or plays. */
export function mediaOf(question: Question): Medium[] {
  const media: Medium[] = [];
  if (question.image) {
    media.push({ kind: 'picture', path: ['image', 'file'], file: question.image.file });
  }
  if (question.audio !== undefined) {
    media.push({ kind: 'sound', path: ['audio', 'file'], file: question.audio });
  }
  for (const [path, source] of textsOf(question)) {
    if (!source.includes('![')) continue;
    let nth = 0;
    inlinesOf(parseMarkdown(source)).forEach((node) => {
      if (node.type !== 'image') return;
      media.push({
        kind: 'picture',
        file: node.src,
        path,
        words: { find: picture, nth: nth++ },
        alt: node.alt,
      });
    });
  }
  return media;
}
