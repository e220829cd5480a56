import type { Bank, Quiz } from '../bank/bank.ts';
import type { Question } from '../bank/question.ts';
import { breadth, checkNames, isPrintable, matches } from './blueprint.ts';
import type { QuizFinding, Shortage } from './finding.ts';
import { letter } from './letters.ts';
import { byRank, type RankKey } from './rank.ts';
import { pickRanked } from './spread.ts';

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
 * one of a section's picks, and nothing else about the draw. Sections with narrow filters draw before wide ones; where
 * that leaves one short all the same, others give up questions that they can replace.
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
    for (const shortage of shortages) {
      if (!findings.some(({ message }) => message === shortage.message)) findings.push(shortage);
    }
    return named.map((questions, at) => ({ named: questions, picked: picks[at] ?? [] }));
  });
  const versions = Array.from({ length: quiz.versions }, (_, at) => ({
    version: letter(at),
    sections: draws[at] ?? draws[0] ?? [],
  }));
  return { versions, findings };
}

/** The ids of all questions of the quizzes that this one avoids. */
function usedElsewhere(
  bank: Bank,
  quiz: Quiz,
  asking: readonly string[],
  findings: QuizFinding[],
): Set<string> {
  const used = new Set<string>();
  for (const [at, id] of quiz.avoid.entries()) {
    const other = bank.quizzes.find((candidate) => candidate.id === id);
    if (!other) continue;
    if (asking.includes(id)) {
      const message = `"${quiz.id}" and "${id}" avoid each other: keep "avoid" in one of them`;
      findings.push({ rule: 'avoid-circle', level: 'error', message, path: ['avoid', at] });
      continue;
    }
    for (const { sections } of drawAvoiding(bank, other, asking).versions) {
      for (const { named, picked } of sections) for (const question of [...named, ...picked]) used.add(question.id);
    }
  }
  return used;
}

/** The questions that sections name, without those that cannot be printed or were named before. */
function resolveNamed(bank: Bank, quiz: Quiz, avoided: ReadonlySet<string>, findings: QuizFinding[]): Question[][] {
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

function objectionTo(
  question: Question,
  section: number,
  before: number | undefined,
  avoided: ReadonlySet<string>,
): Pick<QuizFinding, 'rule' | 'level' | 'message'> | undefined {
  const names = `section ${section + 1} names "${question.id}"`;
  if (before !== undefined) {
    return { rule: 'named-twice', level: 'error', message: `${names}, which section ${before + 1} has already` };
  }
  if (question.retired !== undefined) {
    return { rule: 'named-retired', level: 'error', message: `${names}, which was retired on ${question.retired}` };
  }
  if (!isPrintable(question)) {
    return { rule: 'named-not-for-quiz', level: 'error', message: `${names}, which "only" or "except" keeps off paper` };
  }
  if (avoided.has(question.id)) {
    return { rule: 'named-though-avoided', level: 'warning', message: `${names}, which a quiz to avoid uses too` };
  }
  return undefined;
}

/** Every section's picks, by section; no question twice, and none that a section names. */
function pickAll(
  bank: Bank,
  quiz: Quiz,
  named: readonly (readonly Question[])[],
  avoided: ReadonlySet<string>,
  key: RankKey,
): { picks: Question[][]; shortages: Shortage[] } {
  const kept = new Set(named.flat().map(({ id }) => id));
  const free = bank.questions.filter((question) => isPrintable(question) && !kept.has(question.id) && !avoided.has(question.id));
  const wishes = quiz.sections.map((section, at) =>
    byRank(free.filter((question) => matches(bank, section.from, question)), ({ id }) => id, [...key, at]),
  );
  const owner = new Map<string, number>();
  const narrowFirst = [...quiz.sections.entries()].sort(([a, one], [b, two]) => breadth(one.from) - breadth(two.from) || a - b);
  const shortages: Shortage[] = [];
  for (const [at, section] of narrowFirst) {
    const asked = section.pick ?? 0;
    const left = (wishes[at] ?? []).filter(({ id }) => !owner.has(id));
    const drawn = pickRanked(left, asked, section.spread, [...key, at]);
    for (const { id } of drawn) owner.set(id, at);
    let short = asked - drawn.length;
    while (short > 0 && takeOver(at, wishes, owner, new Set())) short--;
    if (short > 0) shortages.push(shortage(at, asked, wishes[at]?.length ?? 0, short));
  }
  const picks = wishes.map((wish, at) => wish.filter(({ id }) => owner.get(id) === at));
  return { picks, shortages: shortages.sort((a, b) => a.section - b.section) };
}

/**
 * Gives `section` one question more, if need be one of another section that finds a replacement, and so on: an
 * augmenting path of bipartite matching, which finds a way whenever there is one.
 */
function takeOver(section: number, wishes: readonly Question[][], owner: Map<string, number>, tried: Set<string>): boolean {
  for (const { id } of wishes[section] ?? []) {
    const holder = owner.get(id);
    if (holder === section || tried.has(id)) continue;
    tried.add(id);
    if (holder === undefined || takeOver(holder, wishes, owner, tried)) {
      owner.set(id, section);
      return true;
    }
  }
  return false;
}

function shortage(at: number, asked: number, matching: number, short: number): Shortage {
  const section = at + 1;
  const elsewhere = short - Math.max(0, asked - matching);
  const shared = elsewhere > 0 ? `, and other sections need ${elsewhere} of them` : '';
  const message = `section ${section} asks for ${asked}, ${matching} match${shared}`;
  return { rule: 'blueprint-short', level: 'error', section, asked, matching, message, path: ['sections', at, 'pick'] };
}
