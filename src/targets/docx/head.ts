import { type FileChild, Paragraph, type ParagraphChild, type TabStopDefinition, TextRun } from 'docx';
import { literal } from '../../text/tree.ts';
import type { PaperVersion, PaperView } from '../../view/paper.ts';
import { blackFrame, blackLine, heavyLine } from './borders.ts';
import { mm } from './page.ts';
import { runs } from './runs.ts';
import { type Cell, sideBySide } from './table.ts';
import { instructions, pieces } from './text.ts';
import {
  atRight,
  boldRun,
  gap,
  keptWithNext,
  type Piece,
  piece,
  tab,
  unbroken,
  type WordDocument,
} from './word-document.ts';

/** The head of a version: title, version, lines to fill in, time and points, instructions. */
export function headParagraphs(view: PaperView, version: PaperVersion, to: WordDocument): FileChild[] {
  const { words, title, deck } = view;
  const { line, scale } = to.page;
  const tag = unbroken(` ${words.version} ${version.letter} `);
  return [
    new Paragraph({
      style: 'Deck',
      keepNext: true,
      tabStops: atRight(line),
      children: [new TextRun(deck), tab(), boxed(tag, { size: Math.round(28 * Math.min(scale, 1.2)) })],
    }),
    new Paragraph({ heading: 'Heading1', border: { bottom: heavyLine }, children: runs(title, to) }),
    ...(scale > 1.2 ? widelyToFillIn(view, line) : [toFillIn(view, line)]),
    ...(version.sections.length > 1 ? withTable(view, version, to) : withTotal(view, version, to)),
  ];
}

/** The box is drawn around the words, so that the line keeps its height. */
const boxed = (text: string, look: { size?: number } = {}): TextRun =>
  new TextRun({ text, bold: true, smallCaps: false, color: '000000', border: blackLine, ...look });

/** Lines for name, class and date, as tabs draw them. */
function toFillIn({ words }: PaperView, line: number): Paragraph {
  const [nameEnd, classEnd] = [line - mm(72), line - mm(38)];
  return filled([nameEnd, classEnd, line], [words.name, words.class, words.date]);
}

/** In large letters they take two lines. */
const widelyToFillIn = ({ words }: PaperView, line: number): Paragraph[] => [
  filled([line], [words.name]),
  filled([Math.round(line / 2), line], [words.class, words.date]),
];

/** Labels, each with a line that ends there. */
function filled(ends: readonly number[], labels: readonly string[]): Paragraph {
  const leader = 'underscore';
  const tabStops = ends.flatMap((position, at): TabStopDefinition[] =>
    at < ends.length - 1
      ? [
          { type: 'left', position, leader },
          { type: 'left', position: position + mm(3) },
        ]
      : [{ type: 'right', position, leader }],
  );
  const children = labels.flatMap((label, at): ParagraphChild[] => [
    ...(at > 0 ? [tab()] : []),
    new TextRun(`${label} `),
    tab(),
  ]);
  const spacing = { before: mm(3), after: mm(4) };
  return new Paragraph({ style: 'More', keepNext: true, spacing, tabStops, children });
}

const told = ({ minutes }: PaperView, { points }: PaperVersion): ParagraphChild =>
  boldRun(minutes === null ? points : `${minutes}\u2003${points}`);

/** The quiz's own instructions, and that letters go on the answer sheet where there is one. */
function beforeStarting(view: PaperView, to: WordDocument, width: number): Piece[] {
  const onSheet = view.onSheet ? literal(view.words.answerOnSheet) : [];
  return [
    ...pieces(view.instructions, to, { style: 'More', left: 0, width }),
    ...instructions(onSheet, to, 'More', width),
  ];
}

/** Time, points and instructions, with a box for the mark. */
function withTotal(view: PaperView, version: PaperVersion, to: WordDocument): FileChild[] {
  const { line } = to.page;
  const children = [told(view, version), tab(), boxed(`${'\u00a0'.repeat(12)}/\u00a0${version.total}\u00a0`)];
  return [
    new Paragraph({ style: 'More', keepNext: true, tabStops: atRight(line), children }),
    ...keptWithNext(beforeStarting(view, to, line)),
  ];
}

/** The same with a table of the sections' points beside it, or below where there is little room. */
function withTable(view: PaperView, version: PaperVersion, to: WordDocument): FileChild[] {
  const { line, scale } = to.page;
  const beneath = scale > 1.2;
  const right = beneath ? line : mm(72 * scale);
  const left = beneath ? line : line - right - mm(6);
  const table = pointsTable(view, version, to, right);
  const texts = [
    piece({ style: 'More', children: [told(view, version)] }),
    ...beforeStarting(view, to, left),
  ];
  if (beneath) return keptWithNext([...texts, table, gap]);
  const beside = [{ pieces: texts }, { pieces: [] }, { pieces: [table, gap] }];
  return keptWithNext([sideBySide(0, [left, mm(6), right], [beside]), gap]);
}

/** The points of each section and of all, with room for what was scored. */
function pointsTable({ words }: PaperView, version: PaperVersion, to: WordDocument, width: number): Piece {
  const cell = (children: readonly ParagraphChild[], alignment: 'left' | 'right' = 'left'): Cell => ({
    pieces: [piece({ style: 'Cell', alignment, children })],
    borders: blackFrame,
    inset: mm(1.5),
  });
  const plain = (text: string) => [new TextRun(text)];
  const rows = version.sections.map(({ title, worth }, at) => [
    cell(title ? runs(title, to) : plain(`${words.section} ${at + 1}`)),
    cell(plain(worth), 'right'),
    cell([]),
  ]);
  return sideBySide(
    0,
    [0.5, 0.24, 0.26].map((share) => Math.round(width * share)),
    [
      [words.section, words.worth, words.score].map((name) => cell(plain(name))),
      ...rows,
      [cell([boldRun(words.total)]), cell([boldRun(version.total)], 'right'), cell([])],
    ],
  );
}
