import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyLock } from '../../src/identity/lock.ts';
import { bankId } from './bank.ts';
import { Census, isSame, Learner, type Violation } from './learner.ts';
import { type Deeds, newQuestion, revise } from './question-edits.ts';
import { Random } from './random.ts';
import { type Ledger, ledgerKey, packageOf, publish, type Release, type Stop } from './release.ts';
import { type Truth, textsOf } from './truth.ts';

const day = 86_400;
/** The first release, in seconds. */
const start = Date.UTC(2026, 0, 1, 8) / 1000;
const releases = 24;
const daysBetween = 30;

/** Debian's libfaketime for programs of several threads, whatever the machine. */
export const fakeTime = ['x86_64', 'aarch64']
  .map((machine) => `/usr/lib/${machine}-linux-gnu/faketime/libfaketimeMT.so.1`)
  .find((path) => existsSync(path));

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
    const seen = lives.map(({ steps }, at) => judge(authored.published, steps, results[at] ?? []));
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

type Step =
  | { readonly at: number; readonly do: 'study'; readonly cards: number }
  | { readonly at: number; readonly do: 'edit' | 'suspend' | 'empty_cards' }
  | { readonly at: number; readonly do: 'tag'; readonly tag: string }
  | { readonly at: number; readonly do: 'import_package'; readonly path: string; readonly version: number };

/** What a learner will do in the two years: skips versions, imports old ones late, studies, edits, tidies. */
function life(random: Random, published: readonly Published[]): readonly Step[] {
  const steps: Step[] = [];
  const importing = (at: number, version: number) =>
    steps.push({ at, do: 'import_package', path: published[version]?.path ?? '', version });
  let newest = -1;
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

interface ImportResult {
  readonly conflicting: number;
  readonly broken: readonly unknown[];
  readonly mods: Readonly<Record<string, number>>;
  readonly notes: readonly (readonly [guid: string, mod: number, fields: string, tags: string])[];
  /** New cards that are empty. */
  readonly arrived: number;
  readonly integrity: string;
  readonly missing: readonly string[];
}

/** The lives of all learners in one process, which begins to count its time where the file says. */
function live(folder: string, python: string, learners: readonly object[]): readonly (readonly unknown[])[] {
  const clock = join(folder, 'clock');
  writeFileSync(clock, '2026-01-01 00:00:00');
  const { status, stdout, stderr } = spawnSync(python, [join(import.meta.dirname, 'learners.py')], {
    env: {
      ...process.env,
      TZ: 'UTC',
      LD_PRELOAD: fakeTime,
      FAKETIME_TIMESTAMP_FILE: clock,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
    encoding: 'utf8',
    input: JSON.stringify({ clock, learners }),
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(`Anki failed: ${stderr}`);
  return JSON.parse(stdout) as unknown[][];
}

interface Seen {
  imports: number;
  late: number;
  answers: number;
  edits: number;
  removed: number;
  arrived: number;
  readonly violations: Violation[];
}

/** Compares what happened in Anki with what was to happen. */
function judge(published: readonly Published[], steps: readonly Step[], results: readonly unknown[]): Seen {
  const learner = new Learner();
  const seen: Seen = { imports: 0, late: 0, answers: 0, edits: 0, removed: 0, arrived: 0, violations: [] };
  let newest = -1;
  for (const [at, step] of steps.entries()) {
    const result = results[at];
    if (step.do === 'study') {
      const answered = result as readonly [guid: string, ordinal: number][];
      seen.answers += answered.length;
      for (const [guid, ordinal] of answered) learner.learn(guid, ordinal + 1);
    } else if (step.do === 'empty_cards') {
      const removed = result as readonly [guid: string, ordinal: number, reps: number][];
      seen.removed += removed.length;
      for (const [guid, ordinal] of removed) learner.learnt.delete(`${guid} ${ordinal + 1}`);
    } else if (step.do === 'import_package') {
      const release = published[step.version]?.release;
      if (!release) throw new Error(`there is no version ${step.version}`);
      seen.imports++;
      if (step.version < newest) seen.late++;
      newest = Math.max(newest, step.version);
      seen.arrived += (result as ImportResult).arrived;
      seen.violations.push(...judgeImport(learner, release, step.version === newest, result as ImportResult));
    } else seen.edits++;
  }
  return seen;
}

/** What an import did that it must not. */
function judgeImport(
  learner: Learner,
  release: Release,
  isNewest: boolean,
  result: ImportResult,
): Violation[] {
  const found: Violation[] = [];
  const add = (what: Violation['what'], about: string, { kind = '', deeds = '' } = {}) =>
    found.push({ what, release: release.name, about, kind, deeds });
  if (result.conflicting > 0) add('conflict', `${result.conflicting} notes`);
  for (const row of result.broken) add('schedule', JSON.stringify(row));
  if (result.integrity !== '') add('database', result.integrity);
  if (result.missing.length > 0) add('media', result.missing.join(', '));
  for (const [guid, mod] of Object.entries(result.mods)) learner.touch(guid, mod);
  found.push(...learner.import(release));
  if (result.notes.length !== learner.notes.size)
    add('doubled', `${result.notes.length} notes, not ${learner.notes.size}`);
  for (const [guid, mod, fields, tags] of result.notes) {
    const held = learner.notes.get(guid);
    if (!held) {
      add('doubled', `a note ${guid} that no package has`);
      continue;
    }
    const { id } = held.content;
    if (mod !== held.mod)
      add('not as the package', `${id} has the time ${mod}, not ${held.mod}`, held.content);
    if (held.touched) continue;
    if (!isSame(held.content, { ...held.content, fields, tags }))
      add('not as the package', `${id} differs`, held.content);
    const due = isNewest ? release.notes.get(guid) : undefined;
    if (due && !isSame(held.content, due)) add('stale', `${id} did not come through`, held.content);
  }
  return found;
}
