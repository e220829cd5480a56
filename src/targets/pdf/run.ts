import type { Copy } from '../../quiz/class/copies.ts';
import { qrPicture, sheetCode } from '../../sheet/code.ts';
import type { SheetPage } from '../../sheet/layout.ts';
import { rowName } from '../../sheet/rows.ts';
import { present } from '../../text/present.ts';
import { typstHead } from '../../typst/head.ts';
import { type PaperVersion, type PaperView, versionTitle } from '../../view/paper.ts';
import type { Prints } from '../../view/prints.ts';

/**
 * The data of `paper.typ`: the papers, and which copies of them one file has; versions that none of them is of are left out.
 * `sheetsAlone` for the answer sheets without their papers.
 */
export function runData(
  { quiz, sheets, duplex }: Prints,
  papers: PaperView,
  copies: readonly Copy[],
  sheetsAlone: boolean,
): object {
  const used = [...new Set(copies.map(({ version }) => version))].sort((a, b) => a - b);
  const [first] = sheets;
  const pagesOf = (version: number): readonly SheetPage[] => sheets[version]?.pages ?? [];
  return {
    ...typstHead(papers),
    documentTitle: sheetsAlone
      ? `${papers.documentTitle}: ${papers.words.answerSheet}`
      : titleOf(papers, copies),
    duplex,
    sheetsAlone,
    // What all answer sheets have in one place.
    answerSheet: first ? { diameter: first.diameter, marks: first.marks, qr: first.qr } : null,
    versions: used.map((at) => ({ ...versionAt(papers, at), bubbles: pagesOf(at).map(drawn) })),
    copies: copies.map(({ pupil, number, version }) => {
      const { letter } = versionAt(papers, version);
      return {
        // Of its own in the file.
        name: number > 0 ? `${letter}-${number}` : letter,
        version: used.indexOf(version),
        // Printed where it is known, else there is a line to write on.
        pupil: pupil ? { name: pupil.name, id: pupil.id ?? '', group: pupil.group ?? '' } : null,
        // For each page of the answer sheet, its QR code and the same in words.
        codes: pagesOf(version).map(({ page }, _at, { length }) => ({
          picture: qrPicture(sheetCode({ quiz: quiz.id, version: letter, copy: number, page })),
          words: [quiz.id, letter, ...(number > 0 ? [number] : []), `${page}/${length}`].join(' · '),
        })),
      };
    }),
  };
}

const versionAt = ({ versions }: PaperView, at: number): PaperVersion =>
  present(versions[at], `version ${at}`);

const drawn = ({ digits, rows }: SheetPage): object => ({
  digits,
  rows: rows.map((row) => ({ name: rowName(row), bubbles: row.bubbles })),
});

/** A file of one version says which in its title. */
function titleOf(papers: PaperView, [only, ...others]: readonly Copy[]): string {
  if (!only || others.length > 0) return papers.documentTitle;
  return versionTitle(papers, versionAt(papers, only.version));
}
