import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { author, day, daysBetween, type Published, releases, start } from './author.ts';
import { judge, type Seen } from './judge.ts';
import type { Violation } from './learner.ts';
import { live, type Step } from './live.ts';
import type { Stop } from './publish.ts';
import { Random } from './random.ts';

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
