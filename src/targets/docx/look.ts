import {
  AlignmentType,
  BorderStyle,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
} from 'docx';
import type { Sheet, Tongue } from '../../view/document.ts';

/** Word's twips, twentieths of a point, in so many millimetres. */
export const mm = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

/** Greys that a black and white printer keeps apart from black. */
export const faint = '666666';
export const ruling = '808080';

/** A page and its columns, in twips. */
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly side: number;
  readonly columns: 1 | 2;
  readonly gutter: number;
  /** The width of a line of text across the page, and in one column. */
  readonly line: number;
  readonly column: number;
  /** Half points, Word's unit of type; and how far that is from the usual size. */
  readonly size: number;
  readonly scale: number;
  readonly font: string;
  /** How far texts hang from their numbers, and how much room a mark takes at the right. */
  readonly number: number;
  /** Too narrow for two columns of words side by side. */
  readonly stacked: boolean;
  readonly points: number;
}

/** Fonts that Word brings along: the editions' letters stand far apart and are hard to mistake for each other. */
const looks = {
  standard: { font: 'Cambria', scale: 1 },
  'large-print': { font: 'Verdana', scale: 18 / 11 },
  dyslexia: { font: 'Verdana', scale: 12 / 11 },
} as const;

/** The page of the PDF. */
export function pageOf({ paper, edition }: Sheet, columns: 1 | 2): Page {
  const [width, height] = paper === 'a4' ? [mm(210), mm(297)] : [12240, 15840];
  const side = columns === 1 ? mm(21) : mm(17);
  const gutter = mm(10);
  const line = width - 2 * side;
  const column = columns === 1 ? line : Math.floor((line - gutter) / 2);
  const { font, scale } = looks[edition];
  const size = Math.round((columns === 1 ? 22 : 20) * scale);
  return {
    ...{ width, height, top: mm(21), bottom: mm(20), side, columns, gutter, line, column },
    ...{
      font,
      scale,
      size,
      number: mm(8 * scale),
      stacked: columns === 2 || scale > 1.2,
      points: mm(14 * scale),
    },
  };
}

/** An em of a serif as wide as the page's letters are, in twips: Verdana's are wider than Cambria's. */
export const emOf = ({ size, font }: Page): number => size * 10 * (font === 'Verdana' ? 1.22 : 1.08);

/** How much smaller letters are in a table that has little room. */
export const narrowScale = 0.75;

const line = (size: number, color = '000000') => ({ style: BorderStyle.SINGLE, size, space: 1, color });
export const thinLine = line(4, ruling);
export const blackLine = line(6);
export const heavyLine = line(9);
export const noLine = { style: BorderStyle.NONE, size: 0, color: 'auto' };
export const noLines = {
  ...{ top: noLine, bottom: noLine, left: noLine, right: noLine },
  ...{ insideHorizontal: noLine, insideVertical: noLine },
};

