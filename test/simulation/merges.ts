import type { Aliases } from './branches.ts';
import { Census, isSame, Learner, type Violation } from './learner.ts';
import type { Built, Stop } from './publish.ts';
import { Random } from './random.ts';
import type { Release } from './release.ts';
import { branch, firstState, type History, mergeStates, type State } from './states.ts';

/** A version that a learner imported, and what it began from if it is of another branch than the last. */
export interface Taken {
  readonly built: Built;
  readonly fork: Release | undefined;
}

/** What came of a seed. */
export interface Merged {
  readonly seed: number;
  readonly merges: number;
  readonly edits: number;
  readonly releases: number;
  readonly imports: number;
  readonly stops: readonly Stop[];
  readonly violations: readonly Violation[];
  /** What each learner imported, in this order. */
  readonly taken: readonly (readonly Taken[])[];
  readonly trueSelf: (self: string) => string;
}

/** A bank that is forked, edited and built in both branches, merged, and forked again; and who had which of it. */
export function merges(seed: number): Merged {
  const random = new Random(seed);
  const aliases: Aliases = new Map();
  const history: History = {
    random,
    aliases,
    census: new Census(),
    stops: [],
    violations: [],
    names: 0,
    builds: 0,
    edits: 0,
  };
  const trueSelf = (self: string) => aliases.get(self) ?? self;
  const learners = Array.from({ length: 5 }, () => ({ has: new Learner(trueSelf), taken: [] as Taken[] }));
  let base = firstState(history);
  let imports = 0;
  let releases = 1;
  const take = ({ has, taken }: (typeof learners)[number], built: Built, fork?: Release) => {
    history.violations.push(...has.import(built.release, fork));
    has.learnAll();
    taken.push({ built, fork });
    imports++;
  };
  for (const learner of learners) take(learner, base.built);
  const rounds = 1 + random.below(3);
  for (let round = 0; round < rounds; round++) {
    const [ours, theirs] = [branch(history, base), branch(history, base)];
    let next: State;
    try {
      next = mergeStates(history, base, ours, theirs);
    } catch (error) {
      // The rest of the history cannot be told, and the other histories can.
      const about =
        error instanceof Error ? `${error.message} ${error.stack?.split('\n').slice(1, 4)}` : String(error);
      history.violations.push({ what: 'failed', release: `m${history.builds}`, about, kind: '', deeds: '' });
      break;
    }
    const had = [
      ours.released,
      theirs.released,
      [...ours.released, ...theirs.released],
      random.shuffled([...ours.released, ...theirs.released]),
      [],
    ];
    const fork = base.built.release;
    for (const [at, learner] of learners.entries())
      for (const built of had[at] ?? []) take(learner, built, at === 2 || at === 3 ? fork : undefined);
    base = next;
    releases += ours.released.length + theirs.released.length + 1;
    for (const learner of learners) {
      take(learner, base.built);
      history.violations.push(...outdated(learner.has, base.built.release));
    }
  }
  const { stops, violations, edits } = history;
  const taken = learners.map((learner) => learner.taken);
  return { seed, merges: rounds, edits, releases, imports, stops, violations, taken, trueSelf };
}

/** Notes of which a learner has not got what the release says. */
const outdated = (learner: Learner, release: Release): Violation[] =>
  [...release.notes].flatMap(([guid, note]): Violation[] => {
    const held = learner.notes.get(guid)?.content;
    if (held && isSame(held, note)) return [];
    const about = `${note.id} did not come through`;
    return [{ what: 'stale', release: release.name, about, kind: note.kind, deeds: note.deeds }];
  });
