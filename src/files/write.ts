import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { OutputFile } from './output-file.ts';
import { reason } from './reason.ts';

/** A folder that the system does not let us write to; the message is for the user. */
export class Unwritable extends Error {}

/**
 * Writes files below `folder`, all of them to temporary names first, then each by a rename, so that no reader ever sees
 * half a file and a full disk leaves everything as it was. A signal to stop is obeyed when all is written.
 * @throws {Unwritable} when the system does not let us
 */
export async function writeAll(folder: string, files: readonly OutputFile[]): Promise<void> {
  await undisturbed(() => write(folder, files));
}

/** Holds back the signals that end a program, so that what is begun is not left half done. */
async function undisturbed(work: () => Promise<void>): Promise<void> {
  let held: NodeJS.Signals | undefined;
  const hold = (signal: NodeJS.Signals) => {
    held = signal;
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, hold);
  try {
    await work();
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, hold);
    if (held) process.kill(process.pid, held);
  }
}

async function write(folder: string, files: readonly OutputFile[]): Promise<void> {
  const written: { temporary: string; final: string }[] = [];
  try {
    for (const { path, bytes } of files) {
      const final = join(folder, path);
      const temporary = `${final}.${process.pid}.tmp`;
      await makeFolder(dirname(final));
      written.push({ temporary, final });
      const handle = await open(temporary, 'w');
      await handle.writeFile(bytes);
      await handle.close();
    }
    for (const { temporary, final } of written) await rename(temporary, final);
  } catch (error) {
    await Promise.all(written.map(({ temporary }) => rm(temporary, { force: true }).catch(() => undefined)));
    throw new Unwritable(`cannot write to "${folder}": ${reason(error)}`);
  }
}

/**
 * Makes a folder and those above it that are missing. Node's own `recursive` never ends where a folder cannot be made
 * although the one above it is there, as below /proc.
 */
async function makeFolder(path: string): Promise<void> {
  const code = await mkdir(path).then(
    () => undefined,
    (error: NodeJS.ErrnoException) => error.code,
  );
  if (code === undefined || code === 'EEXIST') return;
  if (code === 'ENOENT' && dirname(path) !== path) await makeFolder(dirname(path));
  await mkdir(path);
}
