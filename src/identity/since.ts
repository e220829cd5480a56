import { groupBy } from '../text/group.ts';
import { type Changes, changesOf, type SettledQuestion } from './changes.ts';
import type { LockEntry } from './entry.ts';
import type { Lock } from './lock.ts';
import type { FieldNames } from './note.ts';
import type { Settled } from './settle.ts';

/** A note as the older lock has it. */
interface Known {
  readonly id: string;
  /** Its question had left it behind. */
  readonly wasBehind: boolean;
  readonly entry: LockEntry;
}

/**
 * What the next import will do for learners who have the notes of an older lock of the same bank, for a release that was
 * built more than once. Notes are compared by their guids, as Anki does: what a question was called in between, and which
 * numbers its parts were given, is settled and is not guessed anew.
 *
 * @param settled the bank as its own lock settles it
 * @param now the time of the build in milliseconds
 */
export function changesSince(
  { notes, lock }: Pick<Settled<unknown>, 'notes' | 'lock'>,
  since: Lock,
  now: number,
  names: FieldNames,
): Changes {
  const known = new Map(Object.entries(since.notes).map(([key, entry]) => [entry.guid, knownAs(key, entry)]));
  const isOwn = ({ question, entry }: (typeof notes)[number]) => lock.notes[question.id]?.guid === entry.guid;
  const behind = groupBy(
    notes.filter((note) => !isOwn(note)),
    ({ question }) => question.id,
  );
  const settled = notes.filter(isOwn).map(({ question, entry }): SettledQuestion => {
    const before = known.get(entry.guid);
    const left = (behind.get(question.id) ?? [])
      .map(({ entry: { guid } }) => known.get(guid))
      .find((each) => each && !each.wasBehind);
    const named = before?.wasBehind ? left : (before ?? left);
    return {
      question,
      entry,
      before: before && movedBy(entry, before.entry),
      again: before?.wasBehind ?? false,
      left: left?.entry,
      replaced: [],
      renamedFrom: named && named.id !== question.id ? named.id : undefined,
      // What this build asks of its author is no matter of what learners had.
      double: undefined,
      edited: [],
      unknownTexts: [],
      risks: [],
      begunTwice: false,
      isExplained: true,
    };
  });
  const claimed = new Set(notes.map(({ entry: { guid } }) => guid));
  const gone = Object.entries(since.notes).filter(([, { guid }]) => !claimed.has(guid));
  return changesOf(settled, since, new Map(gone), now, names);
}

function knownAs(key: string, entry: LockEntry): Known {
  const [id = key, type] = key.split('@');
  return { id, wasBehind: type !== undefined, entry };
}

/** A text that was changed and changed back is newer all the same, and takes the place of what learners wrote. */
const movedBy = (now: LockEntry, before: LockEntry): LockEntry =>
  before.changed === now.changed ? before : { ...before, hash: '' };
