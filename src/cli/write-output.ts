import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Bank } from '../bank/bank.ts';
import { formatBuildJson, type ListedFile, updateOf } from '../build-json.ts';
import type { Compiled } from '../compile.ts';
import { hashOf } from '../files/hash.ts';
import { textFile } from '../files/output-file.ts';
import { type Change, writeChanges } from '../files/write.ts';
import { programs } from './programs.ts';
import { readIfThere } from './read-file.ts';
import { type Terminal, UsageError } from './terminal.ts';
import { paragraph } from './wording.ts';

/** Where what was compiled goes. */
export interface Place {
  /** The folder that has, or gets, the build.json, as the user would call it. */
  readonly folder: string;
  /** Only what lies below it is made anew, such as "quizzes/test/"; everything if ''. */
  readonly scope: string;
}

/**
 * Writes what was compiled and lists it in build.json, and takes away what an earlier build made and is no longer true. A
 * file that its owner has changed since stays, and is named.
 *
 * @param first what is to be written with it, all or nothing, and is never older: the lock of a package
 */
export async function writeOutput(
  bank: Bank,
  compiled: Compiled,
  { folder, scope }: Place,
  terminal: Terminal,
  ...first: readonly Change[]
): Promise<void> {
  const home = resolve(terminal.cwd, folder);
  const before = readIfThere(join(home, 'build.json'));
  const { list, stale } = updateOf(bank, compiled, before, scope, programs());
  const files = [...compiled.products.values()].flatMap((product) => product.files);
  const { ours, changed } = await sorted(home, stale);
  const listFile = textFile('build.json', formatBuildJson(list));
  // The list comes last: what is taken away is still on it until it is gone.
  await writeChanges([...first, { folder: home, files, stale: ours }, { folder: home, files: [listFile] }]);
  for (const path of changed) terminal.err(paragraph(kept(join(folder, path)), terminal));
}

/** The paths of files of an earlier build: those that are as it made them, and those that somebody has changed. */
async function sorted(home: string, files: readonly ListedFile[]) {
  const ours: string[] = [];
  const changed: string[] = [];
  for (const { path, sha256 } of files) {
    const bytes = await readFile(join(home, path)).catch(() => undefined);
    if (bytes) (hashOf(bytes) === sha256 ? ours : changed).push(path);
  }
  return { ours, changed };
}

const kept = (path: string): string =>
  `"${path}" was changed by hand, so it stays; but it does not belong to what was made now. ` +
  'Delete it when you have what you need of it.';

/**
 * Refuses an output folder in which a bank's own folder would be written into.
 * @throws {UsageError} where `<out>/<bank id>` is one
 */
export function refuseBankFolder(out: string, bank: string, cwd: string): void {
  if (!existsSync(resolve(cwd, out, bank, 'deck.yaml'))) return;
  throw new UsageError(
    `--out ${out} would write into "${join(out, bank)}", which is a bank's own folder; name another folder`,
  );
}
