import { readFile, realpath } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { EditedFile } from '../edit/edited.ts';
import { reason } from '../files/reason.ts';
import { writeChanges } from '../files/write.ts';
import { type Terminal, UsageError } from './terminal.ts';

/**
 * Writes an author's files back: all of them or none, with the byte order mark and the permissions it had, through
 * links to the file itself.
 * @throws {UsageError} when a file is no longer what was read, or the system does not let us read it
 * @throws {Unwritable} when the system does not let us write
 */
export async function writeBank(files: readonly EditedFile[], { cwd }: Terminal): Promise<void> {
  const ready: Prepared[] = [];
  // One after the other, for a system lets a program open few files at a time.
  for (const file of files) ready.push(await prepare(file, cwd));
  await writeChanges(
    ready.map(({ path, ...file }) => ({
      folder: dirname(path),
      files: [{ path: basename(path), ...file }],
    })),
  );
}

/** What is to be written, and where it really lies. */
interface Prepared {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What was there when it was read. */
  readonly before: Uint8Array;
}

async function prepare({ file, text }: EditedFile, cwd: string): Promise<Prepared> {
  const path = await realpath(resolve(cwd, file.path)).catch(unwritable(file.path));
  const now = await readFile(path).catch(unwritable(file.path));
  const mark = now.subarray(0, byteOrderMark.length).equals(byteOrderMark) ? byteOrderMark : Buffer.of();
  // Compared as bytes: what could not be read as text must not be written back as if it had been.
  if (!now.equals(Buffer.concat([mark, Buffer.from(file.text)])))
    throw new UsageError(`"${file.path}" was changed by another program just now; run this again`);
  return { path, bytes: Buffer.concat([mark, Buffer.from(text)]), before: now };
}

const byteOrderMark = Buffer.from('\ufeff');

const unwritable = (path: string) => (error: Error) => {
  throw new UsageError(`cannot write "${path}": ${reason(error)}`);
};
