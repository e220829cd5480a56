import type { Copy } from '../../quiz/class/copies.ts';
import { qrPicture, sheetCode } from '../../sheet/code.ts';
import type { SheetLayout, SheetPage } from '../../sheet/layout.ts';
import { rowName } from '../../sheet/rows.ts';
import { type TypstHead, typstHead } from '../../typst/head.ts';
import { type PaperVersion, type PaperView, versionTitle } from '../../view/paper.ts';
import type { Prints } from '../../view/prints.ts';

/** The data of `paper.typ`: the papers, and which copies of them one file has. */
export interface PaperRun extends Omit<PaperView, 'versions' | 'paper'>, TypstHead {
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
  readonly papers: PaperView;
  /** The answer sheets without their papers. */
  readonly sheetsAlone: boolean;
}

/** The data of one file with these copies; versions that none of them is of are left out. */
export function runData(
  { quiz, sheets, duplex }: Prints,
  { papers, sheetsAlone }: RunOptions,
  copies: readonly Copy[],
): PaperRun {
  const used = [...new Set(copies.map(({ version }) => version))].sort((a, b) => a - b);
  const [first] = sheets;
  return {
    ...typstHead(papers),
    documentTitle: sheetsAlone ? sheetsTitle(papers) : titleOf(papers, copies),
    duplex,
    sheetsAlone,
    answerSheet: first ? withoutPages(first) : null,
    versions: used.map((at) => ({ ...versionAt(papers, at), bubbles: pagesOf(sheets, at).map(drawn) })),
    copies: copies.map(({ pupil, number, version }) => {
      const { letter } = versionAt(papers, version);
      return {
        name: number > 0 ? `${letter}-${number}` : letter,
        version: used.indexOf(version),
        pupil: pupil ? { name: pupil.name, id: pupil.id ?? '', group: pupil.group ?? '' } : null,
        codes: pagesOf(sheets, version).map(({ page }, _at, { length }) => ({
          picture: qrPicture(sheetCode({ quiz: quiz.id, version: letter, copy: number, page })),
          words: [quiz.id, letter, ...(number > 0 ? [number] : []), `${page}/${length}`].join(' · '),
        })),
      };
    }),
  };
}

const withoutPages = ({ pages: _, ...layout }: SheetLayout): PaperRun['answerSheet'] => layout;

/** The pages of a version's answer sheet; none where the quiz has no sheets. */
const pagesOf = (sheets: readonly SheetLayout[], version: number): readonly SheetPage[] =>
  sheets[version]?.pages ?? [];

function versionAt({ versions }: PaperView, at: number): PaperVersion {
  const version = versions[at];
  if (!version) throw new Error(`there is no version ${at}`);
  return version;
}

const drawn = ({ page, digits, rows }: SheetPage): DrawnPage => ({
  page,
  digits,
  rows: rows.map((row) => ({ name: rowName(row), bubbles: row.bubbles })),
});

const sheetsTitle = ({ documentTitle, words }: PaperView): string => `${documentTitle}: ${words.answerSheet}`;

/** A file of one version says which in its title. */
function titleOf(papers: PaperView, [only, ...others]: readonly Copy[]): string {
  if (!only || others.length > 0) return papers.documentTitle;
  return versionTitle(papers, versionAt(papers, only.version));
}
