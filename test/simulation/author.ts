import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyLock } from '../../src/identity/lock.ts';
import { bankId } from './bank.ts';
import { Census, Learner, type Violation } from './learner.ts';
import { packageOf, publish, type Stop } from './publish.ts';
import { type Deeds, newQuestion, revise } from './question-edits.ts';
import { Random } from './random.ts';
import { type Ledger, ledgerKey, type Release } from './release.ts';
import { type Question, type Truth, textsOf } from './truth.ts';

export const day = 86_400;
/** The first release, in seconds. */
export const start = Date.UTC(2026, 0, 1, 8) / 1000;
export const releases = 24;
export const daysBetween = 30;

/** A version and its package. */
export interface Published {
  readonly release: Release;
  readonly path: string;
}

export interface Authored {
  readonly published: readonly Published[];
  readonly edits: number;
  readonly questions: number;
  readonly heeded: number;
  readonly stops: readonly Stop[];
  readonly violations: readonly Violation[];
}

/** All versions of a bank, as packages in the folder. */
export async function author(seed: number, folder: string): Promise<Authored> {
  const random = new Random(seed);
  const census = new Census();
  // One who imports every version and learns all of it sees every harm in the version that does it.
  const keen = new Learner();
  let names = 0;
  let ledger: Ledger = new Map();
  const pen = {
    random,
    name: (of: string) => `${of}-${++names}`,
    numbersOf: (question: Question) => ledger.get(ledgerKey(question)) ?? new Map<number, string>(),
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
