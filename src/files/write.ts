import { copyFile, link, mkdir, open, readdir, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { OutputFile } from './output-file.ts';
import { reason } from './reason.ts';

/** A folder that the system does not let us write to; the message is for the user. */
export class Unwritable extends Error {}

/** A file as it is to be, with its permissions where they are not the usual ones. */
export interface WrittenFile extends OutputFile {
  readonly mode?: number;
}

/** What is to change below one folder. */
export interface Change {
  readonly folder: string;
  readonly files: readonly WrittenFile[];
  /** Paths, like those of `files`, of what is to be taken away; one that is not there is no matter. */
  readonly stale?: readonly string[];
  /** All this reaches the disk before what comes after it, even if the power fails between. */
  readonly lasting?: true;
}

/** Writes files below `folder`, as `writeChanges` does. */
export const writeAll = (folder: string, files: readonly WrittenFile[]): Promise<void> =>
  writeChanges([{ folder, files }]);

/**
 * Makes all changes or none, in the order given. Everything is written under temporary names first and then renamed, so
 * that no reader ever sees half a file; where the system refuses anything, as a full or a read-only disk does, what was
 * there is put back. A program that is killed has made the first changes and not the last. A signal to stop is obeyed
 * when all is done.
 * @throws {Unwritable} when the system does not let us
 */
export const writeChanges = (changes: readonly Change[]): Promise<void> =>
  undisturbed(async () => {
    const steps = changes.flatMap(stepsOf);
    const done: Done[] = [];
    let folder = '';
    const temporary = steps.flatMap(({ fresh, old }) => [fresh, old]);
    await clearLeftovers(temporary);
    try {
      // What comes last is most, and most likely lacks room: then nothing has been touched that comes first.
      for (const step of steps.toReversed()) {
        folder = step.folder;
        await prepare(step);
      }
      for (const step of steps) {
        folder = step.folder;
        done.unshift({ ...step, wasThere: await make(step) });
        if (step.lasting) await syncFolder(dirname(step.final));
      }
    } catch (error) {
      await undo(done).catch(() => undefined);
      await removeAll(temporary);
      throw new Unwritable(`cannot write to "${folder}": ${reason(error)}`);
    }
    await removeAll(steps.map(({ old }) => old));
  });

/** The signals that end a program: from the keyboard, from another program, and from a terminal that is closed. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Holds back the signals that end a program, so that what is begun is not left half done. */
async function undisturbed(work: () => Promise<void>): Promise<void> {
  let held: NodeJS.Signals | undefined;
  const hold = (signal: NodeJS.Signals) => {
    held = signal;
  };
  for (const signal of signals) process.on(signal, hold);
  try {
    await work();
  } finally {
    for (const signal of signals) process.off(signal, hold);
    if (held) process.kill(process.pid, held);
  }
}

/** A file that is put in its place, or taken away. */
interface Step {
  readonly folder: string;
  readonly final: string;
  /** What it is to be; undefined for one that is taken away. */
  readonly file: WrittenFile | undefined;
  readonly lasting: Change['lasting'];
  /** The temporary names of what it will be, and of what it was. */
  readonly fresh: string;
  readonly old: string;
}

interface Done extends Step {
  readonly wasThere: boolean;
}

function stepsOf({ folder, files, stale = [], lasting }: Change): Step[] {
  const own = `recto-${process.pid}`;
  const written = files.map((file): Step => {
    const final = join(folder, file.path);
    return { folder, final, file, lasting, fresh: `${final}.${own}.tmp`, old: `${final}.${own}.old.tmp` };
  });
  // These wait in the folder itself, as nothing may come into their own ever again.
  const taken = stale.map((path, at): Step => {
    const old = join(folder, `${at}.${own}.old.tmp`);
    return { folder, final: join(folder, path), file: undefined, lasting, fresh: old, old };
  });
  return [...written, ...taken];
}

async function prepare({ final, file, lasting, fresh }: Step): Promise<void> {
  if (!file) return;
  await makeFolder(dirname(final));
  // Not through a link that somebody laid there.
  const handle = await open(fresh, 'wx');
  try {
    await handle.writeFile(file.bytes);
    if (file.mode !== undefined) await handle.chmod(file.mode);
    if (lasting) await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a step, and says whether something was there before, which has its other name now. */
async function make({ final, file, fresh, old }: Step): Promise<boolean> {
  if (!file) return isThere(rename(final, old));
  const wasThere = await isThere(secondName(final, old));
  await rename(fresh, final);
  return wasThere;
}

/** Gives a file a second name; makes a copy of that name where the file system has no such thing. */
const secondName = (final: string, old: string): Promise<void> =>
  link(final, old).catch((error) => (isMissing(error) ? Promise.reject(error) : copyFile(final, old)));

/** Puts back what was there, the last change first; where that fails too, what was changed before it stays so. */
async function undo(done: readonly Done[]): Promise<void> {
  for (const { final, file, old, wasThere } of done) {
    if (wasThere) await rename(old, final);
    else if (file) await unlink(final);
  }
}

/** Waits until the disk has the names of a folder's files; on systems that cannot do so for a folder it is no matter. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** Takes away what was left by programs that were killed while they wrote these temporary files, or their like. */
async function clearLeftovers(temporary: readonly string[]): Promise<void> {
  await removeAll(temporary);
  for (const folder of new Set(temporary.map(dirname))) {
    const names = await readdir(folder).catch(() => []);
    const left = names.filter((name) => {
      const [, pid] = /\.recto-(\d+)(?:\.old)?\.tmp$/.exec(name) ?? [];
      return pid !== undefined && !isRunning(Number(pid));
    });
    await removeAll(left.map((name) => join(folder, name)));
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Takes away temporary files; those that are not there or cannot be removed are no matter. */
async function removeAll(paths: readonly string[]): Promise<void> {
  await Promise.all(paths.map((path) => unlink(path).catch(() => undefined)));
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** False where what is done to a file fails because there is none. */
const isThere = (done: Promise<void>): Promise<boolean> =>
  done.then(
    () => true,
    (error) => (isMissing(error) ? false : Promise.reject(error)),
  );

/**
 * Makes a folder and those above it that are missing; another program may make them too. Node's own `recursive` never
 * ends where a folder cannot be made although the one above it is there, as below /proc.
 */
async function makeFolder(path: string): Promise<void> {
  try {
    await oneFolder(path);
  } catch (error) {
    if (!isMissing(error) || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await oneFolder(path);
  }
}

const oneFolder = (path: string): Promise<void> =>
  mkdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
