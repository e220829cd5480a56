/**
 * The greatest of some numbers, and no less than `least`. `Math.max` takes them as arguments, of which a call has no more than
 * some hundred thousand.
 */
export const greatest = (numbers: readonly number[], least = Number.NEGATIVE_INFINITY): number =>
  numbers.reduce((most, number) => Math.max(most, number), least);
