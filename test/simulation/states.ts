import { emptyLock, formatLock, type Lock, parseLock } from '../../src/identity/lock.ts';
import { merged as mergedByGit } from '../identity/merge.ts';
import { bankId } from './bank.ts';
import { type Aliases, mergedTruth } from './branches.ts';
import { type Census, cardName, type Violation } from './learner.ts';
import type { Pen } from './parts.ts';
import { type Built, publish, type Stop } from './publish.ts';
import { type Deeds, newQuestion, revise } from './question-edits.ts';
import type { Random } from './random.ts';
import { type Ledger, ledgerKey, type Release } from './release.ts';
import { type Question, type Truth, textsOf } from './truth.ts';

const hour = 3_600_000;
const start = Date.UTC(2026, 0, 1);

/** A state of a bank in git. */
export interface State {
  readonly truth: Truth;
  readonly lock: Lock;
  readonly ledger: Ledger;
  readonly built: Built;
  /** The builds since the last fork that learners may have. */
  readonly released: readonly Built[];
  readonly deeds: Deeds;
  /** The hour of its last build. */
  readonly hours: number;
}

/** All that one history has; one use a history. */
export interface History {
  readonly random: Random;
  readonly aliases: Aliases;
  readonly census: Census;
  readonly stops: Stop[];
  readonly violations: Violation[];
  names: number;
  builds: number;
  edits: number;
}

const penOf = (history: History, ledger: Ledger): Pen => ({
  random: history.random,
  name: (of) => `${of}-${++history.names}`,
  numbersOf: (question) => ledger.get(ledgerKey(question)) ?? new Map<number, string>(),
});

/** The first version. */
export function firstState(history: History): State {
  const ledger: Ledger = new Map();
  const pen = penOf(history, ledger);
  const truth = { questions: Array.from({ length: 4 }, () => newQuestion(pen)), away: [] };
  const before = { truth, lock: emptyLock(bankId), ledger, hours: 0, deeds: new Map() };
  return build(history, before, { name: 'v1', texts: new Map() }, []);
}

/** Builds, and keeps what there is to tell of it. */
function build(
  history: History,
  { truth, lock, ledger, hours, deeds }: Omit<State, 'built' | 'released'>,
  {
    name,
    texts,
    publishedPart,
    known = [],
  }: {
    name: string;
    texts: ReadonlyMap<string, string>;
    publishedPart?: (question: Question, number: number) => string | undefined;
    known?: readonly string[];
  },
  parents: readonly Release[],
): State {
  const pen = penOf(history, ledger);
  const time = start + hours * hour;
  const built = publish(truth, {
    name,
    lock,
    time,
    ledger,
    pen,
    deeds,
    texts,
    known,
    ...(publishedPart && { publishedPart }),
  });
  history.stops.push(...built.stops);
  history.violations.push(...history.census.add(built.release, ...parents));
  for (const about of built.stuck)
    history.violations.push({ what: 'stuck', release: name, about, kind: '', deeds: '' });
  const { release } = built;
  return { truth: built.truth, lock: release.lock, ledger: built.ledger, built, released: [], deeds, hours };
}

/** One or two builds on a branch, by the clock of some machine, each released or not. */
export function branch(history: History, base: State): State {
  const { random } = history;
  let state: State = { ...base, released: [], deeds: new Map() };
  for (let builds = 1 + random.below(2); builds > 0; builds--) {
    const texts = textsOf(state.truth);
    const deeds: Deeds = new Map(state.deeds);
    const truth = revise(state.truth, penOf(history, state.ledger), deeds);
    history.edits += [...deeds.values()].flat().length - [...state.deeds.values()].flat().length;
    // Few hours, so that two branches may build at the same second.
    const hours = state.hours + random.below(4);
    const name = `b${++history.builds}`;
    const next = build(history, { ...state, truth, deeds, hours }, { name, texts }, [state.built.release]);
    state = { ...next, released: random.chance(0.5) ? [...state.released, next.built] : state.released };
  }
  return state;
}

/** Merged by git, then built. */
export function mergeStates(history: History, base: State, ours: State, theirs: State): State {
  const { random, aliases } = history;
  const files = [base, ours, theirs].map(({ lock }) => formatLock(lock));
  const { text, conflict } = mergedByGit(
    files[0] ?? '',
    files[1] ?? '',
    files[2] ?? '',
    '*.lock.json merge=union\n',
  );
  if (conflict) throw new Error('git found a conflict in spite of merge=union');
  const lock = parseLock(text, bankId);
  const truth = mergedTruth(base.truth, ours.truth, theirs.truth, aliases);
  const [one, other] = [ours, theirs].map(({ released }) => released.length > 0);
  const published = one === other ? undefined : one ? ours : theirs;
  const ledger = mergedLedger(published === theirs ? [ours, theirs] : [theirs, ours], aliases);
  const publishedPart = (question: Question, number: number) => {
    const self = published?.ledger.get(ledgerKey(question))?.get(number);
    return self === undefined ? undefined : (aliases.get(self) ?? self);
  };
  const texts = new Map([base, ours, theirs].flatMap((state) => [...textsOf(state.truth)]));
  const deeds: Deeds = new Map(ours.deeds);
  for (const [self, done] of theirs.deeds) deeds.set(self, [...(deeds.get(self) ?? []), '|', ...done]);
  // Mostly later than both, by a clock that may be wrong.
  const hours = Math.max(ours.hours, theirs.hours) + random.below(4) - 1;
  const name = `m${++history.builds}`;
  return build(
    history,
    { truth, lock, ledger, deeds, hours },
    { name, texts, publishedPart, known: doubledCards([ours, theirs], aliases) },
    [ours.built.release, theirs.built.release],
  );
}

/** The cards of what both branches made under two numbers: of the one that is kept there can only be one card. */
function doubledCards(states: readonly State[], aliases: Aliases): readonly string[] {
  const cards = new Map<string, Set<string>>();
  for (const { built } of states)
    for (const [guid, { asks }] of built.release.notes)
      for (const [number, selves] of asks ?? [])
        for (const self of selves.map((each) => aliases.get(each) ?? each))
          cards.set(self, (cards.get(self) ?? new Set()).add(cardName(guid, number)));
  return [...new Set(aliases.values())].flatMap((self) => {
    const all = [...(cards.get(self) ?? [])];
    return all.length > 1 ? all : [];
  });
}

/** What both branches' builds told; of two parts with one number the later one's. */
function mergedLedger(states: readonly State[], aliases: Aliases): Ledger {
  const merged = new Map<string, Map<number, string>>();
  for (const { ledger } of states)
    for (const [key, numbers] of ledger) {
      const all = merged.get(key) ?? new Map<number, string>();
      for (const [number, self] of numbers) all.set(number, aliases.get(self) ?? self);
      merged.set(key, all);
    }
  return merged;
}
