import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it that are missing; another program may make them too. Node's own `recursive` never
 * ends where a folder cannot be made although the one above it is there, as below /proc.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await oneFolder(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await oneFolder(path);
  }
}

const oneFolder = (path: string): Promise<void> =>
  mkdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
