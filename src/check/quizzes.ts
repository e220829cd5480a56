import type { Bank } from '../bank/bank.ts';
import { type Diagnostic, diagnose } from '../bank/diagnostic.ts';
import type { QuizFinding } from '../bank/finding.ts';
import type { BankFiles } from '../bank/load.ts';
import { type Located, locator } from '../bank/locate.ts';
import { eachQuestion } from '../bank/question.ts';
import type { RuleId } from '../bank/rules.ts';
import { draw } from '../quiz/draw/draw.ts';

/** What may be wrong only because questions are missing that could not be read; saying it would mislead. */
const mayFollow: ReadonlySet<RuleId> = new Set(['blueprint-short', 'unknown-question', 'unknown-tag']);

/** What is wrong with a bank's blueprints, found by drawing them; `complete` when all its questions were read. */
export function checkQuizzes(bank: Bank, files: BankFiles, complete: boolean): Diagnostic[] {
  return bank.quizzes.flatMap((quiz) => {
    const { findings } = draw(bank, quiz);
    const sure = complete ? findings : findings.filter(({ rule }) => !mayFollow.has(rule));
    return locateFindings(bank, files, withoutConsequences(sure), quiz.id);
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

/** Findings of the quiz of this id, or of no quiz, as diagnostics that point into the YAML. */
export function locateFindings(
  bank: Bank,
  files: BankFiles,
  findings: readonly QuizFinding[],
  quiz?: string,
): Diagnostic[] {
  if (findings.length === 0) return [];
  const locate = locator(files);
  const questions = new Map(eachQuestion(bank.questions).map((question) => [question.id, question]));
  const place = ({ path, question = '', mention }: QuizFinding): Located => {
    const found = path.length === 0 ? questions.get(question) : undefined;
    if (found) return locate.question(found, path, mention);
    return quiz === undefined ? { file: files.deck, range: { start: 0, end: 1 } } : locate.quiz(quiz, path);
  };
  return findings.map((finding) => {
    const { rule, message, question = null } = finding;
    const { file, range } = place(finding);
    return diagnose(file, range, { rule, message, question });
  });
}
