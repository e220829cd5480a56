import type { Bank, Quiz } from '../bank/bank.ts';
import type { Finding } from '../bank/finding.ts';
import { draw } from '../quiz/draw/draw.ts';
import type { Problem } from '../quiz/draw/problem.ts';
import { ask, type RuleId } from './catalogue.ts';

/** What is wrong with a bank's blueprints, found by drawing them; `complete` when all its questions were read. */
export const checkQuizzes = (bank: Bank, complete: boolean): Finding<RuleId>[] =>
  bank.quizzes.flatMap((quiz) => {
    const { problems } = draw(bank, quiz);
    const sure = complete ? problems : problems.filter((problem) => !mayFollow(problem));
    return quizFindings(quiz, withoutConsequences(sure));
  });

/** The problems of a quiz in the words of the rules. */
export const quizFindings = (quiz: Quiz, problems: readonly Problem[]): Finding<RuleId>[] =>
  problems.flatMap((problem) =>
    ask((rule, sayOf) =>
      rule.quiz?.(
        problem,
        sayOf(() => ({ quiz: quiz.id })),
        quiz,
      ),
    ),
  );

/** What was found in printing a quiz: what no question can be blamed for is the quiz's. */
export const inQuiz = ({ id }: Quiz, findings: readonly Finding<RuleId>[]): Finding<RuleId>[] =>
  findings.map((finding) => (finding.question === undefined ? { ...finding, quiz: id } : finding));

/** What may be wrong only because questions are missing that could not be read; saying it would mislead. */
const mayFollow = (problem: Problem): boolean =>
  problem.is === 'shortage' ||
  (problem.is === 'unknown' && (problem.what === 'question' || problem.what === 'tag'));

/** A section that draws from a topic which is not there is short for that reason; the reason is enough. */
function withoutConsequences(problems: readonly Problem[]): readonly Problem[] {
  const misnamed = new Set(
    problems.flatMap((problem) =>
      problem.is === 'unknown' && problem.path[0] === 'sections' ? [problem.path[1]] : [],
    ),
  );
  return problems.filter((problem) => problem.is !== 'shortage' || !misnamed.has(problem.section));
}
