import { isError } from '../check/catalogue.ts';
import { inQuiz, quizFindings } from '../check/quizzes.ts';
import type { Prints } from '../view/prints.ts';
import type { Found, Job } from './target.ts';

/** What is wrong with a quiz before anything of it is printed. */
export const findingsOf = ({ quiz, problems, unprintable }: Prints): readonly Found[] =>
  inQuiz(quiz, [...quizFindings(quiz, problems), ...unprintable]);

/** False for a quiz with which something is so wrong that it is not printed. */
export const isPrintable = (prints: Prints): boolean => !findingsOf(prints).some(isError);

/** True where papers are made, whatever they are printed as. */
export const makesPapers = ({ asked }: Job): boolean => [...asked].some(({ papers }) => papers);
