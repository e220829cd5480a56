import type { Bank, Quiz } from '../../bank/bank.ts';
import type { QuizFinding, Shortage } from '../../bank/finding.ts';
import type { Question } from '../../bank/question.ts';
import { letter } from '../letters.ts';
import { avoidCircle, checkNames, isPrintable, isWithdrawn } from './blueprint.ts';
import { cueFindings } from './cueing.ts';
import { pickAll } from './pick.ts';

/** What one section of one version asks: named questions in the blueprint's order, drawn ones by rank. */
export interface SectionDraw {
  readonly named: readonly Question[];
  readonly picked: readonly Question[];
}

/** A version's questions, section by section, not yet in the order of print. */
export interface VersionDraw {
  readonly version: string;
  readonly sections: readonly SectionDraw[];
}

export interface Draw {
  readonly versions: readonly VersionDraw[];
  readonly findings: readonly (QuizFinding | Shortage)[];
}

/**
 * Draws a quiz's questions from the bank. Each section takes the questions of lowest rank, a hash of seed, quiz,
 * section and question (and version, when versions are parallel); so a question added to the bank changes at most
 * one of a section's picks. Sections with narrow filters draw before wide ones; where that leaves one short all the
 * same, others give up questions that they can replace, and only then may an added question change more. Picks of
 * which one gives away the other's answer are exchanged last of all. docs/quizzes.md tells this to authors.
 * What cannot be met is a finding, never an exception; the draw then holds what there is.
 */
export function draw(bank: Bank, quiz: Quiz): Draw {
  return drawAvoiding(bank, quiz, []);
}

/** `asking` are the quizzes that wait for this draw, to know what to avoid. */
function drawAvoiding(bank: Bank, quiz: Quiz, asking: readonly string[]): Draw {
  const findings: QuizFinding[] = checkNames(bank, quiz);
  const avoided = usedElsewhere(bank, quiz, [...asking, quiz.id], findings);
  const named = resolveNamed(bank, quiz, avoided, findings);
  const letters = Array.from({ length: quiz.parallel ? quiz.versions : 1 }, (_, at) => letter(at));
  const draws = letters.map((version) => {
    const key = quiz.parallel ? [quiz.seed, quiz.id, version] : [quiz.seed, quiz.id];
    const { picks, shortages } = pickAll(bank, quiz, named, avoided, key);
    const sections = named.map((questions, at) => ({ named: questions, picked: picks[at] ?? [] }));
    for (const finding of [...shortages, ...cueFindings(quiz, sections)]) {
      if (!findings.some(({ message }) => message === finding.message)) findings.push(finding);
    }
    return sections;
  });
  const versions = Array.from({ length: quiz.versions }, (_, at) => ({
    version: letter(at),
    sections: draws[at] ?? draws[0] ?? [],
  }));
  return { versions, findings };
}

/** All questions of the quizzes that this one avoids, by id, each with the first of those quizzes that asks it. */
function usedElsewhere(
  bank: Bank,
  quiz: Quiz,
  asking: readonly string[],
  findings: QuizFinding[],
): Map<string, string> {
  const used = new Map<string, string>();
  for (const [at, id] of quiz.avoid.entries()) {
    const other = bank.quizzes.find((candidate) => candidate.id === id);
    if (!other) continue;
    const message = avoidCircle(bank, quiz, other);
    if (message) findings.push({ rule: 'avoid-circle', level: 'error', message, path: ['avoid', at] });
    if (asking.includes(id)) continue;
    for (const { sections } of drawAvoiding(bank, other, asking).versions) {
      for (const { named, picked } of sections)
        for (const question of [...named, ...picked]) used.set(question.id, used.get(question.id) ?? id);
    }
  }
  return used;
}

/** The questions that sections name, without those that cannot be printed or were named before. */
function resolveNamed(
  bank: Bank,
  quiz: Quiz,
  avoided: ReadonlyMap<string, string>,
  findings: QuizFinding[],
): Question[][] {
  const byId = new Map(bank.questions.map((question) => [question.id, question]));
  const seen = new Map<string, number>();
  return quiz.sections.map((section, at) =>
    section.questions.flatMap((id, index) => {
      const question = byId.get(id);
      if (!question) return [];
      const path = ['sections', at, 'questions', index];
      const objection = objectionTo(question, at, seen.get(id), avoided);
      if (objection) findings.push({ ...objection, path, question: id });
      if (objection?.level === 'error') return [];
      seen.set(id, at);
      return [question];
    }),
  );
}

type Objection = Pick<QuizFinding, 'rule' | 'level' | 'message'>;

function objectionTo(
  question: Question,
  section: number,
  before: number | undefined,
  avoided: ReadonlyMap<string, string>,
): Objection | undefined {
  const names = `section ${section + 1} names "${question.id}"`;
  const object = (
    rule: QuizFinding['rule'],
    why: string,
    level: 'error' | 'warning' = 'error',
  ): Objection => ({
    ...{ rule, level, message: `${names}, ${why}` },
  });
  if (before !== undefined)
    return object('named-twice', `which section ${before + 1} has already; delete one`);
  if (question.retired !== undefined)
    return object('named-retired', `which was retired on ${question.retired}; name another`);
  if (question.kind === 'passage' && isWithdrawn(question))
    return object('named-retired', 'a passage whose questions are all retired; name another');
  if (!question.targets.includes('quiz'))
    return object('named-not-for-quiz', 'which "only" or "except" keeps off paper; name another');
  if (!isPrintable(question))
    return object('named-not-for-quiz', 'a passage of which no question may be printed; name another');
  if (avoided.has(question.id))
    return object('named-though-avoided', 'which a quiz to avoid uses too; name another', 'warning');
  return undefined;
}
