import type { RuleId } from '../../check/catalogue.ts';
import { imageKind } from '../../files/picture.ts';
import { quizHtml } from '../html/html.ts';
import type { BuiltQuiz, QuizFile } from './prints.ts';

/** What a quiz can be printed as: PDF to hand out, Word to change, a page for the browser. */
export const formats = ['pdf', 'docx', 'html'] as const;
export type Format = (typeof formats)[number];

/**
 * A built quiz in these formats. Its PDFs go if they are not among them, but for the answer sheets, which are drawn to the
 * tenth of a millimetre; what is not printed, such as answers.json, stays.
 */
export async function inFormats(built: BuiltQuiz, wanted: readonly Format[]): Promise<BuiltQuiz> {
  const files: QuizFile[] = built.files.filter(
    ({ name }) => wanted.includes('pdf') || !name.endsWith('.pdf') || name.startsWith('sheets'),
  );
  if (wanted.includes('docx') && built.prints.length > 0) {
    // The library is large, and most quizzes are printed without it.
    const { quizDocx } = await import('../docx/docx.ts');
    for (const copy of built.prints) files.push(...(await quizDocx(copy)));
  }
  if (wanted.includes('html')) files.push(...built.prints.flatMap(quizHtml));
  return {
    ...built,
    files,
    findings: [...built.findings, ...(wanted.includes('docx') ? strangers(built) : [])],
  };
}

/** Pictures that Word has no reader for; their words stand in their place. */
function strangers({ prints }: BuiltQuiz): BuiltQuiz['findings'] {
  const all = [...(prints[0]?.pictures.values() ?? [])];
  if (all.every((bytes) => imageKind(bytes) !== 'webp')) return [];
  const rule: RuleId = 'picture-unprintable';
  const message =
    'a WebP picture cannot be shown in Word, where its alternative text is printed: make it a PNG or JPEG';
  return [{ rule, message }];
}
