import { groupBy } from '../text/group.ts';
import { BadLock, type Clash, type LockEntry } from './entry.ts';
import type { KnownPart } from './parts/part.ts';

/**
 * The entries of a lock file by id, one for each note: what several lines of one note know, as a union merge of two
 * branches leaves them, in one.
 * @throws {BadLock} when lines of one id belong to two notes of one type
 */
export function oneOfEach(
  lines: readonly (readonly [id: string, entry: LockEntry])[],
): Record<string, LockEntry> {
  const ids = groupBy(lines, ([id]) => id);
  if (ids.size === lines.length) return Object.fromEntries(lines);
  const placed = [...ids].flatMap(([id, same]) =>
    apart(
      id,
      same.map(([, entry]) => entry),
      ids,
    ),
  );
  const groups = groupBy(placed, ([id]) => id);
  return Object.fromEntries(
    [...groups].map(([id, same]) => [id, united(same.map(([, entry]) => entry))] as const),
  );
}

/** The entries of one id: of another note than the question's own now are those that a branch left behind. */
function apart(
  id: string,
  entries: readonly LockEntry[],
  ids: ReadonlyMap<string, unknown>,
): (readonly [id: string, entry: LockEntry])[] {
  const notes = [...groupBy(entries, ({ guid }) => guid).values()].map(united);
  if (new Set(notes.map(({ type }) => type)).size < notes.length)
    throw new BadLock(
      `"${id}" has two lines of two notes: two branches gave two questions one id; give one of them another id, in the bank and in its line of this file`,
    );
  const isLeft = ({ type }: LockEntry) => ids.has(`${id}@${type}`);
  const [own, ...others] = notes.sort(
    (one, other) => Number(isLeft(one)) - Number(isLeft(other)) || (isNewer(one, other) ? -1 : 1),
  );
  const behind = others.map((entry) => [`${id}@${entry.type}`, entry] as const);
  return own ? [[id, own], ...behind] : [];
}

/** An entry for which no question settles what the branches of a merge had: each number once, as the newest had it. */
export function settledAlone(entry: LockEntry): LockEntry {
  const { parts, kind } = entry;
  // Several deletions of one cloze may share a number.
  const name = ({ number, first }: KnownPart) => (kind === 'cloze' ? `${number} ${first}` : String(number));
  return parts ? { ...entry, parts: [...groupBy(parts, name).values()].map(([newest]) => newest) } : entry;
}

/** What several entries of one note know: the latest change, and every part with every number that was ever given out. */
export function united(entries: readonly LockEntry[]): LockEntry {
  const [newest, ...others] = [...entries].sort((one, other) => (isNewer(one, other) ? -1 : 1));
  if (!newest) throw new Error('no entries of a note');
  return others.reduce(unitedWith, newest);
}

function unitedWith(newer: LockEntry, older: LockEntry): LockEntry {
  // Two contents of one time: who has the one would never get the other, so the next build must give it a new time.
  const isOneTime = newer.changed === older.changed && newer.hash !== older.hash;
  const [parts, goneParts] = unitedParts(newer, older);
  const clashes = [...(newer.clashes ?? []), ...(older.clashes ?? []), ...clashesOf(newer, older)];
  return {
    ...newer,
    hash: isOneTime ? '' : newer.hash,
    parts,
    goneParts,
    gone: newer.gone === undefined || older.gone === undefined ? undefined : Math.min(newer.gone, older.gone),
    clashes: clashes.length > 0 ? clashes : undefined,
    // A note has one time of its beginning, unless two branches began it, each its own.
    twin: newer.created === older.created || newer.hash === older.hash ? newer.twin : older.fields,
  };
}

/** The later change; of two at one time always the same one, whichever stands first. */
const isNewer = (one: LockEntry, other: LockEntry): boolean =>
  one.changed === other.changed ? JSON.stringify(one) > JSON.stringify(other) : one.changed > other.changed;

type Parts = readonly KnownPart[] | undefined;

/** The parts that either has, and those that have gone from both; a part that both have stands there as each had it. */
function unitedParts(newer: LockEntry, older: LockEntry): [parts: Parts, gone: Parts] {
  if (!newer.parts && !older.parts && !newer.goneParts && !older.goneParts)
    return [newer.parts, newer.goneParts];
  const isOneKind = newer.kind === older.kind;
  const others = isOneKind ? (older.parts ?? []) : [];
  const known = groupBy(others, ({ number }) => String(number));
  const own = newer.parts ?? [];
  const numbers = new Set(own.map(({ number }) => number));
  const parts = [
    ...own.flatMap((part) => asBothHadIt(part, known.get(String(part.number)) ?? [])),
    ...others.filter(({ number }) => !numbers.has(number)),
  ];
  const present = new Set(parts.map(({ number }) => number));
  const past = [
    ...(newer.goneParts ?? []),
    ...(older.goneParts ?? []),
    ...(isOneKind ? [] : (older.parts ?? [])),
  ];
  const gone = unique(past.filter(({ number }) => !present.has(number)));
  return [newer.parts || older.parts ? unique(parts) : undefined, gone.length > 0 ? gone : undefined];
}

/** A part and what the other branch had under its number; the fuller of two of one text. */
function asBothHadIt(part: KnownPart, others: readonly KnownPart[]): KnownPart[] {
  const same = others.find(({ hash }) => hash === part.hash);
  const own = part.text === undefined && same ? same : part;
  return [own, ...others.filter(({ hash }) => hash !== part.hash)];
}

const unique = (parts: readonly KnownPart[]): KnownPart[] =>
  [...groupBy(parts, ({ number, hash }) => `${number} ${hash}`).values()].map(
    ([part, ...others]) => others.find(({ text }) => part.text === undefined && text !== undefined) ?? part,
  );

/** The numbers that both gave, to parts that have nothing to do with each other. */
function clashesOf(newer: LockEntry, older: LockEntry): Clash[] {
  const numbered = ({ parts = [], goneParts = [] }: LockEntry) =>
    groupBy([...parts, ...goneParts], ({ number }) => String(number));
  const others = numbered(older);
  return [...numbered(newer)].flatMap(([number, own]): Clash[] => {
    const other = others.get(number);
    const names = new Set(own.flatMap(({ first, hash }) => [first, hash]));
    if (!other || other.some(({ first, hash }) => names.has(first) || names.has(hash))) return [];
    return [{ one: own[0], other: other[0] }];
  });
}
