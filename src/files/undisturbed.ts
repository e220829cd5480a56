/** The signals that end a program: from the keyboard, from another program, and from a terminal that is closed. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Holds back the signals that end a program until the work is done, so that what is begun is not left half done. Work
 * that fails is told of, and the signal forgotten.
 */
export async function undisturbed(work: () => Promise<void>): Promise<void> {
  let held: NodeJS.Signals | undefined;
  const hold = (signal: NodeJS.Signals) => {
    held = signal;
  };
  for (const signal of signals) process.on(signal, hold);
  try {
    await work();
  } finally {
    for (const signal of signals) process.off(signal, hold);
  }
  // Had the work failed, that would be the thing to tell.
  if (held) process.kill(process.pid, held);
}
