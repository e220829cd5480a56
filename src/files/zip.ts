import { type Zippable, zipSync } from 'fflate';
import type { OutputFile } from './output-file.ts';

/** A file of a zip. */
export interface ZipEntry extends OutputFile {
  /** Kept as it is: a picture or a sound, which is compressed already. */
  readonly stored?: boolean;
}

/** The first time that a zip can tell, the same in every time zone. */
const firstTime = new Date(1980, 0, 1);

/** What the zip says of the system that made it: Unix, on whatever it was made, and a file that all may read. */
const unix = { os: 3, attrs: 0o100644 << 16 };

/**
 * A zip whose bytes depend on its entries and their order alone, not on the clock or the machine. Names that are whole
 * numbers stand in front, in their order, and then the others as they are given.
 */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const files: Zippable = {};
  for (const { path, bytes, stored } of entries)
    files[path] = [bytes, { mtime: firstTime, level: stored ? 0 : 9 }];
  return zipSync(files, unix);
}
