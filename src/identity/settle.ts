import { groupBy } from '../text/group.ts';
import { type Changes, changesOf, type SettledQuestion } from './changes.ts';
import { type Claim, Claims, noTime, replacedKey } from './claims.ts';
import { type Decisions, isAccepted, isMeant, settleClashes } from './decisions.ts';
import type { LockEntry } from './entry.ts';
import { isExplained } from './guid.ts';
import type { Lock } from './lock.ts';
import { settledAlone, united } from './merge.ts';
import { type FieldNames, firstId, type NoteQuestion, type NoteWriter, type Written } from './note.ts';
import { numberParts } from './parts/number-parts.ts';
import type { KnownParts } from './parts/part.ts';
import { refuseWrongTime } from './time.ts';

/** A note with its identity and its times. */
export interface SettledNote<Content> {
  readonly question: NoteQuestion;
  readonly entry: LockEntry;
  readonly content: Content;
}

export interface Settled<Content> {
  readonly lock: Lock;
  /** In the order of the bank; behind them the notes that questions left behind when they became another note type. */
  readonly notes: readonly SettledNote<Content>[];
  readonly changes: Changes;
}

/**
 * Brings the lock up to date with a bank, by its id. `now` is the time of this build in milliseconds; it becomes the
 * `mod` of notes whose content moved, and of no other. What a note says, and whether that has moved, `writer` tells.
 * Where the changes have risks or doubles, nothing of this may be published.
 * @param decisions what the author has answered to the risks of an earlier try
 * @throws {RangeError} for a `now` that no build may have
 */
export function settle<Content>(
  bank: string,
  lock: Lock,
  now: number,
  writer: NoteWriter<Content>,
  decisions: Decisions = {},
): Settled<Content> {
  refuseWrongTime(now);
  const claims = new Claims(
    lock,
    writer.questions.map(({ id }) => id),
  );
  const build = { bank, claims, now, writer, decisions };
  const settled = writer.questions.map((question) => settleQuestion(build, question));
  const notes = withTimes(build, settled);
  const left = settled.flatMap(({ behind }) => behind);
  const behind = withTimes(build, left);
  const unclaimed = eachOnce(bank, claims.left);
  return {
    notes: [...notes, ...behind],
    lock: { bank, notes: lockNotes(notes, behind, unclaimed, now) },
    changes: changesOf(settled, lock, unclaimed, now, writer.fieldNames),
  };
}

/** What is the same for all questions of a build. */
interface Build<Content> {
  readonly bank: string;
  readonly claims: Claims;
  readonly now: number;
  readonly writer: NoteWriter<Content>;
  readonly decisions: Decisions;
}

interface WithNotes<Content> extends SettledQuestion, SettledNote<Content> {
  /** The notes that the question left behind, now and earlier. */
  readonly behind: readonly SettledNote<Content>[];
}

function settleQuestion<Content>(build: Build<Content>, question: NoteQuestion): WithNotes<Content> {
  const { bank, claims, writer, now, decisions } = build;
  const type = writer.typeOf(question);
  const claim = claims.claim(question, type);
  const parts = writer.partsOf(question);
  const peace = claim.before && parts && settleClashes(question, claim.before, parts, decisions);
  const before = peace?.entry ?? claim.before;
  const numbered = parts && numberParts(question.kind, parts, knownParts(question, before));
  const risks = [...(peace?.risks ?? []), ...(numbered?.risks ?? [])];
  const written = writer.write(question, numbered);
  const entry: LockEntry = {
    guid: before?.guid ?? claims.newGuid(bank, firstId(question), type),
    type,
    kind: question.kind,
    created: before?.created ?? noTime,
    ...stamped(now, written, before),
    parts: numbered?.parts,
    goneParts: numbered?.gone.length ? numbered.gone : undefined,
  };
  const note = { question, entry, content: written.content };
  return {
    ...claim,
    before,
    ...note,
    behind: leftBehind(build, note, claim),
    edited: numbered?.edited ?? [],
    unknownTexts: numbered?.unknownWas ?? [],
    risks: risks.filter((risk) => !isAccepted(decisions, question, risk)),
    begunTwice: isBegunTwice(before, writer.fieldNames) && !isMeant(decisions, question),
    isExplained: isExplained(entry.guid, bank, question, type),
  };
}

