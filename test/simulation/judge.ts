import { isSame, Learner, type Violation } from './learner.ts';
import type { ImportResult, Step } from './live.ts';
import type { Release } from './release.ts';

/** A version that learners import; `fork` as in `Learner`. */
export interface Version {
  readonly release: Release;
  readonly fork?: Release | undefined;
}

/** What was seen of a learner's life. */
export interface Seen {
  imports: number;
  late: number;
  answers: number;
  edits: number;
  removed: number;
  arrived: number;
  readonly violations: Violation[];
}

/** Compares what happened in Anki with what was to happen. */
export function judge(
  versions: readonly Version[],
  steps: readonly Step[],
  results: readonly unknown[],
  learner = new Learner(),
): Seen {
  const seen: Seen = { imports: 0, late: 0, answers: 0, edits: 0, removed: 0, arrived: 0, violations: [] };
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
      const version = versions[step.version];
      if (!version) throw new Error(`there is no version ${step.version}`);
      seen.imports++;
      if (!step.isNewest) seen.late++;
      seen.arrived += (result as ImportResult).arrived;
      seen.violations.push(...judgeImport(learner, version, step.isNewest, result as ImportResult));
    } else seen.edits++;
  }
  return seen;
}

/** What an import did that it must not. */
function judgeImport(
  learner: Learner,
  { release, fork }: Version,
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
  found.push(...learner.import(release, fork));
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
