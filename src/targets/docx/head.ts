import { Paragraph, type ParagraphChild, type Table, TextRun } from 'docx';
import type { PaperData, PaperVersion } from '../../view/paper.ts';
import { blackLine, heavyLine, mm } from './look.ts';
import { atRight, gap, type Manuscript, type Piece, sticky, tab } from './manuscript.ts';
import { type Place, sideBySide } from './table.ts';
import { pieces, runs } from './text.ts';

/** The head of a version: title, version, lines to fill in, time and points, instructions. */
export function headParagraphs(
  data: PaperData,
  version: PaperVersion,
  to: Manuscript,
): (Paragraph | Table)[] {
  const { words, title, deck } = data;
  const { line, scale } = to.page;
  const tag = ` ${words.version} ${version.letter} `.replaceAll(' ', '\u00a0');
  return [
    new Paragraph({
      ...{ style: 'Deck', keepNext: true, tabStops: atRight(line) },
      children: [new TextRun(deck), tab(), boxed(tag, Math.round(28 * Math.min(scale, 1.2)))],
    }),
    new Paragraph({ heading: 'Heading1', border: { bottom: heavyLine }, children: runs(title, to) }),
    ...(scale > 1.2 ? widelyToFillIn(data, line) : [toFillIn(data, line)]),
    ...(version.sections.length > 1 ? withTable(data, version, to) : withTotal(data, version, to)),
  ];
}

/** The box is drawn around the words, so that the line keeps its height. */
const boxed = (text: string, size?: number): TextRun =>
  new TextRun({
    ...{ text, bold: true, smallCaps: false, color: '000000', border: blackLine },
    ...(size === undefined ? {} : { size }),
  });

/** Lines for name, class and date, as tabs draw them. */
function toFillIn({ words }: PaperData, line: number): Paragraph {
  const [nameEnd, classEnd] = [line - mm(72), line - mm(38)];
  return filled([nameEnd, classEnd, line], [words.name, words.class, words.date]);
}

/** In large letters they take two lines. */
const widelyToFillIn = ({ words }: PaperData, line: number): Paragraph[] => [
  filled([line], [words.name]),
  filled([Math.round(line / 2), line], [words.class, words.date]),
];

/** Labels, each with a line that ends there. */
function filled(ends: readonly number[], labels: readonly string[]): Paragraph {
  const tabStops = ends.flatMap((position, at) => [
    ...(at > 0 ? [{ type: 'left' as const, position: (ends[at - 1] ?? 0) + mm(3) }] : []),
    {
      type: position === ends.at(-1) ? ('right' as const) : ('left' as const),
      position,
      leader: 'underscore' as const,
    },
  ]);
  const children = labels.flatMap((label, at): ParagraphChild[] => [
    ...(at > 0 ? [tab()] : []),
    ...[new TextRun(`${label} `), tab()],
  ]);
  const spacing = { before: mm(3), after: mm(4) };
  return new Paragraph({ style: 'More', keepNext: true, spacing, tabStops, children });
}

const told = ({ minutes }: PaperData, { points }: PaperVersion): ParagraphChild[] => [
  new TextRun({ text: [...(minutes === null ? [] : [minutes]), points].join('\u2003'), bold: true }),
];

/** The quiz's own instructions, and that letters go on the answer sheet where there is one. */
const instructions = (data: PaperData, to: Manuscript, width: number): Piece[] => [
  ...pieces(data.instructions, to, { style: 'More', left: 0, width }),
  ...(data.onSheet
    ? pieces([{ t: 'p', c: [data.words.answerOnSheet] }], to, {
        ...{ style: 'More', left: 0, width, face: { italics: true } },
      })
    : []),
];

/** Time, points and instructions, with a box for the mark. */
function withTotal(data: PaperData, version: PaperVersion, to: Manuscript): (Paragraph | Table)[] {
  const { line } = to.page;
  const children = [
    ...told(data, version),
    tab(),
    boxed(`${'\u00a0'.repeat(12)}/\u00a0${version.total}\u00a0`),
  ];
  return [
    new Paragraph({ style: 'More', keepNext: true, tabStops: atRight(line), children }),
    ...sticky(instructions(data, to, line)),
  ];
}

/** The same with a table of the sections' points beside it, or below where there is little room. */
function withTable(data: PaperData, version: PaperVersion, to: Manuscript): (Paragraph | Table)[] {
  const { line, scale } = to.page;
  const beneath = scale > 1.2;
  const right = beneath ? line : mm(72 * scale);
  const left = beneath ? line : line - right - mm(6);
  const table = pointsTable(data, version, to, right);
  const head: Piece = (keepNext) => new Paragraph({ style: 'More', keepNext, children: told(data, version) });
  const texts = [head, ...instructions(data, to, left)];
  if (beneath) return sticky([...texts, table, gap]);
  const beside = [{ pieces: texts }, { pieces: [] }, { pieces: [table, gap] }];
  return sticky([sideBySide(0, [left, mm(6), right], [beside]), gap]);
}

/** The points of each section and of all, with room for what was scored. */
function pointsTable({ words }: PaperData, version: PaperVersion, to: Manuscript, width: number): Piece {
  const cell = (children: readonly ParagraphChild[], alignment: 'left' | 'right' = 'left'): Place => ({
    pieces: [(keepNext) => new Paragraph({ style: 'Cell', keepNext, alignment, children: [...children] })],
    borders: { top: blackLine, bottom: blackLine, left: blackLine, right: blackLine },
    inset: mm(1.5),
  });
  const plain = (text: string) => [new TextRun(text)];
  const bold = (text: string) => [new TextRun({ text, bold: true })];
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
      [cell(bold(words.total)), cell(bold(version.total), 'right'), cell([])],
    ],
  );
}
