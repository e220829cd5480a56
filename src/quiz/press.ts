import type { QuizFile } from './build.ts';
import { type Copy, type CopyFile, inParts } from './copies.ts';
import type { Typeset } from './paper/typeset.ts';
import type { Version } from './printed.ts';

/** The files with several copies: one for each group of a class, or one with a paper of every version. */
export function copyFiles(
  versions: readonly Version[],
  classFiles: readonly CopyFile[],
): readonly CopyFile[] {
  if (classFiles.length > 0) return classFiles;
  const copies = versions.map((_, version) => ({ number: 0, version }));
  return inParts('all.pdf', copies).map(({ name, items }) => ({ name, copies: items }));
}

/**
 * Prints files with several copies, and a paper of each version. After a large file the papers in it are quick one by
 * one, and have no finding that it does not have.
 */
export async function printRuns(
  files: readonly CopyFile[],
  versions: readonly Version[],
  print: (copies: readonly Copy[]) => Promise<Typeset>,
) {
  const papers = new Map<number, QuizFile>();
  const documents = await oneByOne(files, async ({ name, copies }) => {
    const document = await print(copies);
    for (const { version } of copies) {
      if (papers.has(version)) continue;
      const { bytes } = await print([{ number: 0, version }]);
      papers.set(version, { name: `${versions[version]?.letter}.pdf`, bytes });
    }
    return { name, ...document };
  });
  const inOrder = versions.flatMap((_, at) => papers.get(at) ?? []);
  return {
    files: [...inOrder, ...documents.map(({ name, bytes }): QuizFile => ({ name, bytes }))],
    pages: documents.reduce((sum, { pages }) => sum + pages, 0),
    documents,
  };
}

/** Does some work for each item, and begins none before the last has ended. */
export async function oneByOne<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
