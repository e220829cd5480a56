import { Paragraph, type ParagraphChild, type Table, TextRun } from 'docx';
import type { KeyData, KeyVersion } from '../paper/key-data.ts';
import { faint, heavyLine, mm, thinLine } from './look.ts';
import { faintRun, gap, type Manuscript, type Piece, whole } from './manuscript.ts';
import { type Place, sideBySide } from './table.ts';

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
export function gridParagraphs({ words, grids }: KeyData, to: Manuscript): (Paragraph | Table)[] {
  if (grids.length === 0) return [];
  const text = `${words.answerKey}, ${words.allVersions}`;
  const heading = new Paragraph({
    heading: 'Heading1',
    border: { bottom: heavyLine },
    children: [new TextRun(text)],
  });
  return [
    heading,
    ...grids.flatMap((grid) => whole([gridTable(grid, words.question, to.page.line), gap, gap])),
  ];
}

function gridTable({ versions, rows }: KeyData['grids'][number], question: string, line: number): Piece {
  const each = Math.min(mm(28), Math.floor((line * 0.75) / versions.length));
  const cell = (children: ParagraphChild[], right: boolean): Place => {
    const text: Piece = () => new Paragraph({ style: 'Cell', alignment: right ? 'right' : 'left', children });
    return { pieces: [text], borders: { bottom: thinLine } };
  };
  const bold = (text: string) => new TextRun({ text, bold: true });
  return sideBySide(
    0,
    [line - each * versions.length, ...versions.map(() => each)],
    [
      [cell([bold(question)], false), ...versions.map((letter) => cell([bold(letter)], true))],
      ...rows.map(({ id, cells }) => [
        cell([new TextRun({ text: id, font: 'Consolas', size: 15, color: faint })], false),
        ...cells.map(({ number, mark }) => cell([faintRun(`${number} `), bold(mark)], true)),
      ]),
    ],
  );
}
