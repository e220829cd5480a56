/** More terms than these make a pool that a pupil loses the thread of, and that a narrow column cannot hold. */
const largest = 8;

/** Terms cut into pools of about equal size, in their order. */
export function pools<Term>(terms: readonly Term[]): Term[][] {
  const count = Math.ceil(terms.length / largest);
  return Array.from({ length: count }, (_, at) =>
    terms.slice(Math.round((at * terms.length) / count), Math.round(((at + 1) * terms.length) / count)),
  );
}
