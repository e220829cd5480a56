import { present } from '../text/present.ts';
import type { Claim } from './claims.ts';
import type { LockEntry } from './entry.ts';
import type { Lock } from './lock.ts';
import type { FieldNames, NoteKind, NoteQuestion, NoteTypeKey } from './note.ts';
import type { EditedPart, PartRisk } from './parts/part-risk.ts';

/** What the learners' next import will do, by question id, and what is at risk in it. */
export interface Changes {
  readonly added: readonly string[];
  readonly changed: readonly { readonly id: string; readonly fields: readonly string[] }[];
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  readonly retired: readonly string[];
  /** In the bank again after having left it, or of the note type again that they once had. */
  readonly restored: readonly string[];
  /** Left the bank in this build; their notes stay with the learners. */
  readonly gone: readonly { readonly id: string; readonly retired: boolean }[];
  /** Became another kind; `again` if that is another note type: the old note stays behind, replaced by another. */
  readonly retyped: readonly {
    readonly id: string;
    readonly from: NoteKind | NoteTypeKey;
    readonly to: NoteKind;
    readonly again: boolean;
  }[];
  /** Cards whose part left its question: they stay, empty, until the learner removes them. */
  readonly emptied: readonly { readonly id: string; readonly numbers: readonly number[] }[];
  /** Parts that keep their card though they say something else, told by their place and likeness. */
  readonly edited: readonly (EditedPart & { readonly id: string })[];
  /** What would end or move a learner's history of a card. With any, nothing may be published. */
  readonly risks: readonly Risk[];
  /** Questions that the lock gives the note of another; nor with any of these. */
  readonly doubles: readonly { readonly id: string; readonly other: string }[];
  /** Questions that two branches began, each another, so that they have one note; nor with any of these. */
  readonly begunTwice: readonly string[];
  /** Questions whose note has a guid that their ids do not tell. */
  readonly unexplained: readonly { readonly id: string; readonly guid: string }[];
  /** New questions that say what they were before, which no learner has. */
  readonly unknownWas: readonly { readonly id: string; readonly was: readonly string[] }[];
  /** New parts that say what they said before, which no part did. */
  readonly unknownTexts: readonly { readonly id: string; readonly was: readonly string[] }[];
  /** A question that has gone and a new one that says nearly the same. */
  readonly alike: readonly { readonly gone: string; readonly added: string }[];
  /** The latest time in the lock, in seconds, if a clock was wrong: far ahead of this build. */
  readonly ahead: number | undefined;
  readonly unchanged: number;
}

/** A risk of a question's part. */
export interface Risk extends PartRisk {
  readonly id: string;
}

/** A question, its note as it is now, and what the lock knew of it. */
export interface SettledQuestion extends Claim {
  readonly question: NoteQuestion;
  readonly entry: LockEntry;
  readonly edited: readonly EditedPart[];
  readonly unknownTexts: readonly string[];
  readonly risks: readonly PartRisk[];
  readonly begunTwice: boolean;
  readonly isExplained: boolean;
}

/** So far ahead, in seconds, no two clocks are that are right. */
const longestAhead = 86_400;

/** Compares every question with what the lock knew; `left` are its notes that no question claimed. */
export function changesOf(
  settled: readonly SettledQuestion[],
  { notes }: Lock,
  left: ReadonlyMap<string, LockEntry>,
  now: number,
  names: FieldNames,
): Changes {
  const before = Object.values(notes);
  const latest = before.reduce((time, { created, changed }) => Math.max(time, created / 1000, changed), 0);
  const gone = [...left].filter(([id, entry]) => !entry.gone && !id.includes('@'));
  const added = settled.filter(({ before }) => !before);
  const known = settled.filter((each) => each.before && !isBack(each));
  const moved = known.filter(({ before, entry }) => before?.hash !== entry.hash);
  const differences = moved.map((each) => ({ ...each, fields: differing(each, names.derived) }));
  const isRetired = ({ question, fields }: { question: NoteQuestion; fields: string[] }) =>
    Boolean(question.retired) && fields.includes(names.notice);
  return {
    added: ids(added),
    changed: differences
      .filter((each) => !isRetired(each))
      .map(({ question: { id }, fields }) => ({ id, fields })),
    renamed: settled.flatMap(({ question, renamedFrom }) =>
      renamedFrom === undefined ? [] : [{ from: renamedFrom, to: question.id }],
    ),
    retired: ids(differences.filter(isRetired)),
    restored: ids(settled.filter(isBack)),
    gone: gone.map(([id, { fields }]) => ({ id, retired: fields[names.notice] !== undefined })),
    retyped: settled.flatMap(retyping),
    emptied: settled.flatMap(emptying),
    edited: settled.flatMap(({ question: { id }, edited }) => edited.map((part) => ({ id, ...part }))),
    risks: settled.flatMap(({ question: { id }, risks }) => risks.map((risk) => ({ id, ...risk }))),
    doubles: settled.flatMap(({ question: { id }, double }) =>
      double === undefined ? [] : [{ id, other: double }],
    ),
    begunTwice: ids(settled.filter(({ begunTwice }) => begunTwice)),
    unexplained: settled.flatMap(({ question: { id }, entry: { guid }, isExplained }) =>
      isExplained ? [] : [{ id, guid }],
    ),
    unknownWas: before.length === 0 ? [] : added.flatMap(lostNames),
    unknownTexts: settled.flatMap(({ question: { id }, unknownTexts: was }) =>
      was.length > 0 ? [{ id, was }] : [],
    ),
    alike: alike(gone, added, settled, names.shared),
    ahead: latest > now / 1000 + longestAhead ? latest : undefined,
    unchanged: known.length - moved.length,
  };
}

