import type { OutputFile } from '../../files/output-file.ts';
import { below } from '../../files/output-file.ts';
import { type Copy, type CopyFile, inParts } from '../../quiz/class/copies.ts';
import { letterOf, type Version } from '../../quiz/versions/printed.ts';
import { typstHead } from '../../typst/head.ts';
import type { Template, Typeset } from '../../typst/typesetter.ts';
import type { PaperView } from '../../view/paper.ts';
import type { Prints } from '../../view/prints.ts';
import { runData } from './run.ts';

const sources = ['paper.typ', 'question.typ', 'sheet.typ', 'key.typ'].map(
  (name) => new URL(name, import.meta.url),
);
const paper: Template = { main: 'paper.typ', sources };
const key: Template = { main: 'key.typ', sources };

/** What is printed of a quiz. */
export interface Parts {
  /** A paper of each version, and the key. */
  readonly papers: boolean;
  /** The files with several copies: all versions, or those of a class list. */
  readonly copies: boolean;
  /** The answer sheets without their papers. */
  readonly sheets: boolean;
}

/** Typesets data with a template. */
export type Print = (template: Template, data: object) => Promise<Typeset>;

export interface Printed {
  readonly files: readonly OutputFile[];
  /** The pages of all copies in the standard edition. */
  readonly pages: number;
  /** What shortcomings are looked for in. A paper of its own has none that the file it is also in does not have. */
  readonly documents: readonly Typeset[];
}

/** Prints papers and keys, one file after the other; `onPrint` is told before each how many are done, of how many. */
export async function printAll(
  prints: Prints,
  parts: Parts,
  print: Print,
  onPrint: (printed: number, of: number) => void,
): Promise<Printed> {
  const { versions, editions } = prints;
  const [standard] = editions;
  if (!standard) throw new Error('a quiz is printed in the standard edition at least');
  const files = prints.classFiles.length > 0 ? prints.classFiles : allVersions(versions);
  const copies = files.flatMap((file) => file.copies);
  const counted = counter(totalOf(prints, parts, copies.length), onPrint);
  const printPapers = (papers: PaperView, some: readonly Copy[], sheetsAlone = false) => {
    counted(some.length);
    return print(paper, runData(prints, { papers, sheetsAlone }, some));
  };
  const printKey = (some: readonly Version[]) => {
    counted(some.length);
    return print(key, typstHead(prints.key(some)));
  };

  const runs = await oneByOne(parts.copies ? editions : [], async ({ folder, papers }) => {
    const run = await printRun(files, parts.papers ? versions : [], (some) => printPapers(papers, some));
    return { ...run, files: run.files.map((file) => below(folder, file)) };
  });
  const sheets = await oneByOne(
    parts.sheets ? inParts('sheets.pdf', copies) : [],
    async ({ name, items }) => ({
      path: name,
      bytes: (await printPapers(standard.papers, items, true)).bytes,
    }),
  );
  const keys = await oneByOne(parts.papers ? inParts('key.pdf', versions) : [], async ({ name, items }) => ({
    path: name,
    ...(await printKey(items)),
  }));
  return {
    files: [
      ...runs.flatMap((run) => run.files),
      ...sheets,
      ...keys.map(({ path, bytes }) => ({ path, bytes })),
    ],
    pages: runs[0]?.pages ?? 0,
    documents: [...keys, ...runs.flatMap(({ documents }) => documents)],
  };
}

/** How many papers, sheets and keys are printed. */
function totalOf({ versions, editions }: Prints, parts: Parts, copies: number): number {
  const papers = parts.papers ? versions.length : 0;
  const run = parts.copies ? copies + papers : 0;
  return run * editions.length + (parts.sheets ? copies : 0) + papers;
}

/** Tells before each file how many are done. */
function counter(of: number, onPrint: (printed: number, of: number) => void): (count: number) => void {
  let printed = 0;
  return (count) => {
    onPrint(printed, of);
    printed += count;
  };
}

/** Does some work for each item, and begins none before the last has ended. */
async function oneByOne<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

/** All versions in one file, or in as many as keep each small enough. */
function allVersions(versions: readonly Version[]): CopyFile[] {
  const copies = versions.map((_, version) => ({ number: 0, version }));
  return inParts('all.pdf', copies).map(({ name, items }) => ({ name, copies: items }));
}

/**
 * Files with several copies, and a paper of each of these versions: after a large file the papers in it are quick one by one.
 */
async function printRun(
  files: readonly CopyFile[],
  versions: readonly Version[],
  print: (copies: readonly Copy[]) => Promise<Typeset>,
): Promise<Printed> {
  const documents: (OutputFile & Typeset)[] = [];
  const papers = new Map<number, OutputFile>();
  for (const { name, copies } of files) {
    documents.push({ path: name, ...(await print(copies)) });
    for (const { version } of copies) {
      if (papers.has(version) || versions.length === 0) continue;
      const { bytes } = await print([{ number: 0, version }]);
      papers.set(version, { path: `${letterOf(versions, version)}.pdf`, bytes });
    }
  }
  const inOrder = versions.flatMap((_, at) => papers.get(at) ?? []);
  return {
    files: [...inOrder, ...documents.map(({ path, bytes }) => ({ path, bytes }))],
    pages: documents.reduce((sum, { pages }) => sum + pages, 0),
    documents,
  };
}
