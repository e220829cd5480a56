import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newestAnki } from '../targets/anki/oracle/anki.ts';
import { runs, testWith } from '../tools.ts';
import { mergesTable } from './figures.ts';
import { judge } from './judge.ts';
import { Learner } from './learner.ts';
import { fakeTime, type Life, live, type Step } from './live.ts';
import { type Merged, merges } from './merges.ts';
import { packageOf } from './publish.ts';

/** How many histories in memory, and how many in the real Anki; more for a long run. */
const count = Number(process.env.RECTO_MERGES ?? 120);
const inAnki = Number(process.env.RECTO_MERGES_IN_ANKI ?? 4);
/** Other histories than those of merges.property.test.ts. */
const first = Number(process.env.RECTO_FIRST_SEED ?? 1001);

const testWithGit = testWith('git', runs('git', '--version'));

testWithGit(
  'whatever two branches do, no merge moves a history, doubles a note or holds back what is new',
  () => {
    const all = Array.from({ length: count }, (_, at) => merges(first + at));
    console.info(mergesTable(all));
    expect(all.flatMap(({ seed, violations }) => violations.map((each) => ({ seed, ...each })))).toEqual([]);
  },
  count * 5000,
);

const day = 86_400;
const start = Date.UTC(2026, 6, 1, 8) / 1000;

/** Learners of a history in the real Anki, who study all they have after every import; gives what went wrong. */
async function lived({ taken, trueSelf }: Merged): Promise<readonly object[]> {
  const folder = mkdtempSync(join(tmpdir(), 'recto-merges-'));
  try {
    const builds = [...new Set(taken.flat().map(({ built }) => built))];
    const path = (version: number) => join(folder, `${version}.apkg`);
    for (const [version, built] of builds.entries()) writeFileSync(path(version), await packageOf(built));
    const lives = taken.map((theirs, at): Life => {
      const steps = theirs.flatMap(({ built }, turn): Step[] => {
        const isNewest = built.release.name.startsWith('m');
        const time = start + turn * day;
        return [
          { at: time, do: 'import_package', path: path(builds.indexOf(built)), version: turn, isNewest },
          { at: time + 3600, do: 'study', cards: 40 },
        ];
      });
      return { collection: join(folder, `${at}.anki2`), seed: at, steps };
    });
    const results = live(folder, newestAnki ?? '', lives);
    return lives.flatMap(({ steps }, at) => {
      const versions = (taken[at] ?? []).map(({ built: { release }, fork }) => ({ release, fork }));
      return judge(versions, steps, results[at] ?? [], new Learner(trueSelf)).violations;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

testWith('a Python with the package "anki", git, and libfaketime', Boolean(newestAnki && fakeTime))(
  'learners of two branches, and of what was merged, keep their histories in Anki',
  async () => {
    for (let seed = first; seed < first + inAnki; seed++)
      expect({ seed, wrong: await lived(merges(seed)) }).toEqual({ seed, wrong: [] });
  },
  inAnki * 60_000,
);
