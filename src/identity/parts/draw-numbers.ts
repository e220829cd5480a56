import type { Asked } from '../../bank/question.ts';
import { rank } from '../../files/hash.ts';
import { greatest } from '../../text/greatest.ts';
import { mostNumbers } from './part.ts';
import type { Slot, Slots } from './slots.ts';

/**
 * Gives the parts that are new their numbers, none that was ever given out: in a question's first build from 1, in their
 * order; later each its own, from its key or its text, or the next that is free. So two branches that add different parts
 * rarely give them one number. Where all are given out, the numbers go on above what Anki has cards for.
 * @returns the parts that were new
 */
export function drawNumbers({ kind, all, known, waiting }: Slots): Slot[] {
  const used = new Set([...known.parts, ...known.gone].map(({ number }) => number));
  const isFirst = used.size === 0;
  for (const { number } of all) if (number !== undefined) used.add(number);
  let highest = greatest([...used], 0);
  for (const slot of waiting) {
    const drawn = isFirst ? undefined : freeNumber(kind, slot, used);
    highest = Math.max(highest, drawn ?? highest + 1);
    slot.number = drawn ?? highest;
    used.add(slot.number);
  }
  return waiting;
}

function freeNumber(kind: Asked['kind'], { part }: Slot, used: ReadonlySet<number>): number | undefined {
  const first = rank('number of a part', kind, part.key ?? part.text) % mostNumbers;
  for (let turn = 0; turn < mostNumbers; turn++) {
    const number = 1 + ((first + turn) % mostNumbers);
    if (!used.has(number)) return number;
  }
  return undefined;
}
