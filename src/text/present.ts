/**
 * A value that must be there. Where it is not, the mistake is ours, and going on with a blank would hide it.
 * @throws {Error} when there is none; `what` says of what
 */
export function present<Value>(value: Value | null | undefined, what: string): Value {
  if (value === undefined || value === null) throw new Error(`there is no ${what}`);
  return value;
}
