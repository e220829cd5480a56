import { type Copy, type FileOf, inParts } from '../../quiz/class/copies.ts';
import type { Version } from '../../quiz/versions/printed.ts';
import { typstHead } from '../../typst/head.ts';
import type { Template } from '../../typst/typesetter.ts';
import type { EditionPrint, Prints } from '../../view/prints.ts';
import { runData } from './run.ts';

const sources = ['paper.typ', 'question.typ', 'sheet.typ', 'key.typ'].map(
  (name) => new URL(name, import.meta.url),
);
const paper: Template = { main: 'paper.typ', sources };
const key: Template = { main: 'key.typ', sources };

/** A file to print. */
export interface Planned {
  readonly is: 'paper' | 'copies' | 'sheets' | 'key';
  /** Of its edition, below the quiz's: "" or "large-print/". */
  readonly folder: string;
  readonly name: string;
  /** How many papers, sheets or keys it has. */
  readonly count: number;
  readonly template: Template;
  /** The template's data, which is large. */
  readonly data: () => object;
}

/**
 * The files of a quiz, in the order in which they are to be printed: answer sheets and copies with names on them always, all
 * others where `papers` were asked for.
 */
export function planOf(prints: Prints, papers: boolean): Planned[] {
  const { versions, editions, classFiles } = prints;
  const files = classFiles.length > 0 ? classFiles : allVersions(prints);
  const copies = files.flatMap(({ items }) => items);
  const runs = papers || classFiles.length > 0 ? editions : [];
  const sheets = prints.sheets.length > 0 ? inParts('sheets.pdf', copies) : [];
  const keys = papers ? inParts('key.pdf', versions) : [];
  return [
    ...runs.flatMap((edition) => planOfRun(prints, edition, files, papers ? versions : [])),
    ...sheets.map((file) => planOfCopies('sheets', prints, editions[0], file)),
    ...keys.map(({ name, items }): Planned => {
      const data = () => typstHead(prints.key(items));
      return { is: 'key', folder: '', name, count: items.length, template: key, data };
    }),
  ];
}

/** All versions in one file, or in as many as keep each small enough. */
const allVersions = ({ versions }: Prints): FileOf<Copy>[] =>
  inParts(
    'all.pdf',
    versions.map((_, version) => ({ number: 0, version })),
  );

/**
 * An edition's files with several copies, and after each a paper of those of these versions that it is the first to have: after a
 * large file the papers in it are quick one by one.
 */
function planOfRun(
  prints: Prints,
  edition: EditionPrint,
  files: readonly FileOf<Copy>[],
  versions: readonly Version[],
): Planned[] {
  const papers = versions.map(({ letter }, version) => ({
    after: files.find(({ items }) => items.some((copy) => copy.version === version)),
    file: { name: `${letter}.pdf`, items: [{ number: 0, version }] },
  }));
  return files.flatMap((several) => [
    planOfCopies('copies', prints, edition, several),
    ...papers
      .filter(({ after }) => after === several)
      .map(({ file }) => planOfCopies('paper', prints, edition, file)),
  ]);
}

function planOfCopies(
  is: Planned['is'],
  prints: Prints,
  { folder, papers }: EditionPrint,
  { name, items }: FileOf<Copy>,
): Planned {
  const data = () => runData(prints, papers, items, is === 'sheets');
  return { is, folder, name, count: items.length, template: paper, data };
}
