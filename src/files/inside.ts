import { closeSync, openSync, readSync, realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';

/**
 * Where a file of a folder really lies, all links followed; undefined where they lead out of the folder, however that is
 * reached itself, or to what is hidden in it, such as `.git` and `.env`.
 * @throws {Error} the system's own, when there is no such file
 */
export function placeInside(folder: string, name: string): string | undefined {
  const place = realpathSync.native(resolve(folder, name));
  const way = relative(realpathSync.native(folder), place);
  if (isAbsolute(way) || way.split(sep)[0] === '..') return undefined;
  const isHidden = way.split(sep).some((part) => part.startsWith('.'));
  return isHidden && way !== relative(folder, resolve(folder, name)) ? undefined : place;
}

/**
 * The first bytes of a file, all of it when it has no more than `size`.
 * @throws {Error} the system's own, when it does not let us read it
 */
export function firstBytes(path: string, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  const file = openSync(path, 'r');
  try {
    let filled = 0;
    for (let read = -1; read !== 0 && filled < size; filled += read) {
      read = readSync(file, bytes, filled, size - filled, null);
    }
    return bytes.subarray(0, filled);
  } finally {
    closeSync(file);
  }
}
