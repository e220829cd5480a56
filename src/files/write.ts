import { copyFile, link, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from './folder.ts';
import type { OutputFile } from './output-file.ts';
import { reason } from './reason.ts';
import { undisturbed } from './undisturbed.ts';

/** A folder that the system does not let us write to; the message is for the user. */
export class Unwritable extends Error {}

/** A file as it is to be. */
export interface WrittenFile extends OutputFile {
  /** What must be there now, for it was made of that; nothing for a file that is new. */
  readonly before?: Uint8Array;
}

/** What is to change below one folder. */
export interface Change {
  readonly folder: string;
  readonly files: readonly WrittenFile[];
  /**
   * Paths, like those of `files`, of what is to be taken away; one that is not there is no matter. Of a folder with such
   * paths, or none, everything below is ours to tidy up.
   */
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
 * when all is done. Files keep their permissions.
 * @throws {Unwritable} when the system does not let us, or another program has changed what a file was made of
 */
export const writeChanges = (changes: readonly Change[]): Promise<void> =>
  undisturbed(async () => {
    const steps = changes.flatMap(stepsOf);
    const tried: Tried[] = [];
    let path = '';
    await clearLeftovers(changes, steps);
    try {
      // What comes last is most, and most likely lacks room: then nothing has been touched that comes first.
      for (const step of steps.toReversed()) {
        path = step.final;
        await prepare(step);
      }
      for (const step of steps) {
        path = step.final;
        tried.unshift({ ...step, ours: await fileAt(step.fresh) });
        await make(step);
        if (step.lasting) await syncFolder(dirname(path));
      }
    } catch (error) {
      const isBack = await undo(tried);
      await removeAll(steps.flatMap(({ fresh, old }) => [fresh, old]));
      const now = isBack ? 'nothing was changed' : 'what was written before it may be new';
      throw new Unwritable(`cannot write to "${path}": ${reason(error)}; ${now}`);
    }
    await removeAll(steps.map(({ old }) => old));
  });

/** A file that is put in its place, or taken away. */
interface Step {
  readonly final: string;
  /** What it is to be; undefined for one that is taken away. */
  readonly file: WrittenFile | undefined;
  readonly lasting: Change['lasting'];
  /** The temporary names of what it will be, and of what it was. */
  readonly fresh: string;
  readonly old: string;
}

/** A step that was made, or was begun and failed: then some systems have made it all the same. */
interface Tried extends Step {
  /** The number by which the system knows the new file; undefined where one is taken away. */
  readonly ours: bigint | undefined;
}

function stepsOf({ folder, files, stale = [], lasting }: Change): Step[] {
  const step = (path: string, file: WrittenFile | undefined): Step => {
    const final = join(folder, path);
    const temporary = `${final}.recto-${process.pid}`;
    return { final, file, lasting, fresh: `${temporary}.tmp`, old: `${temporary}.old.tmp` };
  };
  return [...files.map((file) => step(file.path, file)), ...stale.map((path) => step(path, undefined))];
}

async function prepare({ final, file, lasting, fresh }: Step): Promise<void> {
  if (!file) return;
  await makeFolder(dirname(final));
  const before = await stat(final).catch(() => undefined);
  // Not through a link that somebody laid there.
  const handle = await open(fresh, 'wx');
  try {
    await handle.writeFile(file.bytes);
    if (before && before.mode !== (await handle.stat()).mode) await handle.chmod(before.mode & 0o7777);
    if (lasting) await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a step; what was there has its other name then. */
async function make({ final, file, fresh, old }: Step): Promise<void> {
  if (!file) return rename(final, old).catch(unlessMissing);
  if (file.before) await refuseChanged(final, file.before);
  await secondName(final, old).catch(unlessMissing);
  await rename(fresh, final);
}

async function refuseChanged(path: string, before: Uint8Array): Promise<void> {
  const now = (await readFile(path).catch(unlessMissing)) ?? Buffer.of();
  if (!now.equals(before)) throw new Error('another program has changed it just now; run this again');
}

/** Gives a file a second name; makes a copy of that name where the file system has no such thing. */
const secondName = (final: string, old: string): Promise<void> =>
  link(final, old).catch((error) => (isMissing(error) ? Promise.reject(error) : copyFile(final, old)));

/**
 * Puts back what was there, the last change first, and says whether all of it is. What another program has put there
 * meanwhile stays, and so does what is lasting where anything after it could not be put back.
 */
async function undo(tried: readonly Tried[]): Promise<boolean> {
  let isBack = true;
  for (const { final, file, old, ours, lasting } of tried) {
    if (lasting && !isBack) continue;
    try {
      if ((await fileAt(final)) !== ours) continue;
      const isThere = (await fileAt(old)) !== undefined;
      if (isThere) await rename(old, final);
      else if (file) await unlink(final);
      await syncFolder(dirname(final));
    } catch {
      isBack = false;
    }
  }
  return isBack;
}

/** The number by which the system knows a file; undefined when there is none. */
const fileAt = (path: string): Promise<bigint | undefined> =>
  stat(path, { bigint: true }).then(
    ({ ino }) => ino,
    () => undefined,
  );

/** Waits until the disk has the names of a folder's files, where the system can do so for a folder. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  try {
    await handle?.sync();
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['EINVAL', 'ENOTSUP', 'EPERM', 'EISDIR'].includes(code)) throw error;
  } finally {
    await handle?.close();
  }
}

/** Takes away what was left by programs that were killed while they wrote into the same folders. */
async function clearLeftovers(changes: readonly Change[], steps: readonly Step[]): Promise<void> {
  const own = new Set(steps.flatMap(({ fresh, old }) => [fresh, old]));
  const folders = [...changes.map(({ folder }) => folder), ...[...own].map(dirname)];
  const whole = new Set(changes.flatMap(({ folder, stale }) => (stale ? [folder] : [])));
  for (const folder of new Set(folders)) {
    const names = await readdir(folder, { recursive: whole.has(folder) }).catch(() => []);
    const paths = names.map((name) => join(folder, name));
    await removeAll(paths.filter((path) => own.has(path) || isLeft(path)));
  }
}

function isLeft(path: string): boolean {
  const [, pid] = /\.recto-(\d+)(?:\.old)?\.tmp$/.exec(path) ?? [];
  return pid !== undefined && !isRunning(Number(pid));
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

function unlessMissing(error: unknown): undefined {
  if (!isMissing(error)) throw error;
}
