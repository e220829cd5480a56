import type { Bank, Filter, Quiz } from '../../bank/bank.ts';
import type { QuizFinding } from '../../bank/finding.ts';
import { eachQuestion, type PassageQuestion, type Question } from '../../bank/question.ts';
import { nearest } from '../../text/nearest.ts';

/** True for a question that may be printed; of a passage one of its questions at least must be. */
export const isPrintable = (question: Question): boolean =>
  question.retired === undefined &&
  question.targets.includes('quiz') &&
  (question.kind !== 'passage' || question.questions.some(isPrintable));

/** True for a passage whose questions are all retired. */
export const isWithdrawn = ({ questions }: PassageQuestion): boolean =>
  questions.length > 0 && questions.every(({ retired }) => retired !== undefined);

/** True when a filter lets the question through. A question has its own tags and the bank's. */
export function matches(bank: Bank, filter: Filter, question: Question): boolean {
  const { kinds, topics, tags, level, difficulty, ids } = filter;
  if (kinds && !kinds.includes(question.kind)) return false;
  if (topics && !topics.includes(question.topic)) return false;
  if (tags && !tags.some((tag) => question.tags.includes(tag) || bank.tags.includes(tag))) return false;
  if (level && (question.level === undefined || !level.includes(question.level))) return false;
  if (ids && !ids.includes(question.id)) return false;
  if (!difficulty) return true;
  const { difficulty: own } = question;
  return own !== undefined && own >= difficulty[0] && own <= difficulty[1];
}

/**
 * Into how many each field of a filter divides a bank: a guess that is frozen, and no count of anything. It decides the
 * order in which sections draw, and with another number papers already printed would come out with other questions
 * under the same seed. So 13 stays when a kind is added.
 */
const frozenParts = { kinds: 13, topics: 20, tags: 20, levels: 6, difficulties: 5, ids: 1000 };

/**
 * Roughly the share of a bank that a filter lets through. It looks at the filter alone and never at the questions,
 * so that the order in which sections draw does not change when a question is added.
 */
export function breadth({ kinds, topics, tags, level, difficulty, ids }: Filter): number {
  const shares = [
    kinds && kinds.length / frozenParts.kinds,
    topics && topics.length / frozenParts.topics,
    tags && tags.length / frozenParts.tags,
    level && level.length / frozenParts.levels,
    difficulty && (difficulty[1] - difficulty[0] + 1) / frozenParts.difficulties,
    ids && ids.length / frozenParts.ids,
  ];
  return shares.reduce<number>((product, share) => product * Math.min(1, share ?? 1), 1);
}

/** Says so where a quiz avoids one that avoids it, itself or by way of others; undefined where it does not. */
export function avoidCircle(bank: Bank, quiz: Quiz, avoided: Quiz): string | undefined {
  if (avoided.id === quiz.id) return `"${quiz.id}" avoids itself; delete this`;
  const back = wayOfAvoiding(bank, avoided, quiz.id);
  if (!back) return undefined;
  if (back.length === 2)
    return `"${quiz.id}" and "${avoided.id}" avoid each other; keep "avoid" in one of them`;
  const circle = back.map((id) => `"${id}"`).join(', which avoids ');
  return `"${quiz.id}" avoids ${circle}; take "avoid" out of one of them`;
}

/** The ids from a quiz to one that it avoids, by the shortest way; undefined where it does not. */
function wayOfAvoiding(bank: Bank, quiz: Quiz, id: string): string[] | undefined {
  const ways = new Map([[quiz.id, [quiz.id]]]);
  for (const [at, way] of ways) {
    if (at === id) return way;
    for (const next of bank.quizzes.find((other) => other.id === at)?.avoid ?? [])
      if (!ways.has(next)) ways.set(next, [...way, next]);
  }
  return undefined;
}

/** Names in a blueprint that lead nowhere, and sections that ask for nothing. */
export function checkNames(bank: Bank, quiz: Quiz): QuizFinding[] {
  const known = vocabulary(bank);
  const quizIds = bank.quizzes.map(({ id }) => id);
  const findings = unknown('quiz', quiz.avoid, quizIds, ['avoid']);
  for (const [at, section] of quiz.sections.entries()) {
    const path = ['sections', at];
    const { ids, topics, tags } = section.from;
    findings.push(
      ...unknown('question', section.questions, known.ids, [...path, 'questions'], known.inPassage),
      ...unknown('question', ids ?? [], known.ids, [...path, 'from', 'ids'], known.inPassage),
      ...unknown('topic', topics ?? [], known.topics, [...path, 'from', 'topics']),
      ...unknown('tag', tags ?? [], known.tags, [...path, 'from', 'tags']),
    );
    if (section.questions.length === 0 && !section.pick) {
      const message = `section ${at + 1} asks for nothing: give it "pick" or "questions"`;
      findings.push({ rule: 'empty-section', level: 'error', message, path });
    }
  }
  return findings;
}

function vocabulary(bank: Bank) {
  return {
    ids: bank.questions.map(({ id }) => id),
    topics: [...new Set([...bank.topics, ...bank.questions.map(({ topic }) => topic)])],
    tags: [...new Set([...bank.tags, ...bank.questions.flatMap(({ tags }) => tags)])],
    inPassage: new Map(
      eachQuestion(bank.questions).flatMap(({ id, passage }) => (passage ? [[id, passage.id]] : [])),
    ),
  };
}

/** More names than this are not listed. */
const mostListed = 8;

function listOf(known: readonly string[]): string {
  if (known.length === 0) return 'there are none';
  const more = known.length > mostListed ? ', …' : '';
  return `known here: ${known.slice(0, mostListed).join(', ')}${more}`;
}

function unknown(
  what: 'quiz' | 'question' | 'topic' | 'tag',
  names: readonly string[],
  known: readonly string[],
  path: readonly (string | number)[],
  inPassage: ReadonlyMap<string, string> = new Map(),
): QuizFinding[] {
  return names.flatMap((name, at) => {
    if (known.includes(name)) return [];
    const guess = nearest(name, known);
    const advice = guess === undefined ? listOf(known) : `did you mean "${guess}"?`;
    const message = inPassage.has(name)
      ? `"${name}" belongs to the passage "${inPassage.get(name)}": name the passage`
      : `no ${what} "${name}" in this bank; ${advice}`;
    return [{ rule: `unknown-${what}` as const, level: 'error' as const, message, path: [...path, at] }];
  });
}
