import type { LockEntry } from './entry.ts';
import type { NoteQuestion } from './note.ts';
import { likeness, scaleOf } from './parts/likeness.ts';
import type { KnownPart, Part } from './parts/part.ts';
import { partHash } from './parts/part.ts';
import type { PartRisk } from './parts/part-risk.ts';

/** What the author answers where a build has asked. */
export interface Decisions {
  /** Risks that are meant: "tides:3" is the card 3 of the question, "tides" all of its cards. */
  readonly accept?: readonly string[] | undefined;
  /** Parts that learners know under a number that two branches gave: "tides:4=the wind". */
  readonly published?: readonly string[] | undefined;
}

/** True for a risk that the author has accepted; which part of two was published is no matter of that. */
export const isAccepted = ({ accept = [] }: Decisions, { id, was }: NoteQuestion, risk: PartRisk): boolean =>
  (risk.what === 'lost' || risk.what === 'moved') &&
  (isMeant({ accept }, { id, was }) ||
    [id, ...was].some((name) => accept.includes(`${name}:${risk.number}`)));

/** True for a question that the author has accepted with all its cards. */
export const isMeant = ({ accept = [] }: Decisions, { id, was }: Pick<NoteQuestion, 'id' | 'was'>): boolean =>
  [id, ...was].some((name) => accept.includes(name));

/** A note's entry without the clashes that are settled, and those that are not. */
export interface Peace {
  readonly entry: LockEntry;
  readonly risks: readonly PartRisk[];
}

/**
 * Settles which part a number belongs to where two branches gave it to different ones: the one that was published keeps it,
 * and the other is a new part.
 */
export function settleClashes(
  question: NoteQuestion,
  entry: LockEntry,
  parts: readonly Part[],
  { published = [] }: Decisions,
): Peace {
  const texts = new Map(parts.map(({ text }) => [partHash(question.kind, text), text]));
  const named = ({ text, hash }: KnownPart) => text ?? texts.get(hash);
  const losers = new Set<string>();
  const keepers = new Set<string>();
  const risks: PartRisk[] = [];
  for (const { one, other } of entry.clashes ?? []) {
    const { number } = one;
    const [before, now] = [named(one), named(other)];
    // Of format 1 nobody can tell whether one is the other edited, but where the bank has only one of them it likely is.
    if (before === undefined || now === undefined) continue;
    const said = publishedText([question.id, ...question.was], number, published);
    const [first, second] = [one, other].map((part) =>
      said === undefined ? 0 : likeness(named(part) ?? '', said, scaleOf(new Set())),
    ) as [number, number];
    if (first === second) risks.push({ what: 'clash', number, before, now, at: undefined });
    else {
      losers.add(nameOf(first > second ? other : one));
      keepers.add(nameOf(first > second ? one : other));
    }
  }
  // Both branches may have drawn the number from one key, which can only be one part's now.
  const keyless = (part: KnownPart) => (keepers.has(nameOf(part)) ? { ...part, key: undefined } : part);
  const kept = (known: readonly KnownPart[] | undefined) =>
    known?.filter((part) => !losers.has(nameOf(part))).map(keyless);
  return { entry: { ...entry, parts: kept(entry.parts), goneParts: kept(entry.goneParts) }, risks };
}

const nameOf = ({ number, first }: KnownPart): string => `${number} ${first}`;

function publishedText(
  names: readonly string[],
  number: number,
  published: readonly string[],
): string | undefined {
  for (const name of names) {
    const start = `${name}:${number}=`;
    const line = published.find((each) => each.startsWith(start));
    if (line !== undefined) return line.slice(start.length);
  }
  return undefined;
}
