import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyLock } from '../../src/identity/lock.ts';
import { bankId } from './bank.ts';
import { judge, type Seen } from './judge.ts';
import { Census, Learner, type Violation } from './learner.ts';
import { live, type Step } from './live.ts';
import { type Deeds, newQuestion, revise } from './question-edits.ts';
import { Random } from './random.ts';
import { type Ledger, ledgerKey, packageOf, publish, type Release, type Stop } from './release.ts';
import { type Truth, textsOf } from './truth.ts';

const day = 86_400;
/** The first release, in seconds. */
const start = Date.UTC(2026, 0, 1, 8) / 1000;
const releases = 24;
const daysBetween = 30;

/** What came of a seed. */
export interface Figures {
  readonly seed: number;
  readonly releases: number;
  readonly edits: number;
  readonly questions: number;
  readonly imports: number;
  readonly late: number;
  readonly answers: number;
  readonly learnerEdits: number;
  readonly emptyRemoved: number;
  readonly emptyArrived: number;
  readonly heeded: number;
  readonly stops: readonly Stop[];
  /** What is wrong with the packages, and would be for one who imports each and learns all of it. */
  readonly authored: readonly Violation[];
  /** What went wrong in the learners' Anki. */
  readonly seen: readonly Violation[];
}

interface Published {
  readonly release: Release;
  readonly path: string;
}

interface Authored {
  readonly published: readonly Published[];
  readonly edits: number;
  readonly questions: number;
  readonly heeded: number;
  readonly stops: readonly Stop[];
  readonly violations: readonly Violation[];
}

/** Two years of a bank and its learners. */
export async function years(seed: number, python: string, learners: number): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'recto-years-'));
  try {
    const authored = await author(seed, folder);
    const lives = Array.from({ length: learners }, (_, at) => {
      const random = new Random(seed * 1000 + at);
      return {
        collection: join(folder, `${at}.anki2`),
        seed: random.below(1e9),
        steps: life(random, authored.published),
      };
    });
    const results = live(folder, python, lives);
    const seen = lives.map(({ steps }, at) =>
      judge(
        authored.published.map(({ release }) => release),
        steps,
        results[at] ?? [],
      ),
    );
    const sum = (of: (each: Seen) => number) => seen.reduce((total, each) => total + of(each), 0);
    return {
      seed,
      releases,
      edits: authored.edits,
      questions: authored.questions,
      heeded: authored.heeded,
      stops: authored.stops,
      imports: sum((each) => each.imports),
      late: sum((each) => each.late),
      answers: sum((each) => each.answers),
      learnerEdits: sum((each) => each.edits),
      emptyRemoved: sum((each) => each.removed),
      emptyArrived: sum((each) => each.arrived),
      authored: authored.violations,
      seen: seen.flatMap((each) => each.violations),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** All versions of a bank, as packages in the folder. */
async function author(seed: number, folder: string): Promise<Authored> {
  const random = new Random(seed);
  const census = new Census();
  // One who imports every version and learns all of it sees every harm in the version that does it.
  const keen = new Learner();
  let names = 0;
  let ledger: Ledger = new Map();
  const pen = {
    random,
    name: (of: string) => `${of}-${++names}`,
    numbersOf: (question: Parameters<typeof ledgerKey>[0]) =>
      ledger.get(ledgerKey(question)) ?? new Map<number, string>(),
  };
  let truth: Truth = { questions: Array.from({ length: 14 }, () => newQuestion(pen)), away: [] };
  let lock = emptyLock(bankId);
  const published: Published[] = [];
  const stops: Stop[] = [];
  const violations: Violation[] = [];
  let edits = 0;
  let heeded = 0;
  for (let at = 0; at < releases; at++) {
    const deeds: Deeds = new Map();
    const texts = textsOf(truth);
    if (at > 0) truth = revise(truth, pen, deeds);
    const time = (start + at * daysBetween * day) * 1000;
    const name = `v${at + 1}`;
    const built = publish(truth, { name, lock, time, ledger, pen, deeds, texts });
    const { release } = built;
    const path = join(folder, `${name}.apkg`);
    writeFileSync(path, await packageOf(built));
    const before = published.at(-1)?.release;
    violations.push(...census.add(release, ...(before ? [before] : [])), ...keen.import(release));
    keen.learnAll();
    violations.push(
      ...built.stuck.map((about) => ({ what: 'stuck' as const, release: name, about, kind: '', deeds: '' })),
    );
    stops.push(...built.stops);
    heeded += built.heeded;
    published.push({ release, path });
    ({ truth, ledger } = built);
    lock = release.lock;
    edits += [...deeds.values()].flat().length;
  }
  return {
    published,
    edits,
    heeded,
    stops,
    violations,
    questions: truth.questions.length + truth.away.length,
  };
}

/** What a learner will do in the two years: skips versions, imports old ones late, studies, edits, tidies. */
function life(random: Random, published: readonly Published[]): readonly Step[] {
  const steps: Step[] = [];
  let newest = -1;
  const importing = (at: number, version: number) =>
    steps.push({
      at,
      do: 'import_package',
      path: published[version]?.path ?? '',
      version,
      isNewest: version >= newest,
    });
  for (let version = 0; version < published.length; version++) {
    const from = start + version * daysBetween * day + 3600 * (1 + random.below(20));
    if (newest < 0 ? random.chance(0.7) : random.chance(0.65)) {
      importing(from, version);
      newest = version;
    }
    if (newest < 0) continue;
    if (newest > 0 && random.chance(0.12)) importing(from + 2 * day, random.below(newest));
    for (let session = 1; session <= 4; session++) {
      const at = from + session * 6 * day;
      steps.push({ at, do: 'study', cards: 5 + random.below(30) });
      if (random.chance(0.15)) steps.push({ at: at + 3600, do: 'edit' });
      if (random.chance(0.08))
        steps.push({ at: at + 4000, do: 'tag', tag: random.chance(0.5) ? 'marked' : 'mine' });
      if (random.chance(0.06)) steps.push({ at: at + 5000, do: 'suspend' });
    }
    if (random.chance(0.15)) steps.push({ at: from + 27 * day, do: 'empty_cards' });
  }
  if (newest < published.length - 1)
    importing(start + published.length * daysBetween * day, published.length - 1);
  return steps;
}
