import type { Quiz } from '../../bank/bank.ts';
import type { Question } from '../../bank/question.ts';
import { present } from '../../text/present.ts';
import { clash, cluesAmong } from './cueing.ts';

/** The section that each pick is for, in the order of drawing. */
type Holders = ReadonlyMap<Question, number>;

/** What exchanges are made among; questions that the quiz names never go. */
interface Exchange {
  readonly quiz: Quiz;
  readonly named: readonly Question[];
  /** For each section what it may ask, by rank. */
  readonly wishes: readonly (readonly Question[])[];
  /** How often two questions may still be held against each other. */
  readonly looks: { left: number };
}

/** A quiz of some hundred questions never needs so many; one of a thousand that all clash would take minutes. */
const mostLooks = 10_000_000;

/**
 * The picks of every section, with those exchanged that give away an answer of the same quiz or whose answer is given
 * away. The next by rank that does no such thing comes in, one of the same group of a spread before all others. Where
 * there is none a few exchanges are tried together, also between sections; where those do not help the pick stays.
 * Picks without a clash stay whatever the bank holds beside them, unless such a chain needs their place.
 */
export function withoutCues(
  quiz: Quiz,
  named: readonly Question[],
  picks: readonly (readonly Question[])[],
  wishes: readonly (readonly Question[])[],
): Question[][] {
  const among = { quiz, named, wishes, looks: { left: mostLooks } };
  let holders = oneByOne(among, picks);
  for (let next: Holders | undefined = holders; next; next = inChains(among, holders)) holders = next;
  return wishes.map((wish, at) => wish.filter((question) => holders.get(question) === at));
}

/** Exchanges each pick that clashes for one of its section's own that clashes with nothing. */
function oneByOne(among: Exchange, picks: readonly (readonly Question[])[]): Holders {
  const holders = new Map(picks.flatMap((drawn, at) => drawn.map((question) => [question, at] as const)));
  const mayClash = cluesAmong([...among.named, ...holders.keys()]);
  for (const [at, drawn] of picks.entries()) {
    for (const question of [...drawn].reverse()) {
      if (among.looks.left <= 0) return holders;
      // What comes in clashes with nothing, so that no others come to clash.
      if (!mayClash(question) || clashesOf(among, holders, question) === 0) continue;
      const next = candidates(among, at, question).find(
        (each) => !holders.has(each) && clashesOf(among, holders, each, question) === 0,
      );
      if (!next) continue;
      holders.delete(question);
      holders.set(next, at);
    }
  }
  return holders;
}

/** So many exchanges are made together at most, and so many tried before the clashes are left as they are. */
const longestChain = 4;
const mostTries = 4000;

/** The picks with fewer clashes, by as few exchanges as it takes; undefined where none were found. */
function inChains(among: Exchange, holders: Holders): Holders | undefined {
  const tries = { left: mostTries };
  const mayClash = cluesAmong([...among.named, ...holders.keys()]);
  for (let length = 1; length <= longestChain; length++) {
    const found = chain(among, holders, { length, excess: 0, tries, gone: new Set(), mayClash });
    if (found) return found;
  }
  return undefined;
}

interface Search {
  /** How many exchanges may still be made. */
  readonly length: number;
  /** How many clashes there are more than at the start; never above 0. */
  readonly excess: number;
  readonly tries: { left: number };
  /** What went and does not come back. */
  readonly gone: ReadonlySet<Question>;
  /** False for what surely clashes with nothing. */
  readonly mayClash: (question: Question) => boolean;
}

/** Exchanges picks that clash until there are fewer clashes than at the start, without more on the way. */
function chain(among: Exchange, holders: Holders, search: Search): Holders | undefined {
  const { length, excess, tries, gone, mayClash } = search;
  for (const [out, at] of [...holders].reverse()) {
    if (!mayClash(out)) continue;
    const before = clashesOf(among, holders, out);
    if (before === 0) continue;
    for (const into of candidates(among, at, out, true)) {
      if (holders.has(into) || gone.has(into)) continue;
      if (tries.left-- <= 0 || among.looks.left <= 0) return undefined;
      const now = excess - before + clashesOf(among, holders, into, out);
      // An exchange that is to be the last must help, one before it must not harm.
      if (length === 1 ? now >= 0 : now > 0) continue;
      const next = exchanged(among, holders, [out, at], into);
      const further = {
        length: length - 1,
        excess: now,
        tries,
        gone: new Set([...gone, out]),
        mayClash: () => true,
      };
      const found = next && now >= 0 ? chain(among, next, further) : next;
      if (found) return found;
    }
  }
  return undefined;
}

/** With how many of the quiz's questions one clashes, but for `without`. */
function clashesOf(
  { named, looks }: Exchange,
  holders: Holders,
  question: Question,
  without?: Question,
): number {
  looks.left -= named.length + holders.size;
  let count = 0;
  for (const other of named) if (clash(question, other)) count++;
  for (const other of holders.keys()) if (other !== without && clash(question, other)) count++;
  return count;
}

/** What may come in for a section's question: its own group of a spread first; with `all` what other sections may ask. */
function candidates(
  { quiz, wishes, looks }: Exchange,
  at: number,
  question: Question,
  all = false,
): readonly Question[] {
  const { spread } = present(quiz.sections[at], `section ${at}`);
  const own = present(wishes[at], `section ${at}`);
  const alike = spread ? own.filter((each) => each[spread] === question[spread]) : [];
  const found = [...new Set([...alike, ...own, ...(all ? wishes.flat() : [])])];
  looks.left -= found.length;
  return found;
}

/**
 * The picks with `into` for `out`. Where the section of `out` may not ask `into` it takes a pick of a section that may,
 * by way of others if need be; undefined where there is no way.
 */
function exchanged(
  among: Exchange,
  holders: Holders,
  [out, from]: readonly [Question, number],
  into: Question,
): Holders | undefined {
  /** How each section that can do without one of its picks is reached: who takes which from it. */
  const reached = new Map<number, { taker: number; taken: Question } | undefined>([[from, undefined]]);
  for (const at of reached.keys()) {
    if (among.wishes[at]?.includes(into)) {
      const next = new Map(holders);
      next.delete(out);
      next.set(into, at);
      for (let step = reached.get(at); step; step = reached.get(step.taker)) next.set(step.taken, step.taker);
      return next;
    }
    for (const taken of candidates(among, at, out)) {
      const holder = holders.get(taken);
      if (holder !== undefined && !reached.has(holder)) reached.set(holder, { taker: at, taken });
    }
  }
  return undefined;
}
