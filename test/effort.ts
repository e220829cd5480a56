/** Seconds of the processor that some work takes; how busy the machine is otherwise hardly changes it. */
export function effortOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/**
 * A guard against work without end, and no measure: on a file of 100 kB what grows with its square takes minutes, and what
 * does not a second at most.
 */
export const atMost = 15;
