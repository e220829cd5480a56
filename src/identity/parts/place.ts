import { folded } from './likeness.ts';
import type { Surroundings } from './part.ts';

/** So much of two masks lies on each other where they cover one thing. */
const sameMask = 0.5;

/** So many letters around a deletion must be the same for it to be in one place. */
const fewestLetters = 8;

/**
 * How near two parts of one kind of question are by what stands around them, from 0 to 1: of two masks how much of them lies
 * on each other, and where they lie apart how far; of texts how much of them is the same, from the part outwards.
 */
export function nearness(one: Surroundings, other: Surroundings): number {
  if (one.rect && other.rect) return ofMasks(one.rect, other.rect);
  const [near, others] = [one.near ?? [], other.near ?? []];
  if (near.length === 0 || near.length !== others.length) return 0;
  if (near.length === 1) return folded(near[0] ?? '') === folded(others[0] ?? '') ? 1 : 0;
  const [before = '', behind = ''] = near;
  const [otherBefore = '', otherBehind = ''] = others;
  const most = Math.max(before.length, otherBefore.length) + Math.max(behind.length, otherBehind.length);
  return most === 0 ? 1 : (sameEnd(before, otherBefore) + sameStart(behind, otherBehind)) / most;
}

/** True for two parts that stand in one place of their question, whatever they say. */
export function isOnePlace(one: Surroundings, other: Surroundings): boolean {
  if (one.rect) return nearness(one, other) >= sameMask;
  const near = one.near ?? [];
  if (near.length === 1) return nearness(one, other) === 1;
  const letters = near.reduce((sum, { length }) => sum + length, 0);
  return letters >= fewestLetters && nearness(one, other) === 1;
}

function ofMasks(one: readonly number[], other: readonly number[]): number {
  const [x = 0, y = 0, width = 0, height = 0] = one;
  const [otherX = 0, otherY = 0, otherWidth = 0, otherHeight = 0] = other;
  const wide = Math.min(x + width, otherX + otherWidth) - Math.max(x, otherX);
  const high = Math.min(y + height, otherY + otherHeight) - Math.max(y, otherY);
  const shared = Math.max(0, wide) * Math.max(0, high);
  const lap = shared / (width * height + otherWidth * otherHeight - shared);
  const apart = Math.hypot(
    x + width / 2 - otherX - otherWidth / 2,
    y + height / 2 - otherY - otherHeight / 2,
  );
  // What laps at all is nearer than what does not.
  return lap > 0 ? 0.1 + lap * 0.9 : 0.1 / (1 + apart);
}

const sameStart = (a: string, b: string): number => {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
};

const sameEnd = (a: string, b: string): number =>
  sameStart([...a].reverse().join(''), [...b].reverse().join(''));
