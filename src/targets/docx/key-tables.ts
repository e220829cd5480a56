import { Paragraph, type ParagraphChild, type Table, TextRun } from 'docx';
import type { KeyData, KeyVersion } from '../../view/key.ts';
import { emOf, faint, heavyLine, mm, type Page, thinLine } from './look.ts';
import { faintRun, gap, type Manuscript, type Piece, whole } from './manuscript.ts';
import { type Place, sideBySide } from './table.ts';
import { runs } from './text.ts';

/** Numbers and marks in columns, to compare at a glance. */
export function glance(entries: KeyVersion['glance'], line: number): Piece {
  const longest = Math.max(...entries.map(({ mark }) => mark.length));
  const across = longest > 5 ? 6 : 10;
  const rows = Array.from({ length: Math.ceil(entries.length / across) }, (_, row) =>
    Array.from({ length: across }, (_, column) => {
      const entry = entries[row * across + column];
      const children = entry
        ? [faintRun(`${entry.number} `), new TextRun({ text: entry.mark, bold: true })]
        : [];
      const cell: Piece = (keepNext) => new Paragraph({ style: 'Cell', keepNext, children });
      return { pieces: [cell], borders: { bottom: thinLine } };
    }),
  );
  return sideBySide(
    0,
    Array.from({ length: across }, () => Math.floor(line / across)),
    rows,
  );
}

/** All versions side by side: for each question its number there, and its letters. */
export function gridParagraphs({ words, title, grids }: KeyData, to: Manuscript): (Paragraph | Table)[] {
  if (grids.length === 0) return [];
  const heading = `${words.answerKey}, ${words.allVersions}`;
  return [
    new Paragraph({ style: 'Deck', keepNext: true, children: runs(title, to) }),
    new Paragraph({
      ...{ heading: 'Heading1', border: { bottom: heavyLine } },
      children: [new TextRun(heading)],
    }),
    ...grids.flatMap((grid) => whole([gridTable(grid, words.question, to.page), gap, gap])),
  ];
}

/** The letters of the questions' ids in half points, and their width in twips. */
const idSize = 15;
const idLetter = idSize * 10 * 0.55;

function gridTable({ versions, rows }: KeyData['grids'][number], question: string, page: Page): Piece {
  const cell = (children: ParagraphChild[], right: boolean): Place => {
    const text: Piece = () => new Paragraph({ style: 'Cell', alignment: right ? 'right' : 'left', children });
    return { pieces: [text], borders: { bottom: thinLine } };
  };
  const bold = (text: string) => new TextRun({ text, bold: true });
  return sideBySide(
    0,
    gridWidths({ versions, rows }, question, page),
    [
      [cell([bold(question)], false), ...versions.map((letter) => cell([bold(letter)], true))],
      ...rows.map(({ id, cells }) => [
        cell([new TextRun({ text: id, font: 'Consolas', size: idSize, color: faint })], false),
        ...cells.map(({ number, mark }) => cell([faintRun(`${number} `), bold(mark)], true)),
      ]),
    ],
    { headed: true },
  );
}

/** Answers have what they need before ids have more than they need; both keep a third of the line at least. */
function gridWidths({ versions, rows }: KeyData['grids'][number], question: string, page: Page): number[] {
  const { line } = page;
  const letter = emOf(page) * 0.68;
  const longest = (texts: readonly string[]) => Math.max(...texts.map((text) => text.length));
  const ids = Math.max(longest(rows.map(({ id }) => id)) * idLetter, question.length * letter) + mm(3);
  const marks = longest(rows.flatMap(({ cells }) => cells.map(({ number, mark }) => `${number} ${mark}`)));
  const most = (line - Math.min(ids, line / 3)) / versions.length;
  const each = Math.floor(Math.min(most, Math.max(mm(16), marks * letter + mm(3))));
  return [line - each * versions.length, ...versions.map(() => each)];
}
