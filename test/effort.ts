/** Seconds of the processor that some work takes; how busy the machine is otherwise hardly changes it. */
export function effortOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** What no work on a file of 100 kB may take, in those seconds: what grows with the square takes ten times as long. */
export const atMost = 2;