/** A note that two branches began is one to Anki; where it has not a text in common, they began two questions. */
function isBegunTwice(before: LockEntry | undefined, { shared, derived }: FieldNames): boolean {
  const { twin, fields = {} } = before ?? {};
  if (!twin) return false;
  const isOwn = (name: string) => !shared.has(name) && name !== derived;
  return !Object.entries(twin).some(([name, hash]) => isOwn(name) && fields[name] === hash);
}

/** The parts as the lock has them; of a note that was another kind all have gone, and may come back with their kind. */
function knownParts({ kind }: NoteQuestion, before: LockEntry | undefined): KnownParts | undefined {
  if (!before) return undefined;
  const { parts = [], goneParts = [] } = before;
  const isSame = before.kind === undefined || before.kind === kind;
  return isSame ? { parts, gone: goneParts } : { parts: [], gone: [...parts, ...goneParts] };
}

/** What a note says now; it moves to this build's time if the content moved, and never back, whatever the clock says. */
function stamped(now: number, { hash, fields }: Written<unknown>, before: LockEntry | undefined) {
  const changed =
    before?.hash === hash ? before.changed : Math.max(Math.floor(now / 1000), (before?.changed ?? 0) + 1);
  return { changed, hash, fields };
}

/** Notes of other types that learners have of this question: still in the package, as retired. */
function leftBehind<Content>(
  { writer, now }: Build<Content>,
  { question, content }: SettledNote<Content>,
  claim: Claim,
): SettledNote<Content>[] {
  return claim.replaced.map((before) => {
    const { guid, type, kind, created, parts, goneParts } = settledAlone(before);
    const numbers = parts?.map(({ number }) => number) ?? [];
    const written = writer.replaced(content, type, numbers);
    const entry = { guid, type, kind, created, ...stamped(now, written, before), parts, goneParts };
    return { question, entry, content: written.content };
  });
}

/** Gives new notes their ids: the time of the build, counted back so that none is doubled or in the future. */
function withTimes<Content>(
  { claims, now }: Build<Content>,
  notes: readonly SettledNote<Content>[],
): SettledNote<Content>[] {
  const timed = (entry: LockEntry): LockEntry =>
    entry.created === noTime ? { ...entry, created: claims.newTime(now) } : entry;
  return notes
    .toReversed()
    .map(({ question, entry, content }) => ({ question, entry: timed(entry), content }))
    .reverse();
}

/**
 * Notes that no question claimed, each under one name: of two, as branches leave them of which one renamed the question, the
 * name that the guid comes from, by which it is found again.
 */
function eachOnce(bank: string, left: ReadonlyMap<string, LockEntry>): ReadonlyMap<string, LockEntry> {
  const groups = groupBy([...left], ([, { guid }]) => guid);
  return new Map(
    [...groups.values()].map((same) => {
      if (same.length === 1) return same[0];
      const isFirst = ([key, { guid, type }]: (typeof same)[number]) =>
        isExplained(guid, bank, { id: key.replace(/@.*$/, ''), was: [] }, type);
      const [name] = same.find(isFirst) ?? same[0];
      return [name, united(same.map(([, entry]) => entry))] as const;
    }),
  );
}

/** The lock's notes: those of the bank, those left behind, and those that have gone. */
function lockNotes(
  notes: readonly SettledNote<unknown>[],
  behind: readonly SettledNote<unknown>[],
  gone: ReadonlyMap<string, LockEntry>,
  now: number,
): Lock['notes'] {
  return {
    ...Object.fromEntries(
      [...gone].map(([id, entry]) => [id, { ...settledAlone(entry), gone: entry.gone ?? now }]),
    ),
    ...Object.fromEntries(behind.map(({ question, entry }) => [replacedKey(question.id, entry.type), entry])),
    ...Object.fromEntries(notes.map(({ question, entry }) => [question.id, entry])),
  };
}
