import type { Bank } from '../bank/bank.ts';
import { eachQuestion } from '../bank/question.ts';
import { ankiKind } from '../targets/anki/kinds/index.ts';
import type { NoteQuestion } from '../targets/anki/kinds/kind.ts';
import {
  contentHash,
  fieldHashes,
  type MediaName,
  type NoteContent,
  noteContent,
} from '../targets/anki/note.ts';
import { replacedContent } from '../targets/anki/replaced.ts';
import { type Changes, changesOf, type SettledQuestion } from './changes.ts';
import { type Claim, Claims, replacedKey } from './claims.ts';
import type { Lock, LockEntry } from './lock.ts';
import { type Numbered, numberParts } from './parts.ts';

/** A note with its identity and its times. */
export interface SettledNote {
  readonly question: NoteQuestion;
  readonly entry: LockEntry;
  readonly content: NoteContent;
}

export interface Settled {
  readonly lock: Lock;
  /** In the order of the bank; behind them the notes that questions left behind when they became another note type. */
  readonly notes: readonly SettledNote[];
  readonly changes: Changes;
}

/**
 * Brings the lock up to date with the bank. `now` is the time of this build in milliseconds; it becomes the `mod` of
 * notes whose content moved, and of no other.
 */
export function settle(bank: Bank, lock: Lock, now: number, mediaName: MediaName): Settled {
  const claims = new Claims(lock);
  const settler: Settler = { bank, claims, now, mediaName };
  const settled = noteQuestions(bank).map((question) => settleQuestion(settler, question));
  const notes = withTimes(
    settler,
    settled.map(({ note }) => note),
  );
  const behind = withTimes(
    settler,
    settled.flatMap(({ behind }) => behind),
  );
  const latest = Math.max(0, ...Object.values(lock.notes).map(latestOf));
  const isFirst = Object.keys(lock.notes).length === 0;
  return {
    notes: [...notes, ...behind],
    lock: { bank: bank.id, notes: lockNotes(notes, behind, claims.left, now) },
    changes: changesOf(settled, claims.left, isFirst, latest, now),
  };
}

/** The questions that become notes, in the order of the bank. */
export const noteQuestions = (bank: Bank): NoteQuestion[] =>
  eachQuestion(bank.questions).filter(
    (question): question is NoteQuestion => question.kind !== 'passage' && question.targets.includes('anki'),
  );

const latestOf = ({ created, changed }: LockEntry): number => Math.max(created / 1000, changed);

interface Settler {
  readonly bank: Bank;
  readonly claims: Claims;
  readonly now: number;
  readonly mediaName: MediaName;
}

interface WithNotes extends SettledQuestion {
  readonly note: SettledNote;
  /** The notes that the question left behind, now and earlier. */
  readonly behind: readonly SettledNote[];
}

function settleQuestion(settler: Settler, question: NoteQuestion): WithNotes {
  const { bank, claims, mediaName } = settler;
  const { type, parts } = ankiKind(question);
  const claim = claims.claim(question, type);
  const { before } = claim;
  // The kind is part of what a part is: an item of a list is not the deletion of a sentence, though both read "Paris".
  const named = parts?.(question).map((part) => ({ ...part, text: `${question.kind}\0${part.text}` }));
  const numbered = named && numberParts(named, knownParts(question, before));
  const content = noteContent(bank, question, numbered, mediaName);
  const guid = before?.guid ?? claims.newGuid(bank.id, question.was[0] ?? question.id, type);
  const identity = { guid, type, kind: question.kind, created: before?.created ?? 0 };
  const entry = { ...stamped(settler, identity, content, before), ...partsOf(numbered) };
  const note = { question, entry, content };
  const { left, again, renamedFrom } = claim;
  return {
    question,
    entry,
    before,
    left,
    again,
    renamedFrom,
    note,
    behind: leftBehind(settler, note, claim),
  };
}

/** The parts as the lock has them; of a note that was another kind all have gone, and may come back with their kind. */
function knownParts({ kind }: NoteQuestion, before: LockEntry | undefined): Numbered | undefined {
  if (!before) return undefined;
  const { parts = [], goneParts = [] } = before;
  const isSame = before.kind === undefined || before.kind === kind;
  return isSame ? { parts, gone: goneParts } : { parts: [], gone: [...parts, ...goneParts] };
}

function partsOf(numbered: Numbered | undefined): Pick<LockEntry, 'parts' | 'goneParts'> {
  if (!numbered) return {};
  return numbered.gone.length > 0
    ? { parts: numbered.parts, goneParts: numbered.gone }
    : { parts: numbered.parts };
}

/** An entry that moves to this build's time if the content moved, and never back, whatever the clock says. */
function stamped(
  { now }: Settler,
  identity: Pick<LockEntry, 'guid' | 'type' | 'kind' | 'created'>,
  content: NoteContent,
  before: LockEntry | undefined,
): LockEntry {
  const hash = contentHash(content);
  const changed =
    before?.hash === hash ? before.changed : Math.max(Math.floor(now / 1000), (before?.changed ?? 0) + 1);
  return { ...identity, changed, hash, fields: fieldHashes(content) };
}

/** Notes of other types that learners have of this question: still in the package, as retired. */
function leftBehind(settler: Settler, { question, content }: SettledNote, claim: Claim): SettledNote[] {
  return claim.replaced.map((before) => {
    const { guid, type, kind, created, parts, goneParts } = before;
    const numbers = parts?.map(([number]) => number) ?? [];
    const replaced = replacedContent(settler.bank, content, type, numbers);
    const entry = stamped(settler, { guid, type, kind, created }, replaced, before);
    const kept = { ...(parts && { parts }), ...(goneParts && { goneParts }) };
    return { question, entry: { ...entry, ...kept }, content: replaced };
  });
}

/** Gives new notes their ids: the time of the build, counted back so that none is doubled or in the future. */
function withTimes({ claims, now }: Settler, notes: readonly SettledNote[]): SettledNote[] {
  const withTime = (note: SettledNote): SettledNote =>
    note.entry.created === 0 ? { ...note, entry: { ...note.entry, created: claims.newTime(now) } } : note;
  return [...notes].reverse().map(withTime).reverse();
}

/** The lock's notes: those of the bank, those left behind, and those that have gone. */
function lockNotes(
  notes: readonly SettledNote[],
  behind: readonly SettledNote[],
  gone: ReadonlyMap<string, LockEntry>,
  now: number,
): Lock['notes'] {
  return {
    ...Object.fromEntries([...gone].map(([id, entry]) => [id, { ...entry, gone: entry.gone ?? now }])),
    ...Object.fromEntries(behind.map(({ question, entry }) => [replacedKey(question.id, entry.type), entry])),
    ...Object.fromEntries(notes.map(({ question, entry }) => [question.id, entry])),
  };
}
