import type { Copy } from '../../quiz/class/copies.ts';
import { qrPicture, sheetCode } from '../../sheet/code.ts';
import type { SheetLayout, SheetPage } from '../../sheet/layout.ts';
import { rowName } from '../../sheet/rows.ts';
import type { PaperData, PaperVersion } from '../../view/paper.ts';

/** The data of `paper.typ`: the papers' data, and which copies of them one file has. */
export interface PaperRun extends Omit<PaperData, 'versions'> {
  /** Each copy begins on a right-hand page. */
  readonly duplex: boolean;
  /** The answer sheets without their papers. */
  readonly sheetsAlone: boolean;
  /** What all answer sheets have in one place. */
  readonly answerSheet: Omit<SheetLayout, 'pages'> | null;
  readonly versions: readonly (PaperVersion & { readonly bubbles: readonly DrawnPage[] })[];
  readonly copies: readonly DrawnCopy[];
}

interface DrawnPage extends Pick<SheetPage, 'page' | 'digits'> {
  readonly rows: readonly (Pick<SheetPage['rows'][number], 'bubbles'> & { readonly name: string })[];
}

interface DrawnCopy {
  /** Of its own in the file. */
  readonly name: string;
  readonly version: number;
  /** Printed where it is known, else there is a line to write on. */
  readonly pupil: { readonly name: string; readonly id: string; readonly group: string } | null;
  /** For each page of the answer sheet, its QR code as an SVG and the same in words. */
  readonly codes: readonly { readonly picture: string; readonly words: string }[];
}

/** What a file of copies is made from. */
export interface RunOptions {
  readonly papers: PaperData;
  readonly quiz: string;
  /** The answer sheet of each version; none where the quiz has none. */
  readonly sheets: readonly SheetLayout[];
  readonly duplex: boolean;
  readonly sheetsAlone?: boolean;
}

/** The data of one file with these copies; versions that none of them is of are left out. */
export function runData(
  { papers, quiz, sheets, duplex, sheetsAlone = false }: RunOptions,
  copies: readonly Copy[],
): PaperRun {
  const used = [...new Set(copies.map(({ version }) => version))].sort((a, b) => a - b);
  const [first] = sheets;
  const { pages: _, ...answerSheet } = first ?? { pages: [] };
  return {
    ...papers,
    documentTitle: sheetsAlone ? sheetsTitle(papers) : titleOf(papers, copies),
    duplex,
    sheetsAlone,
    answerSheet: first ? (answerSheet as Omit<SheetLayout, 'pages'>) : null,
    versions: used.flatMap((at) => {
      const version = papers.versions[at];
      return version ? [{ ...version, bubbles: (sheets[at]?.pages ?? []).map(drawn) }] : [];
    }),
    copies: copies.map((copy) => {
      const letter = papers.versions[copy.version]?.letter ?? '';
      const { pupil, number } = copy;
      return {
        name: number > 0 ? `${letter}-${number}` : letter,
        version: used.indexOf(copy.version),
        pupil: pupil ? { name: pupil.name, id: pupil.id ?? '', group: pupil.group ?? '' } : null,
        codes: (sheets[copy.version]?.pages ?? []).map(({ page }, _at, { length }) => ({
          picture: qrPicture(sheetCode({ quiz, version: letter, copy: number, page })),
          words: [quiz, letter, ...(number > 0 ? [number] : []), `${page}/${length}`].join(' · '),
        })),
      };
    }),
  };
}

const drawn = ({ page, digits, rows }: SheetPage): DrawnPage => ({
  page,
  digits,
  rows: rows.map((row) => ({ name: rowName(row), bubbles: row.bubbles })),
});

const sheetsTitle = ({ documentTitle, words }: PaperData): string => `${documentTitle}: ${words.answerSheet}`;

/** A file of one version says which in its title. */
function titleOf({ documentTitle, words, versions }: PaperData, copies: readonly Copy[]): string {
  const [only, ...others] = copies;
  const letter = only && others.length === 0 ? versions[only.version]?.letter : undefined;
  return letter === undefined || versions.length === 0
    ? documentTitle
    : `${documentTitle}, ${words.version} ${letter}`;
}
