import type { Bank } from '../bank/bank.ts';
import { type Diagnostic, diagnose } from '../bank/diagnostic.ts';
import type { BankFiles } from '../bank/load.ts';
import { locator } from '../bank/locate.ts';
import type { RuleId } from '../bank/rules.ts';
import { draw } from '../quiz/draw.ts';
import type { QuizFinding } from '../quiz/finding.ts';

/** What may be wrong only because questions are missing that could not be read; saying it would mislead. */
const mayFollow: ReadonlySet<RuleId> = new Set(['blueprint-short', 'unknown-question', 'unknown-tag']);

/** What is wrong with a bank's blueprints, found by drawing them; `complete` when all its questions were read. */
export function checkQuizzes(bank: Bank, files: BankFiles, complete: boolean): Diagnostic[] {
  return bank.quizzes.flatMap((quiz) => {
    const { findings } = draw(bank, quiz);
    const sure = complete ? findings : findings.filter(({ rule }) => !mayFollow.has(rule));
    return locateFindings(files, quiz.id, withoutConsequences(sure));
  });
}

/** A section that draws from a topic which is not there is short for that reason; the reason is enough. */
function withoutConsequences(findings: readonly QuizFinding[]): readonly QuizFinding[] {
  const misnamed = new Set(
    findings
      .filter(({ rule, path }) => rule.startsWith('unknown-') && path[0] === 'sections')
      .map(({ path }) => path[1]),
  );
  return findings.filter(({ rule, path }) => rule !== 'blueprint-short' || !misnamed.has(path[1]));
}

/** Findings of the quiz of this id, as diagnostics that point into the YAML. */
export function locateFindings(
  files: BankFiles,
  quiz: string,
  findings: readonly QuizFinding[],
): Diagnostic[] {
  if (findings.length === 0) return [];
  const locate = locator(files);
  return findings.map(({ rule, message, path, question = null }) => {
    const { file, range } = locate.quiz(quiz, path);
    return diagnose(file, range, { rule, message, question });
  });
}
