import type { OutputFile } from '../../files/output-file.ts';
import { imageKind } from '../../files/picture.ts';
import type { Prints } from '../../view/prints.ts';
import { isPrintable } from '../printable.ts';
import { type Found, sizeOf, type Target } from '../target.ts';

/** Papers and keys for Word and LibreOffice, where a teacher changes them. */
export const docx: Target = {
  about: 'papers of each quiz and their key for Word or LibreOffice',
  papers: true,
  usual: () => false,
  async make({ bank, quizzes }, { prints, drawSvg }) {
    const printed = quizzes.map(prints).filter(isPrintable);
    // The library is large, and most banks are compiled without it.
    const { wordFiles } = await import('./documents.ts');
    const made: { prints: Prints; files: OutputFile[] }[] = [];
    for (const each of printed) made.push({ prints: each, files: await wordFiles(bank, each, drawSvg) });
    return {
      files: made.flatMap(({ files }) => files),
      rows: made.map(({ prints: { folder, questions }, files }) => ({
        path: `${folder}*.docx`,
        questions,
        size: sizeOf(files),
      })),
      findings: printed.flatMap(unshown),
    };
  },
};

/** Pictures that Word has no reader for; their words stand in their place. */
function unshown({ quiz, pictures }: Prints): Found[] {
  if ([...pictures.values()].every((bytes) => imageKind(bytes) !== 'webp')) return [];
  const message =
    'a WebP picture cannot be shown in Word, where its alternative text is printed: make it a PNG or JPEG';
  return [{ rule: 'picture-not-for-word', message, quiz: quiz.id }];
}
