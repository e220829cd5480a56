import type { Quiz } from '../../bank/bank.ts';
import { eachQuestion, type Option, type Question, type QuestionOf } from '../../bank/question.ts';
import { paperKind } from '../../targets/prints/kinds/index.ts';
import { isPrintable } from '../draw/blueprint.ts';
import type { SectionDraw, VersionDraw } from '../draw/draw.ts';
import { letter } from '../letters.ts';
import { type RankKey, shuffled } from '../shuffle.ts';
import { hasRun, LetterBalance } from './balance.ts';
import { pools } from './pools.ts';
import {
  type Asked,
  type Block,
  isAsked,
  type Lettered,
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
 */
export function makeVersions(quiz: Quiz, draws: readonly VersionDraw[]): Version[] {
  const seen = new Set<string>();
  return draws.map((draw) => {
    let best: Arrangement | undefined;
    for (let attempt = 0; attempt < attempts && best?.flaws !== 0; attempt++) {
      const next = arrange(quiz, draw, attempt, seen);
      if (!best || next.flaws < best.flaws) best = next;
    }
    if (!best) throw new Error('a version needs at least one attempt');
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

function arrange(quiz: Quiz, draw: VersionDraw, attempt: number, seen: ReadonlySet<string>): Arrangement {
  const key = [quiz.seed, quiz.id, draw.version, attempt];
  const groups = draw.sections.map((section, at) => orderGroups(section, [...key, at]));
  const options = arrangeOptions(groups.flat(), key);
  let number = 0;
  const sections = groups.map((sectionGroups, at) => {
    const { title, instructions, points } = quiz.sections[at] ?? {};
    const print = (question: Asked): Printed => ({
      number: ++number,
      question,
      points: pointsOf(question, points),
      options: lettered(options.get(question.id) ?? []),
    });
    const blocks = sectionGroups.flatMap((group) => blocksOf(group, print));
    return { title, instructions, blocks };
  });
  const version = { letter: draw.version, sections };
  return judge(version, seen);
}

/** A group as blocks: a passage is followed by its questions one by one, all others are one block. */
function blocksOf(group: readonly Question[], print: (question: Asked) => Printed): Block[] {
  const [first] = group;
  if (first?.kind !== 'passage')
    return [{ pool: group.length > 1, questions: group.filter(isAsked).map(print) }];
  const questions = first.questions
    .filter(isPrintable)
    .filter(isAsked)
    .map((question) => ({ pool: false, questions: [print(question)] }));
  return [{ pool: false, questions: [], passage: first }, ...questions];
}

function judge(version: Version, seen: ReadonlySet<string>): Arrangement {
  const printed = printedOf(version);
  const order = printed.map(({ question }) => question.id).join(' ');
  const whole = JSON.stringify(printed.map(({ question, options }) => [question.id, options]));
  const flaws =
    (seen.has(whole) ? 4 : 0) +
    (seen.has(order) ? 2 : 0) +
    (hasRun(printed.map((one) => paperKind(one.question).mark(one))) ? 1 : 0);
  return { version, signatures: [order, whole], flaws };
}

/** A section's questions in the order of one version; the members of a group stay together. */
function orderGroups({ named, picked }: SectionDraw, key: RankKey): Question[][] {
  const terms = [...named, ...shuffled(picked, [...key, 'terms'])].filter(isTerm);
  const shared = pools(terms);
  const firstNamedTerm = named.find(isTerm);
  const groupsOf = (questions: readonly Question[], withPools: boolean): Question[][] =>
    questions.flatMap((question): Question[][] => {
      if (!isTerm(question)) return [[question]];
      return withPools && question === firstNamedTerm ? shared : [];
    });
  const drawn = groupsOf(picked, false);
  if (!firstNamedTerm) drawn.push(...shared);
  return [...groupsOf(named, true), ...shuffled(drawn, [...key, 'groups'])];
}

const isTerm = (question: Question): question is QuestionOf<'term'> => question.kind === 'term';

/** The options of every lettered question, by its id, in the order of print. */
function arrangeOptions(
  groups: readonly (readonly Question[])[],
  key: RankKey,
): Map<string, readonly Option[]> {
  const arranged = new Map<string, readonly Option[]>();
  const free: { id: string; orders: Option[][] }[] = [];
  for (const group of groups) {
    for (const [id, options] of meanings(group.filter(isTerm), key)) arranged.set(id, options);
    for (const question of eachQuestion(group).filter(isPrintable).filter(isAsked)) {
      const orders = paperKind(question).orders(question, [...key, question.id]);
      if (orders.length > 0) free.push({ id: question.id, orders });
    }
  }
  const balance = new LetterBalance(free.map(({ orders }) => orders));
  for (const [at, { id }] of free.entries()) arranged.set(id, balance.choose(at));
  return arranged;
}

/** A pool's meanings, in one shuffled order for all its terms, each with its own right one. A lone term has none. */
function meanings(terms: readonly QuestionOf<'term'>[], key: RankKey): [string, Option[]][] {
  if (terms.length < 2) return [];
  const inPrint = shuffled(terms, [...key, 'meanings', terms[0]?.id ?? '']);
  return terms.map(({ id, means }) => [
    id,
    inPrint.map((other) => ({ text: other.means, right: other.means === means })),
  ]);
}

const lettered = (options: readonly Option[]): Lettered[] =>
  options.map(({ text, right }, at) => ({ letter: letter(at), text, right }));

/** A section's points, or the question's own: always those where a rubric says what each of them is for. */
const pointsOf = (question: Asked, points = question.points): number =>
  question.kind === 'discuss' && question.rubric.some((line) => line.points !== 1) ? question.points : points;
