import type { Quiz } from '../../bank/bank.ts';
import { taskOf } from '../../bank/kinds/index.ts';
import { type Asked, answered, isAsked, type Question } from '../../bank/question.ts';
import type { Task, TextTask } from '../../bank/task.ts';
import { toPlain } from '../../text/plain.ts';
import { present } from '../../text/present.ts';
import type { Words } from '../../words/words.ts';
import { isPrintable } from '../draw/blueprint.ts';
import type { SectionDraw, VersionDraw } from '../draw/draw.ts';
import { letter } from '../letters.ts';
import { type RankKey, shuffled } from '../shuffle.ts';
import { balanced, hasRun } from './balance.ts';
import { ordersOf } from './orders.ts';
import { pools } from './pools.ts';
import {
  type Block,
  type Lettered,
  markOf,
  type Offered,
  type Printed,
  printedOf,
  type Version,
} from './printed.ts';

/** How many arrangements are tried before one with a flaw is taken. */
const attempts = 24;

/**
 * The versions of a drawn quiz: each with its own order of drawn questions and of options, hashed from the seed.
 * Arrangements that repeat an earlier version's order or have four equal answers in a row are passed over while
 * there are others.
 * @param words those of the bank's language
 */
export function makeVersions(quiz: Quiz, draws: readonly VersionDraw[], words: Words): Version[] {
  const seen = new Set<string>();
  return draws.map((draw) => {
    let best = arrange({ quiz, words }, draw, 0, seen);
    for (let attempt = 1; attempt < attempts && best.flaws > 0; attempt++) {
      const next = arrange({ quiz, words }, draw, attempt, seen);
      if (next.flaws < best.flaws) best = next;
    }
    for (const signature of best.signatures) seen.add(signature);
    return best.version;
  });
}

interface Arrangement {
  readonly version: Version;
  readonly signatures: readonly string[];
  /** 0 is flawless; the greater the worse. */
  readonly flaws: number;
}

function arrange(
  { quiz, words }: { readonly quiz: Quiz; readonly words: Words },
  draw: VersionDraw,
  attempt: number,
  seen: ReadonlySet<string>,
): Arrangement {
  const key = [quiz.seed, quiz.id, draw.version, attempt];
  const groups = draw.sections.map((section, at) => orderGroups(section, words, [...key, at]));
  const options = arrangeOptions(groups.flat(), words, key);
  let number = 0;
  const sections = groups.map((sectionGroups, at) => {
    const { title, instructions, points } = present(quiz.sections[at], `section ${at}`);
    const print = (question: Asked): Printed => {
      const task = taskOf(question, words);
      return {
        number: ++number,
        question,
        task,
        points: pointsOf(question, task, points),
        options: lettered(options.get(question.id) ?? []),
      };
    };
    const blocks = sectionGroups.flatMap((group) => blocksOf(group, print));
    return { title, instructions, blocks };
  });
  const version = { letter: draw.version, sections };
  return judge(version, seen);
}

/** A group as blocks: a passage is followed by its questions one by one, all others are one block. */
function blocksOf(group: readonly Question[], print: (question: Asked) => Printed): Block[] {
  const [first] = group;
  if (first?.kind !== 'passage') return [{ pool: group.length > 1, questions: answered(group).map(print) }];
  const printable = answered(first.questions).filter(isPrintable);
  return [
    { pool: false, questions: [], passage: first },
    ...printable.map((question) => ({ pool: false, questions: [print(question)] })),
  ];
}

function judge(version: Version, seen: ReadonlySet<string>): Arrangement {
  const printed = printedOf(version);
  const order = printed.map(({ question }) => question.id).join(' ');
  const whole = JSON.stringify(
    printed.map(({ question, options }) => [question.id, options.map(({ at }) => at)]),
  );
  const flaws = (seen.has(whole) ? 4 : 0) + (seen.has(order) ? 2 : 0) + (hasRun(printed.map(markOf)) ? 1 : 0);
  return { version, signatures: [order, whole], flaws };
}

/** A section's questions in the order of one version; the members of a group stay together. */
function orderGroups({ named, picked }: SectionDraw, words: Words, key: RankKey): Question[][] {
  const isTerm = (question: Question) => termOf(question, words) !== undefined;
  const terms = [...named, ...shuffled(picked, [...key, 'terms'])].filter(isTerm);
  const shared = pools(terms);
  const firstNamedTerm = named.find(isTerm);
  const inPlace = named.flatMap((question): Question[][] => {
    if (!isTerm(question)) return [[question]];
    return question === firstNamedTerm ? shared : [];
  });
  const drawn = picked.filter((question) => !isTerm(question)).map((question) => [question]);
  const groups = firstNamedTerm ? drawn : [...drawn, ...shared];
  return [...inPlace, ...shuffled(groups, [...key, 'groups'])];
}

/** The task of a question that is a term to be explained, which may share a pool; undefined for all others. */
function termOf(question: Question, words: Words): TextTask | undefined {
  const task = isAsked(question) ? taskOf(question, words) : undefined;
  return task?.t === 'text' && task.term ? task : undefined;
}

/** The options of every lettered question, by its id, in the order of print. */
function arrangeOptions(
  groups: readonly (readonly Question[])[],
  words: Words,
  key: RankKey,
): Map<string, readonly Offered[]> {
  const arranged = new Map<string, readonly Offered[]>();
  const free = new Map<string, Offered[][]>();
  for (const group of groups) {
    for (const [id, options] of meanings(group, words, key)) arranged.set(id, options);
    for (const question of answered(group).filter(isPrintable)) {
      const orders = ordersOf(taskOf(question, words), [...key, question.id]);
      if (orders.length > 0) free.set(question.id, orders);
    }
  }
  for (const [id, options] of balanced(free)) arranged.set(id, options);
  return arranged;
}

/** A pool's meanings, in one shuffled order for all its terms, each with its own right one. A lone term has none. */
function meanings(group: readonly Question[], words: Words, key: RankKey): [string, Offered[]][] {
  const terms = group.flatMap((question) => {
    const text = termOf(question, words)?.answers[0];
    return text ? [{ id: question.id, text, plain: toPlain(text) }] : [];
  });
  const [first, second] = terms;
  if (!first || !second) return [];
  const byId = terms.map(({ id }) => id).sort();
  const inPrint = shuffled(terms, [...key, 'meanings', first.id]);
  return terms.map(({ id, plain }) => [
    id,
    inPrint.map((other) => ({ at: byId.indexOf(other.id), text: other.text, right: other.plain === plain })),
  ]);
}

const lettered = (offered: readonly Offered[]): Lettered[] =>
  offered.map(({ at, text, right }, place) => ({ letter: letter(place), at, text, right }));

/** A section's points, or the question's own: always those where a rubric says what each of them is for. */
const pointsOf = (question: Asked, task: Task, points = question.points): number =>
  task.t === 'essay' && task.rubric.some((line) => line.points !== 1) ? question.points : points;
