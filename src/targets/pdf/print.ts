import { type Copy, type CopyFile, inParts } from '../../quiz/class/copies.ts';
import type { Version } from '../../quiz/versions/printed.ts';
import type { SheetLayout } from '../../sheet/layout.ts';
import type { Template, Typeset } from '../../typst/typeset.ts';
import type { KeyData } from '../../view/key.ts';
import type { PaperData } from '../../view/paper.ts';
import type { QuizFile } from '../prints/prints.ts';
import { type PaperRun, runData } from './run.ts';

const sources = ['paper.typ', 'question.typ', 'sheet.typ', 'key.typ'].map(
  (name) => new URL(name, import.meta.url),
);
const paper: Template = { main: 'paper.typ', sources };
const key: Template = { main: 'key.typ', sources };

/** The papers of an edition, and the folder below the quiz's that they go to: "" or "large-print/". */
export interface PapersOf {
  readonly folder: string;
  readonly papers: PaperData;
}

/** All that is printed of a quiz. */
export interface PrintJob {
  readonly quiz: string;
  readonly versions: readonly Version[];
  readonly standard: PapersOf;
  readonly editions: readonly PapersOf[];
  /** The files of a class list; none where all versions are in one file instead. */
  readonly classFiles: readonly CopyFile[];
  /** The answer sheet of each version; none where the quiz has none. */
  readonly sheets: readonly SheetLayout[];
  readonly duplex: boolean;
  readonly keyOf: (versions: readonly Version[]) => KeyData;
}

/** Typesets a file of papers or of keys. */
export type Print = (template: Template, data: PaperRun | KeyData) => Promise<Typeset>;

export interface PrintedQuiz {
  readonly files: readonly QuizFile[];
  /** The pages of all copies in the standard edition. */
  readonly pages: number;
  /** What findings are looked for in. A paper of its own has none that the file it is also in does not have. */
  readonly documents: readonly Typeset[];
}

/** Prints papers and keys, one file after the other; `onPrint` is told before each how many are done, of how many. */
export async function printAll(
  job: PrintJob,
  print: Print,
  onPrint: (printed: number, of: number) => void = () => {},
): Promise<PrintedQuiz> {
  const { versions, standard, editions } = job;
  const files = job.classFiles.length > 0 ? job.classFiles : allVersions(versions);
  const copies = files.flatMap((file) => file.copies);
  const sheets = job.sheets.length > 0 ? inParts('sheets.pdf', copies) : [];
  const of =
    (copies.length + versions.length) * (1 + editions.length) +
    (sheets.length > 0 ? copies.length : 0) +
    versions.length;
  let printed = 0;
  const counted = (count: number) => {
    onPrint(printed, of);
    printed += count;
  };
  const printPapers = (papers: PaperData, some: readonly Copy[], sheetsAlone = false) => {
    counted(some.length);
    return print(paper, runData({ ...job, papers, sheetsAlone }, some));
  };

  const runs = await oneByOne([standard, ...editions], async ({ folder, papers }) => {
    const run = await printRun(files, versions, (some) => printPapers(papers, some));
    return { ...run, files: run.files.map(({ name, bytes }) => ({ name: folder + name, bytes })) };
  });
  const sheetFiles = await oneByOne(sheets, async ({ name, items }) => ({
    ...{ name, bytes: (await printPapers(standard.papers, items, true)).bytes },
  }));
  const keys = await oneByOne(inParts('key.pdf', versions), async ({ name, items }) => {
    counted(items.length);
    return { name, ...(await print(key, job.keyOf(items))) };
  });
  const fileOf = ({ name, bytes }: QuizFile): QuizFile => ({ name, bytes });
  return {
    files: [...runs.flatMap((run) => run.files), ...sheetFiles, ...keys.map(fileOf)],
    pages: runs[0]?.pages ?? 0,
    documents: [...keys, ...runs.flatMap(({ documents }) => documents)],
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

/** Files with several copies, and a paper of each version: after a large file the papers in it are quick one by one. */
async function printRun(
  files: readonly CopyFile[],
  versions: readonly Version[],
  print: (copies: readonly Copy[]) => Promise<Typeset>,
): Promise<PrintedQuiz> {
  const documents: (QuizFile & Typeset)[] = [];
  const papers = new Map<number, QuizFile>();
  for (const { name, copies } of files) {
    documents.push({ name, ...(await print(copies)) });
    for (const { version } of copies) {
      if (papers.has(version)) continue;
      const { bytes } = await print([{ number: 0, version }]);
      papers.set(version, { name: `${versions[version]?.letter}.pdf`, bytes });
    }
  }
  const inOrder = versions.flatMap((_, at) => papers.get(at) ?? []);
  return {
    files: [...inOrder, ...documents.map(({ name, bytes }) => ({ name, bytes }))],
    pages: documents.reduce((sum, { pages }) => sum + pages, 0),
    documents,
  };
}
