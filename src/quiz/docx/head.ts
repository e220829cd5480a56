import { Paragraph, type ParagraphChild, type Table, TextRun } from 'docx';
import type { PaperData, PaperVersion } from '../paper/data.ts';
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
      children: [new TextRun(deck), tab(), boxed(tag, Math.round(28 * scale))],
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
    ...sticky(pieces(data.instructions, to, { style: 'More', left: 0, width: line })),
  ];
}

/** The same beside a table of the sections' points, with room for what was scored. */
function withTable(data: PaperData, version: PaperVersion, to: Manuscript): (Paragraph | Table)[] {
  const { words } = data;
  const { line, scale } = to.page;
  const right = Math.min(mm(72 * scale), Math.round(line * 0.6));
  const left = line - right - mm(6);
  const cell = (children: readonly ParagraphChild[], alignment: 'left' | 'right' = 'left'): Place => ({
    pieces: [(keepNext) => new Paragraph({ style: 'Cell', keepNext, alignment, children: [...children] })],
    borders: { top: blackLine, bottom: blackLine, left: blackLine, right: blackLine },
    inset: mm(1.5),
  });
  const bold = (text: string) => [new TextRun({ text, bold: true })];
  const rows = [
    [cell([new TextRun(words.section)]), cell([new TextRun(words.worth)]), cell([new TextRun(words.score)])],
    ...version.sections.map(({ title, worth }, at) => [
      cell(title ? runs(title, to) : [new TextRun(`${words.section} ${at + 1}`)]),
      cell([new TextRun(worth)], 'right'),
      cell([]),
    ]),
    [cell(bold(words.total)), cell(bold(version.total), 'right'), cell([])],
  ];
  const widths = [Math.round(right * 0.5), Math.round(right * 0.24), Math.round(right * 0.26)];
  const head: Piece = (keepNext) => new Paragraph({ style: 'More', keepNext, children: told(data, version) });
  const instructions = pieces(data.instructions, to, { style: 'More', left: 0, width: left });
  return sticky([
    sideBySide(
      0,
      [left, mm(6), right],
      [[{ pieces: [head, ...instructions] }, { pieces: [] }, { pieces: [sideBySide(0, widths, rows), gap] }]],
    ),
    gap,
  ]);
}