const ids = (settled: readonly SettledQuestion[]): string[] => settled.map(({ question }) => question.id);

const isBack = ({ before, again }: SettledQuestion): boolean => again || Boolean(before?.gone);

/** The fields that differ, by name; the one made from the others only if nothing else does. */
function differing({ before, entry }: SettledQuestion, derived: string): string[] {
  const names = new Set(Object.keys({ ...before?.fields, ...entry.fields }));
  const fields = [...names].filter((name) => before?.fields[name] !== entry.fields[name]);
  const seen = fields.filter((name) => name !== derived);
  return seen.length > 0 ? seen : fields;
}

function retyping({ question: { id, kind }, before, left }: SettledQuestion): Changes['retyped'] {
  const old = left ?? before;
  if (!old || (!left && (old.kind === undefined || old.kind === kind))) return [];
  return [{ id, from: old.kind ?? old.type, to: kind, again: left !== undefined }];
}

function emptying({ question: { id }, before, entry }: SettledQuestion): Changes['emptied'] {
  const kept = new Set(entry.parts?.map(({ number }) => number));
  const numbers = before?.parts?.map(({ number }) => number).filter((number) => !kept.has(number)) ?? [];
  return numbers.length > 0 ? [{ id, numbers: [...new Set(numbers)] }] : [];
}

const lostNames = ({ question: { id, was }, left }: SettledQuestion): Changes['unknownWas'] =>
  was.length > 0 && !left ? [{ id, was }] : [];

/** Each question that has gone with the new one that shares most of its texts, if at least half of them. */
function alike(
  gone: readonly [string, LockEntry][],
  added: readonly SettledQuestion[],
  settled: readonly SettledQuestion[],
  shared: ReadonlySet<string>,
): Changes['alike'] {
  if (gone.length === 0 || added.length === 0) return [];
  const ownTexts = (entry: LockEntry) => textsOf(entry, shared);
  // "True" is the answer of many claims and makes no two of them alike: such a text is nobody's own.
  const owners = new Map<string, SettledQuestion | undefined>();
  for (const each of settled)
    for (const text of ownTexts(each.entry)) owners.set(text, owners.has(text) ? undefined : each);
  const places = new Map(added.map((each, at) => [each, { at, length: ownTexts(each.entry).length }]));
  return gone.flatMap(([id, old]) => {
    const texts = ownTexts(old);
    const same = new Map<SettledQuestion, number>();
    for (const text of texts) {
      const owner = owners.get(text);
      if (owner && places.has(owner)) same.set(owner, (same.get(owner) ?? 0) + 1);
    }
    const scores = [...same].map(([each, count]) => {
      const { at, length } = present(places.get(each), 'place of a new question');
      return { id: each.question.id, at, score: count / Math.max(texts.length, length) };
    });
    const [best] = scores.sort((a, b) => b.score - a.score || a.at - b.at);
    return best && best.score >= 0.5 ? [{ gone: id, added: best.id }] : [];
  });
}

/** The hashes of a note's own texts, those of its parts among them; of equal notes of two types they differ. */
const textsOf = ({ type, fields, parts = [] }: LockEntry, shared: ReadonlySet<string>): string[] => [
  ...Object.entries(fields)
    .filter(([name]) => !shared.has(name))
    .map(([name, hash]) => `${type} ${name} ${hash}`),
  ...parts.map(({ hash }) => `${type} ${hash}`),
];
