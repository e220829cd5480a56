/**
 * The times that a build may have, in milliseconds: from the first up to the second, which is none itself. The time of
 * a build is the id of its new notes, counted back a millisecond for each, and learners keep it for ever: Anki calls a
 * collection inconsistent that has ids of 0 or below. What is outside is a clock that was not set, or another unit.
 */
export const buildTimes = { from: Date.UTC(2017, 0, 1), before: Date.UTC(2100, 0, 1) } as const;

/** True for a time that a build may have, in whole milliseconds. */
export const isBuildTime = (time: number): boolean =>
  Number.isInteger(time) && time >= buildTimes.from && time < buildTimes.before;

/**
 * Refuses a time that no build may have.
 * @throws {RangeError}
 */
export function refuseWrongTime(time: number): void {
  if (isBuildTime(time)) return;
  throw new RangeError(
    `the time of a build is in whole milliseconds, in the years 2017 to 2099; not ${time}`,
  );
}
