import type { Bank, Quiz } from '../../bank/bank.ts';
import type { Question } from '../../bank/question.ts';
import { once } from '../../text/once.ts';
import { present } from '../../text/present.ts';
import { letter } from '../letters.ts';
import { avoidedBy, checkNames, isPrintable, isWithdrawn, quizOf, wayOfAvoiding } from './blueprint.ts';
import { cuesOf } from './cueing.ts';
import { pickAll } from './pick.ts';
import type { Cue, Problem, Shortage, Why } from './problem.ts';

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
  readonly problems: readonly Problem[];
}

/**
 * Draws a quiz's questions from the bank. Each section takes the questions of lowest rank, a hash of seed, quiz,
 * section and question (and version, when versions are parallel); so a question added to the bank changes at most
 * one of a section's picks. Sections with narrow filters draw before wide ones; where that leaves one short all the
 * same, others give up questions that they can replace, and only then may an added question change more. Picks of
 * which one gives away the other's answer are exchanged last of all. docs/quizzes.md tells this to authors.
 * What cannot be met is a problem, never an exception; the draw then holds what there is.
 * @param asking the quizzes that wait for this draw, to know what to avoid
 */
export function draw(bank: Bank, quiz: Quiz, asking: readonly string[] = []): Draw {
  const problems: Problem[] = checkNames(bank, quiz);
  const told = new Set<string>();
  const avoided = usedElsewhere(bank, quiz, [...asking, quiz.id], problems);
  const named = resolveNamed(bank, quiz, avoided, problems);
  const drawFor = (...version: string[]): SectionDraw[] => {
    const { picks, shortages } = pickAll(bank, quiz, named, avoided, [quiz.seed, quiz.id, ...version]);
    const sections = picks.map((picked, at) => ({ named: present(named[at], `section ${at}`), picked }));
    for (const problem of [...shortages, ...cuesOf(quiz, sections)]) {
      const key = keyOf(problem);
      if (!told.has(key)) problems.push(problem);
      told.add(key);
    }
    return sections;
  };
  const shared = quiz.parallel ? undefined : drawFor();
  const letters = Array.from({ length: quiz.versions }, (_, at) => letter(at));
  const versions = letters.map((version) => ({ version, sections: shared ?? drawFor(version) }));
  return { versions, problems };
}

/** The same for what one version has as another has it; a pair of questions is told once, wherever it was drawn. */
const keyOf = (problem: Shortage | Cue): string =>
  JSON.stringify(problem.is === 'cue' ? [problem.asked, problem.other] : problem);

/** All questions of the quizzes that this one avoids, by id, each with the first of those quizzes that asks it. */
function usedElsewhere(
  bank: Bank,
  quiz: Quiz,
  asking: readonly string[],
  problems: Problem[],
): Map<string, string> {
  const used = new Map<string, string>();
  for (const [at, id] of quiz.avoid.entries()) {
    const other = quizOf(bank, id);
    if (!other) continue;
    const way = wayOfAvoiding(bank, other, quiz.id);
    if (way) problems.push({ is: 'circle', at, way });
    if (asking.includes(id)) continue;
    for (const question of askedBy(bank, other, asking)) used.set(question, used.get(question) ?? id);
  }
  return used;
}

const drawnOf = once((_bank: Bank) => new Map<string, readonly string[]>(), new WeakMap());

/** In circles a draw hangs on which quizzes wait for it, and there may be endlessly many ways; this is enough of them. */
const mostDrawn = 200;

/** The ids of the questions that a quiz asks, which is drawn once for all quizzes that avoid it. */
function askedBy(bank: Bank, quiz: Quiz, asking: readonly string[]): readonly string[] {
  const drawn = drawnOf(bank);
  const waiting = asking.filter((id) => avoidedBy(bank, quiz.id).has(id)).sort();
  const key = [quiz.id, ...waiting].join(' ');
  const known = drawn.get(key);
  if (known) return known;
  if (waiting.length > 0 && drawn.size > mostDrawn) return [];
  const sections = draw(bank, quiz, asking).versions.flatMap((version) => version.sections);
  const ids = sections.flatMap(({ named, picked }) => [...named, ...picked].map(({ id }) => id));
  drawn.set(key, ids);
  return ids;
}

/** The questions that sections name, without those that cannot be printed or were named before. */
function resolveNamed(
  bank: Bank,
  quiz: Quiz,
  avoided: ReadonlyMap<string, string>,
  problems: Problem[],
): Question[][] {
  const byId = new Map(bank.questions.map((question) => [question.id, question]));
  const seen = new Map<string, number>();
  return quiz.sections.map(({ questions }, section) =>
    questions.flatMap((id, at) => {
      const question = byId.get(id);
      if (!question) return [];
      const why = objectionTo(question, seen.get(id), avoided);
      if (why) problems.push({ is: 'objection', question: id, section, at, why });
      if (why && why.reason !== 'avoided') return [];
      seen.set(id, section);
      return [question];
    }),
  );
}

function objectionTo(
  question: Question,
  before: number | undefined,
  avoided: ReadonlyMap<string, string>,
): Why | undefined {
  const { retired, uses } = question;
  if (before !== undefined) return { reason: 'twice', before };
  if (retired !== undefined) return { reason: 'retired', on: retired };
  if (question.kind === 'passage' && isWithdrawn(question)) return { reason: 'retired', on: undefined };
  if (!isPrintable(question)) return { reason: 'off-paper', passage: uses.includes('quiz') };
  if (avoided.has(question.id)) return { reason: 'avoided' };
  return undefined;
}
