import { imageKind } from '../../files/picture.ts';
import type { Prints } from '../../view/prints.ts';
import { ofEachQuiz } from '../printable.ts';
import { type Found, sizeOf, type Target } from '../target.ts';

/** Papers and keys for Word and LibreOffice, where a teacher changes them. */
export const docx: Target = {
  about: 'papers of each quiz and their key for Word or LibreOffice',
  papers: true,
  usual: () => false,
  async make(job, workshop) {
    // The library is large, and most banks are compiled without it.
    const { wordFiles } = await import('./documents.ts');
    return ofEachQuiz(job, workshop, async (prints) => {
      const { folder, questions } = prints;
      const files = await wordFiles(job.bank, prints, workshop.drawSvg);
      const row = { path: `${folder}*.docx`, questions, size: sizeOf(files) };
      return { files, rows: [row], findings: unshown(prints) };
    });
  },
};

/** Pictures that Word has no reader for; their words stand in their place. */
function unshown({ quiz, pictures }: Prints): Found[] {
  if ([...pictures.values()].every((bytes) => imageKind(bytes) !== 'webp')) return [];
  const message =
    'a WebP picture cannot be shown in Word, where its alternative text is printed: make it a PNG or JPEG';
  return [{ rule: 'picture-not-for-word', message, quiz: quiz.id }];
}