/** Everything hangs on Normal, so that a teacher changes the font of a paper in one place. */
export function stylesFor(
  { font, size, scale }: Page,
  language: string,
  direction: Tongue['direction'],
): IStylesOptions {
  const bidirectional = direction === 'rtl';
  const sized = (halfPoints: number) => Math.round(halfPoints * scale);
  const spacing = (before: number, after: number) => ({ before: mm(before), after: mm(after) });
  const style = (id: string, name: string, paragraph: object, run: object = {}) => ({
    ...{ id, name, basedOn: 'Normal', quickFormat: true, paragraph, run },
  });
  const keep = { keepNext: true, keepLines: true };
  const heading = { font, color: '000000', bold: true };
  return {
    default: {
      document: {
        run: {
          font,
          size,
          language: {
            value: language,
            eastAsia: language,
            ...(bidirectional ? { bidirectional: language } : {}),
          },
        },
        paragraph: {
          ...(bidirectional ? { bidirectional } : {}),
          spacing: { after: 0, line: 264, lineRule: LineRuleType.AUTO },
        },
      },
      heading1: { run: { ...heading, size: sized(34) }, paragraph: { ...keep, spacing: spacing(1, 3) } },
      heading2: { run: { ...heading, size: sized(24) }, paragraph: { ...keep, spacing: spacing(7, 2.5) } },
      footnoteText: { run: { size: sized(18) } },
      hyperlink: { run: { color: '000000', underline: { type: 'single' } } },
    },
    characterStyles: [
      { id: 'Faint', name: 'Faint', run: { color: faint, size: sized(18), bold: false } },
      { id: 'Code', name: 'Code', run: { font: 'Consolas', size: sized(18), noProof: true } },
    ],
    paragraphStyles: [
      style('Deck', 'Deck', { spacing: spacing(0, 1) }, { color: faint, size: sized(19), smallCaps: true }),
      style('Instructions', 'Instructions', { ...keep, spacing: spacing(0, 3) }, { italics: true }),
      style('Question', 'Question', { keepLines: true, spacing: spacing(4.5, 1) }),
      style('More', 'Question text', { keepLines: true, spacing: spacing(0, 1.5) }),
      style('Note', 'Note', { ...keep, spacing: spacing(0, 1) }, { italics: true, size: sized(20) }),
      style('Option', 'Option', { keepLines: true, spacing: spacing(1, 1) }),
      style('Cell', 'Cell text', { spacing: spacing(0.5, 0.5) }),
      style(
        'NarrowCell',
        'Narrow cell text',
        { spacing: spacing(0.5, 0.5) },
        { size: Math.round(size * narrowScale) },
      ),
      style('Ruled', 'Ruled lines', {
        keepLines: true,
        spacing: {
          before: mm(1.5),
          after: 0,
          line: mm(8 * Math.min(scale, 1.5)),
          lineRule: LineRuleType.EXACT,
        },
      }),
      style('Fill', 'Line to fill', { spacing: spacing(3, 0.5) }),
      style(
        'Listing',
        'Listing',
        { spacing: spacing(1, 1) },
        { font: 'Consolas', size: sized(18), noProof: true },
      ),
      style('Gap', 'Gap', { spacing: { line: 60, lineRule: LineRuleType.EXACT } }, { size: 2 }),
      style('Running', 'Running head', {}, { color: faint, size: sized(18) }),
      style('Reason', 'Reason', { keepLines: true, spacing: spacing(1, 0) }, { size: sized(20) }),
      style(
        'Origin',
        'Origin',
        { keepLines: true, spacing: spacing(0.5, 0) },
        { size: sized(18), color: faint },
      ),
    ],
  };
}

/** How far the texts of a list hang from its labels. */
export function hangOf(reference: string, { scale, number }: Page): number {
  if (reference === 'questions') return number;
  const hangs: Readonly<Record<string, number>> = { one: 10, many: 10, places: 6, dashes: 5 };
  return mm((hangs[reference] ?? 7) * scale);
}

/** What is ticked before an option, by its list. */
export const ticks: Readonly<Record<string, string>> = { one: '○ ', many: '□ ' };

/** The lists of all documents; `starts` are the numbers at which lists within texts begin,
 * `labels` those that are a list each. */
export function numberingFor(
  page: Page,
  starts: Iterable<number>,
  labels: Iterable<string>,
): INumberingOptions {
  /** A list of one level, its labels beginning at `left`. */
  const list = (
    reference: string,
    format: ListFormat,
    text: string,
    own: { left?: number; start?: number; run?: object },
  ) => {
    const hanging = hangOf(reference, page);
    const { left = 0, start = 1, run = {} } = own;
    const style = { paragraph: { indent: { left: left + hanging, hanging } }, run };
    return { reference, levels: [{ level: 0, format, text, start, alignment: AlignmentType.LEFT, style }] };
  };
  const { DECIMAL, UPPER_LETTER, BULLET } = LevelFormat;
  const run = { bold: true };
  return {
    config: [
      list('questions', DECIMAL, '%1', { run }),
      list('one', UPPER_LETTER, `${ticks.one}%1`, { left: page.number, run }),
      list('many', UPPER_LETTER, `${ticks.many}%1`, { left: page.number, run }),
      list('letters', UPPER_LETTER, '%1', { run }),
      list('places', DECIMAL, '%1', { left: page.number }),
      list('dashes', BULLET, '–', {}),
      ...[...starts].map((start) => list(`from-${start}`, DECIMAL, '%1.', { start })),
      ...[...labels].map((label) => list(`label ${label}`, DECIMAL, label, { run })),
    ],
  };
}

type ListFormat = (typeof LevelFormat)[keyof typeof LevelFormat];
