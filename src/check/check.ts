import { type Diagnostic, inReadingOrder } from '../bank/diagnostic.ts';
import type { Loaded } from '../bank/load.ts';
import { answered } from '../bank/question.ts';
import { checkQuizzes } from './quizzes.ts';

/** Every problem of a bank that can be found without building it, in reading order. */
export function checkBank({ bank, diagnostics, questionCount, files }: Loaded): Diagnostic[] {
  if (!bank) return inReadingOrder(diagnostics);
  const complete = answered(bank.questions).length === questionCount;
  return inReadingOrder([...diagnostics, ...checkQuizzes(bank, files, complete)]);
}
