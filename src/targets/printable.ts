import { isError } from '../check/catalogue.ts';
import { inQuiz, quizFindings } from '../check/quizzes.ts';
import type { Prints } from '../view/prints.ts';
import type { Found, Job, Product, Workshop } from './target.ts';

/** What is wrong with a quiz before anything of it is printed. */
export const findingsOf = ({ quiz, problems, unprintable }: Prints): readonly Found[] =>
  inQuiz(quiz, [...quizFindings(quiz, problems), ...unprintable]);

/** False for a quiz with which something is so wrong that it is not printed. */
export const isPrintable = (prints: Prints): boolean => !findingsOf(prints).some(isError);

/** What is made of each quiz that is printed, together. */
export async function ofEachQuiz(
  { quizzes }: Job,
  { prints }: Workshop,
  make: (prints: Prints) => Product | Promise<Product>,
): Promise<Product> {
  const made: Product[] = [];
  for (const each of quizzes.map(prints).filter(isPrintable)) made.push(await make(each));
  return {
    files: made.flatMap(({ files }) => files),
    rows: made.flatMap(({ rows }) => rows),
    findings: made.flatMap(({ findings }) => findings),
  };
}

/** True where papers are made, whatever they are printed as. */
export const makesPapers = ({ asked }: Job): boolean => [...asked].some(({ papers }) => papers);
