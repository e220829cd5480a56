import { ofEachQuiz } from '../printable.ts';
import { sizeOf, type Target } from '../target.ts';
import { styleSheet } from './styles.ts';

/** Pages to print from a browser. A teacher prints so many copies of each version, so each is a file. */
export const html: Target = {
  about: 'papers of each quiz and their key as pages for a browser',
  papers: true,
  usual: () => false,
  async make(job, workshop) {
    const { htmlFiles } = await import('./documents.ts');
    const style = styleSheet(workshop.readAsset);
    return ofEachQuiz(job, workshop, (prints) => {
      const { folder, questions } = prints;
      const files = htmlFiles(prints, style);
      return { files, rows: [{ path: `${folder}*.html`, questions, size: sizeOf(files) }], findings: [] };
    });
  },
};
