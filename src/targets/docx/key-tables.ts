import { type FileChild, Paragraph, type ParagraphChild, TextRun } from 'docx';
import { faint } from '../../look/paper.ts';
import { greatest } from '../../text/greatest.ts';
import type { KeyVersion, KeyView } from '../../view/key.ts';
import type { KeyGrid } from '../../view/key-grid.ts';
import { heavyLine, thinLine } from './borders.ts';
import { emOf, mm, type Page } from './page.ts';
import { runs } from './runs.ts';
import { type Cell, sideBySide } from './table.ts';
import { boldRun, faintRun, gap, type Piece, piece, type WordDocument, whole } from './word-document.ts';

/** Numbers and marks in columns, to compare at a glance. */
export function glance(entries: KeyVersion['glance'], line: number): Piece {
  const longest = greatest(entries.map(({ mark }) => mark.length));
  const across = longest > 5 ? 6 : 10;
  const rows = Array.from({ length: Math.ceil(entries.length / across) }, (_, row) =>
    Array.from({ length: across }, (_, column) => {
      const entry = entries[row * across + column];
      const children = entry ? [faintRun(`${entry.number} `), boldRun(entry.mark)] : [];
      return { pieces: [piece({ style: 'Cell', children })], borders: { bottom: thinLine } };
    }),
  );
  return sideBySide(
    0,
    Array.from({ length: across }, () => Math.floor(line / across)),
    rows,
  );
}

/** All versions side by side: for each question its number there, and its letters. */
export function gridParagraphs({ words, title, grids }: KeyView, to: WordDocument): FileChild[] {
  if (grids.length === 0) return [];
  const heading = `${words.answerKey}, ${words.allVersions}`;
  return [
    new Paragraph({ style: 'Deck', keepNext: true, children: runs(title, to) }),
    new Paragraph({ heading: 'Heading1', border: { bottom: heavyLine }, children: [new TextRun(heading)] }),
    ...grids.flatMap((grid) => whole([gridTable(grid, words.question, to.page), gap, gap])),
  ];
}

/** The letters of the questions' ids in half points, and their width in twips. */
const idSize = 15;
const idLetter = idSize * 10 * 0.55;

/** A question's id, small. */
export const idRun = (id: string): ParagraphChild =>
  new TextRun({ text: id, font: 'Consolas', size: idSize, color: faint });

function gridTable({ versions, rows }: KeyGrid, question: string, page: Page): Piece {
  const cell = (children: ParagraphChild[], alignment: 'left' | 'right'): Cell => ({
    pieces: [() => new Paragraph({ style: 'Cell', alignment, children })],
    borders: { bottom: thinLine },
  });
  return sideBySide(
    0,
    gridWidths({ versions, rows }, question, page),
    [
      [cell([boldRun(question)], 'left'), ...versions.map((letter) => cell([boldRun(letter)], 'right'))],
      ...rows.map(({ id, cells }) => [
        cell([idRun(id)], 'left'),
        ...cells.map(({ number, mark }) => cell([faintRun(`${number} `), boldRun(mark)], 'right')),
      ]),
    ],
    { headed: true },
  );
}

/** Answers have what they need before ids have more than they need; both keep a third of the line at least. */
function gridWidths({ versions, rows }: KeyGrid, question: string, page: Page): number[] {
  const { line } = page;
  const letter = emOf(page) * 0.68;
  const longest = (texts: readonly string[]) => greatest(texts.map((text) => text.length));
  const ids = Math.max(longest(rows.map(({ id }) => id)) * idLetter, question.length * letter) + mm(3);
  const marks = longest(rows.flatMap(({ cells }) => cells.map(({ number, mark }) => `${number} ${mark}`)));
  const most = (line - Math.min(ids, line / 3)) / versions.length;
  const each = Math.floor(Math.min(most, Math.max(mm(16), marks * letter + mm(3))));
  return [line - each * versions.length, ...versions.map(() => each)];
}
