import type { Bank, Filter, Quiz } from '../../bank/bank.ts';
import { eachQuestion, type PassageQuestion, type Question } from '../../bank/question.ts';
import { once } from '../../text/once.ts';
import type { EmptySection, UnknownName } from './problem.ts';

/** True for a question that may be printed; of a passage one of its questions at least must be. */
export const isPrintable = (question: Question): boolean =>
  question.retired === undefined &&
  question.uses.includes('quiz') &&
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

const quizzesOf = once(
  ({ quizzes }: Bank) => new Map(quizzes.toReversed().map((quiz) => [quiz.id, quiz])),
  new WeakMap(),
);

/** The bank's quiz of this id, the first if there are several. */
export const quizOf = (bank: Bank, id: string): Quiz | undefined => quizzesOf(bank).get(id);

const reachOf = once(
  (bank: Bank) =>
    once((id: string): ReadonlySet<string> => {
      const reached = new Set([id]);
      for (const each of reached) for (const next of quizOf(bank, each)?.avoid ?? []) reached.add(next);
      return reached;
    }, new Map()),
  new WeakMap(),
);

/** The ids of the quizzes that one avoids, itself or by way of others, and its own. */
export const avoidedBy = (bank: Bank, id: string): ReadonlySet<string> => reachOf(bank)(id);

/** The ids from a quiz to one that it avoids, itself or by way of others, by the shortest way; undefined where it does not. */
export function wayOfAvoiding(bank: Bank, quiz: Quiz, id: string): string[] | undefined {
  if (!avoidedBy(bank, quiz.id).has(id)) return undefined;
  const ways = new Map([[quiz.id, [quiz.id]]]);
  for (const [at, way] of ways) {
    if (ways.has(id)) break;
    for (const next of quizOf(bank, at)?.avoid ?? []) if (!ways.has(next)) ways.set(next, [...way, next]);
  }
  return ways.get(id);
}

/** Names in a blueprint that lead nowhere, and sections that ask for nothing. */
export function checkNames(bank: Bank, quiz: Quiz): (UnknownName | EmptySection)[] {
  const passages = eachQuestion(bank.questions).flatMap(({ id, passage }) =>
    passage ? [[id, passage.id] as const] : [],
  );
  const ownTopics = bank.questions.map(({ topic }) => topic);
  const ownTags = bank.questions.flatMap((question) => question.tags);
  const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);
  const quizzes = lost('quiz', ids(bank.quizzes));
  const questions = lost('question', ids(bank.questions), new Map(passages));
  const topics = lost('topic', [...new Set([...bank.topics, ...ownTopics])]);
  const tags = lost('tag', [...new Set([...bank.tags, ...ownTags])]);
  const inSections = quiz.sections.flatMap((section, at): (UnknownName | EmptySection)[] => {
    const path = ['sections', at];
    const { from } = section;
    return [
      ...questions(section.questions, [...path, 'questions']),
      ...questions(from.ids, [...path, 'from', 'ids']),
      ...topics(from.topics, [...path, 'from', 'topics']),
      ...tags(from.tags, [...path, 'from', 'tags']),
      ...(section.questions.length === 0 && !section.pick ? [{ is: 'empty' as const, section: at }] : []),
    ];
  });
  return [...quizzes(quiz.avoid, ['avoid']), ...inSections];
}

/** Finds the names of one sort that are not known; `passages` are those of questions that belong to one. */
function lost(
  what: UnknownName['what'],
  known: readonly string[],
  passages?: ReadonlyMap<string, string>,
): (names: readonly string[] | undefined, path: UnknownName['path']) => UnknownName[] {
  const all = new Set(known);
  return (names = [], path) =>
    names.flatMap((name, at) =>
      all.has(name)
        ? []
        : [{ is: 'unknown', what, name, known, passage: passages?.get(name), path: [...path, at] }],
    );
}
