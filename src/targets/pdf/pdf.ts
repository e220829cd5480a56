import { inQuiz } from '../../check/quizzes.ts';
import { layPictures } from '../../typst/pictures.ts';
import { shortcomings } from '../../typst/shortcomings.ts';
import type { Typeset } from '../../typst/typesetter.ts';
import type { Prints } from '../../view/prints.ts';
import { makesPapers, ofEachQuiz } from '../printable.ts';
import { type Job, nothing, type Product, sizeOf, type Target, type Workshop } from '../target.ts';
import { type Planned, planOf } from './plan.ts';

/** Papers and keys to hand out. Answer sheets and copies with names on them are PDF, whatever papers are printed as. */
export const pdf: Target = {
  about: 'papers of each quiz and their key to print, with answer sheets',
  papers: true,
  usual: ({ quizzes }) => quizzes.length > 0,
  beside: (job) =>
    makesPapers(job) &&
    ((job.how.pupils ?? []).length > 0 || job.quizzes.some(({ answerSheet }) => answerSheet !== 'none')),
  make: (job, workshop) => ofEachQuiz(job, workshop, (prints) => printed(prints, job, workshop)),
};

async function printed(prints: Prints, { asked, bank }: Job, workshop: Workshop): Promise<Product> {
  const plan = planOf(prints, asked.has(pdf));
  if (plan.length === 0) return nothing();
  const typesetter = await workshop.typesetter(prints.pictures.values());
  const { quiz, folder, questions } = prints;
  const laid = await layPictures(bank, prints.pictures, typesetter);
  if (laid.findings.length > 0) return nothing(inQuiz(quiz, laid.findings));
  const total = plan.reduce((sum, { count }) => sum + count, 0);
  const done: (Planned & Typeset)[] = [];
  let counted = 0;
  for (const file of plan) {
    workshop.onStep(`quiz "${quiz.id}", ${counted} of ${total} printed`);
    const document = await typesetter.typeset(file.template, laid.write(file.data()), laid.files);
    done.push({ ...file, ...document });
    counted += file.count;
  }
  const files = done
    .map(({ folder: below, name, bytes }) => ({ path: folder + below + name, bytes }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const copies = done.filter(({ is }) => is === 'copies');
  const pages = copies.reduce((sum, file) => (file.folder === '' ? sum + file.pages : sum), 0);
  // A paper of its own has no shortcomings that the file with all copies does not have.
  const documents = [...done.filter(({ is }) => is === 'key'), ...copies];
  return {
    files,
    rows: [{ path: folder, questions, pages, size: sizeOf(files) }],
    findings: inQuiz(quiz, shortcomings(bank, documents)),
  };
}
