import type { Bank, Quiz } from '../../bank/bank.ts';
import type { Question } from '../../bank/question.ts';
import { present } from '../../text/present.ts';
import { byRank, type RankKey } from '../shuffle.ts';
import { breadth, isPrintable, matches } from './blueprint.ts';
import { withoutCues } from './exchange.ts';
import type { Shortage } from './problem.ts';
import { pickRanked } from './spread.ts';

/**
 * Every section's picks, by section; no question twice, none that a section names, and where it can be helped none that
 * gives away another's answer. `avoided` tells of the questions not to draw which quiz has them.
 */
export function pickAll(
  bank: Bank,
  quiz: Quiz,
  named: readonly (readonly Question[])[],
  avoided: ReadonlyMap<string, string>,
  key: RankKey,
): { picks: Question[][]; shortages: Shortage[] } {
  const kept = new Set(named.flat().map(({ id }) => id));
  const printable = bank.questions.filter(isPrintable);
  const free = printable.filter(({ id }) => !kept.has(id) && !avoided.has(id));
  const wishes = quiz.sections.map((section, at) =>
    byRank(
      free.filter((question) => matches(bank, section.from, question)),
      ({ id }) => id,
      [...key, at],
    ),
  );
  const owner = new Map<string, number>();
  const narrowFirst = [...quiz.sections.entries()].sort(
    ([, one], [, two]) => breadth(one.from) - breadth(two.from),
  );
  const shortages: Shortage[] = [];
  const holding = { wishes, owner, stuck: new Set<number>() };
  for (const [at, section] of narrowFirst) {
    const asked = section.pick ?? 0;
    const left = present(wishes[at], `section ${at}`).filter(({ id }) => !owner.has(id));
    const drawn = pickRanked(left, asked, section.spread, [...key, at]);
    for (const { id } of drawn) owner.set(id, at);
    let short = asked - drawn.length;
    while (short > 0 && takeOver(at, holding)) short--;
    if (short === 0) continue;
    const matching = printable.filter((question) => matches(bank, section.from, question));
    shortages.push(shortage(at, { asked, short }, matching, { kept, avoided }));
  }
  const picks = wishes.map((wish, at) => wish.filter(({ id }) => owner.get(id) === at));
  return {
    picks: withoutCues(quiz, named.flat(), picks, wishes),
    shortages: shortages.sort((a, b) => a.section - b.section),
  };
}

interface Holding {
  readonly wishes: readonly Question[][];
  /** The section that has each question, by the question's id. */
  readonly owner: Map<string, number>;
  /** Sections that can give up no question: all that they may ask is held by such as well, and always will be. */
  readonly stuck: Set<number>;
}

/**
 * Gives `section` one question more, if need be one of another section that finds a replacement, and so on: an
 * augmenting path of bipartite matching, which finds a way whenever there is one.
 */
function takeOver(section: number, holding: Holding): boolean {
  const asked = new Set<number>();
  if (findsOne(section, holding, asked, new Set())) return true;
  for (const each of asked) holding.stuck.add(each);
  return false;
}

function findsOne(section: number, holding: Holding, asked: Set<number>, tried: Set<string>): boolean {
  const { wishes, owner, stuck } = holding;
  asked.add(section);
  for (const { id } of present(wishes[section], `section ${section}`)) {
    const holder = owner.get(id);
    if (holder === section || tried.has(id) || (holder !== undefined && stuck.has(holder))) continue;
    tried.add(id);
    if (holder === undefined || findsOne(holder, holding, asked, tried)) {
      owner.set(id, section);
      return true;
    }
  }
  return false;
}

function shortage(
  section: number,
  { asked, short }: { asked: number; short: number },
  matching: readonly Question[],
  { kept, avoided }: { kept: ReadonlySet<string>; avoided: ReadonlyMap<string, string> },
): Shortage {
  const named = matching.filter(({ id }) => kept.has(id)).length;
  const theirs = matching.flatMap(({ id }) => (kept.has(id) ? [] : (avoided.get(id) ?? [])));
  const free = matching.length - named - theirs.length;
  return {
    is: 'shortage',
    section,
    asked,
    matching: matching.length,
    named,
    avoided: { count: theirs.length, quizzes: [...new Set(theirs)] },
    needed: short - Math.max(0, asked - free),
  };
}
