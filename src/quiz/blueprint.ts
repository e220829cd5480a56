import type { Bank, Filter, Quiz } from '../bank/bank.ts';
import type { Question } from '../bank/question.ts';
import { nearest } from '../bank/shape.ts';
import type { QuizFinding } from './finding.ts';

/** True for a question that may be printed. */
export const isPrintable = (question: Question): boolean =>
  question.retired === undefined && question.targets.includes('quiz');

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
 * Roughly the share of a bank that a filter lets through. It looks at the filter alone and never at the questions,
 * so that the order in which sections draw does not change when a question is added.
 */
export function breadth({ kinds, topics, tags, level, difficulty, ids }: Filter): number {
  const shares = [
    kinds && kinds.length / 13,
    topics && topics.length / 20,
    tags && tags.length / 20,
    level && level.length / 6,
    difficulty && (difficulty[1] - difficulty[0] + 1) / 5,
    ids && ids.length / 1000,
  ];
  return shares.reduce<number>((product, share) => product * Math.min(1, share ?? 1), 1);
}

/** Names in a blueprint that lead nowhere, and sections that ask for nothing. */
export function checkNames(bank: Bank, quiz: Quiz): QuizFinding[] {
  const known = vocabulary(bank);
  const quizIds = bank.quizzes.map(({ id }) => id).filter((id) => id !== quiz.id);
  const findings = unknown('quiz', quiz.avoid, quizIds, ['avoid']);
  for (const [at, section] of quiz.sections.entries()) {
    const path = ['sections', at];
    const { ids, topics, tags } = section.from;
    findings.push(
      ...unknown('question', section.questions, known.ids, [...path, 'questions']),
      ...unknown('question', ids ?? [], known.ids, [...path, 'from', 'ids']),
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
  };
}

function unknown(
  what: string,
  names: readonly string[],
  known: readonly string[],
  path: readonly (string | number)[],
): QuizFinding[] {
  return names.flatMap((name, at) => {
    if (known.includes(name)) return [];
    const guess = nearest(name, known);
    const advice = guess === undefined ? '' : `; did you mean "${guess}"?`;
    const message = `no ${what} "${name}" in this bank${advice}`;
    return [{ rule: `unknown-${what}`, level: 'error' as const, message, path: [...path, at] }];
  });
}
