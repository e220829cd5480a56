import { parseMarkdown } from '../text/markdown.ts';
import { eachInline } from '../text/tree.ts';
import { kinds } from './kinds/index.ts';
import type { Question } from './question.ts';
import type { Path } from './shape.ts';

/** The texts of a question in Markdown, each with its path in the YAML. */
export function textsOf(question: Question): readonly (readonly [Path, string])[] {
  const definition = kinds[question.kind] as {
    head: string;
    texts(question: Question): readonly (readonly [Path, string])[];
  };
  const texts: (readonly [Path, string])[] = [
    [[definition.head], question.prompt],
    ...definition.texts(question),
  ];
  if (question.why !== undefined) texts.push([['why'], question.why]);
  if (question.hint !== undefined) texts.push([['hint'], question.hint]);
  return texts;
}

/** The files that a question shows or plays, each with the path in the YAML that names it. */
export function mediaOf(question: Question): { readonly path: Path; readonly file: string }[] {
  const media: { path: Path; file: string }[] = [];
  if (question.image) media.push({ path: ['image', 'file'], file: question.image.file });
  if (question.audio !== undefined) media.push({ path: ['audio', 'file'], file: question.audio });
  for (const [path, source] of textsOf(question)) {
    if (!source.includes('![')) continue;
    eachInline(parseMarkdown(source), (node) => {
      if (node.type === 'image') media.push({ path, file: node.src });
    });
  }
  return media;
}
