import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Bank } from '../bank/bank.ts';
import { formatManifest, listedFiles, type ManifestFile, manifest, withFilesBelow } from '../build-json.ts';
import { writeAll } from '../files/write.ts';
import type { QuizFile } from '../targets/prints/prints.ts';
import { programs } from './programs.ts';
import { readIfThere } from './read-file.ts';

export interface Papers {
  /** Where they go, below the bank's folder in the output: "quizzes/test/" or, of a class, "quizzes/test/9b/". */
  readonly folder: string;
  readonly ofClass: boolean;
  readonly files: readonly QuizFile[];
}

/**
 * Writes papers where `recto build` writes them, lists them in build.json, and takes away what the last printing made
 * there and this one does not. A class has a folder and a build.json of its own, which a later build leaves alone: its
 * answers belong to papers that may be in pupils' hands.
 *
 * @param root the bank's folder in the output
 */
export async function writePapers(
  root: string,
  bank: Bank,
  { folder, ofClass, files }: Papers,
): Promise<void> {
  const home = ofClass ? join(root, folder) : root;
  const below = ofClass ? '' : folder;
  const papers = files.map(({ name, bytes }) => ({ path: below + name, bytes }));
  const text = readIfThere(join(home, 'build.json'));
  const updated = ofClass ? undefined : withFilesBelow(text, below, papers);
  const list = updated ?? formatManifest(manifest(bank, { files: papers, deck: undefined }, [], programs()));
  await writeAll(home, [...papers, { path: 'build.json', bytes: new TextEncoder().encode(list) }]);
  const made = new Set(papers.map(({ path }) => path));
  const stale = listedFiles(text).filter(({ path }) => path.startsWith(below) && !made.has(path));
  await Promise.all(stale.map((file) => takeAway(home, file)));
}

/** Removes a file, unless somebody has changed it since it was listed. */
async function takeAway(folder: string, { path, sha256: hash }: ManifestFile): Promise<void> {
  const bytes = await readFile(join(folder, path)).catch(() => undefined);
  if (bytes && bytesToHex(sha256(bytes)) === hash) await rm(join(folder, path), { force: true });
}
