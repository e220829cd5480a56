import type { Asked } from '../../bank/question.ts';
import { groupBy } from '../../text/group.ts';
import { type KnownPart, type KnownParts, type Part, partHash } from './part.ts';

/** What told a part again: its key or an earlier text of it; its text; what stands around it; its place in the order alone. */
export type Sign = 'name' | 'text' | 'place' | 'order';

/** A part of the question as it is now, on its way to a number. */
export interface Slot {
  readonly part: Part;
  readonly hash: string;
  number: number | undefined;
  /** The known part that it is, and what told so. */
  known?: KnownPart;
  sign?: Sign;
}

/** The parts of a question as it is now, while they look for the known ones that they are. One use a build. */
export class Slots {
  readonly kind: Asked['kind'];
  readonly all: readonly Slot[];
  readonly known: KnownParts;
  /** The known parts that no slot is yet: of those that the question had last, and of those that had gone. */
  readonly open: Set<KnownPart>;
  readonly openGone: Set<KnownPart>;
  readonly #byNumber: ReadonlyMap<string, readonly KnownPart[]>;

  constructor(kind: Asked['kind'], parts: readonly Part[], known: KnownParts) {
    this.kind = kind;
    this.all = parts.map((part) => ({ part, hash: partHash(kind, part.text), number: part.number }));
    this.known = known;
    const chosen = new Set(parts.map(({ number }) => number));
    const isOpen = ({ number }: KnownPart) => !chosen.has(number);
    this.open = new Set(known.parts.filter(isOpen));
    this.openGone = new Set(known.gone.filter(isOpen));
    this.#byNumber = groupBy([...known.parts, ...known.gone], ({ number }) => String(number));
  }

  /** The parts that have no number yet. */
  get waiting(): Slot[] {
    return this.all.filter(({ number }) => number === undefined);
  }

  /** All that is known of a number: a cloze may have several parts of one, and a merge one part as each branch had it. */
  readonly of = (number: number | undefined): readonly KnownPart[] =>
    this.#byNumber.get(String(number)) ?? [];

  take(slot: Slot, known: KnownPart, sign: Sign): void {
    slot.known = known;
    slot.number = known.number;
    slot.sign = sign;
    const same = this.of(known.number).filter(({ first }) => first === known.first);
    for (const each of same) {
      this.open.delete(each);
      this.openGone.delete(each);
    }
  }
}

/** Two keys are two parts, as two ids are two questions. */
export const mayBe = ({ part: { key } }: Slot, known: KnownPart): boolean =>
  key === undefined || known.key === undefined || key === known.key;

/** Parts beside each other that have no number yet. */
interface Run<Item> {
  readonly items: readonly Item[];
  /** The number in front of them and the one behind them, or "undefined" at an end. */
  readonly between: string;
}

/** What stands between the same numbers now and as it is known, both without a number. */
export function gapsOf({
  all,
  known,
  open,
}: Slots): { now: readonly Slot[]; before: readonly KnownPart[] }[] {
  const before = groupBy(
    runsOf(known.parts, (part) => (open.has(part) ? undefined : part.number)),
    ({ between }) => between,
  );
  return runsOf(all, ({ number }) => number).flatMap(({ items, between }) => {
    const [match] = before.get(between) ?? [];
    return match ? [{ now: items, before: match.items }] : [];
  });
}

function runsOf<Item>(items: readonly Item[], numberOf: (item: Item) => number | undefined): Run<Item>[] {
  const numbers = items.map(numberOf);
  const found: Run<Item>[] = [];
  for (let at = 0; at < items.length; at++) {
    const start = at;
    while (at < items.length && numbers[at] === undefined) at++;
    if (at > start)
      found.push({ items: items.slice(start, at), between: `${numbers[start - 1]} ${numbers[at]}` });
  }
  return found;
}
