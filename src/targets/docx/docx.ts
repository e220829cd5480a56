import { inQuiz } from '../../check/quizzes.ts';
import { imageKind } from '../../files/picture.ts';
import type { Prints } from '../../view/prints.ts';
import { ofEachQuiz } from '../printable.ts';
import { type Found, nothing, sizeOf, type Target } from '../target.ts';
import { withDrawings } from './raster.ts';

/** Papers and keys for Word and LibreOffice, where a teacher changes them. */
export const docx: Target = {
  about: 'papers of each quiz and their key for Word or LibreOffice',
  papers: true,
  usual: () => false,
  async make(job, workshop) {
    return ofEachQuiz(job, workshop, async (prints) => {
      const { quiz, folder, questions, pictures } = prints;
      const [{ wordFiles }, drawn] = await Promise.all([
        // The library is large, and most banks are compiled without it.
        import('./documents.ts'),
        withDrawings(job.bank, pictures, workshop.drawSvg),
      ]);
      if (drawn.findings.length > 0) return nothing(inQuiz(quiz, drawn.findings));
      const files = await wordFiles(job.bank, prints, drawn.ready);
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
