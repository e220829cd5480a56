import { letterSizeInColumns, letterSizes, margins } from '../../look/paper.ts';
import { paperSizes } from '../../sheet/layout.ts';
import type { DocumentHead } from '../../view/document.ts';

/** Word's twips, twentieths of a point, in so many millimetres. */
export const mm = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

/** A page and its columns, in twips. */
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly side: number;
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
const fonts = { standard: 'Cambria', 'large-print': 'Verdana', dyslexia: 'Verdana' } as const;

/** The page of the PDF. */
export function pageOf({ paper, edition, columns }: DocumentHead): Page {
  const width = mm(paperSizes[paper].width);
  const side = mm(margins.side[columns]);
  const gutter = mm(margins.between);
  const line = width - 2 * side;
  const scale = letterSizes[edition] / letterSizes.standard;
  return {
    width,
    height: mm(paperSizes[paper].height),
    top: mm(margins.top),
    bottom: mm(margins.bottom),
    side,
    gutter,
    line,
    column: columns === 1 ? line : Math.floor((line - gutter) / 2),
    size: Math.round(2 * (columns === 1 ? letterSizes.standard : letterSizeInColumns) * scale),
    scale,
    font: fonts[edition],
    number: mm(8 * scale),
    stacked: columns === 2 || scale > 1.2,
    points: mm(14 * scale),
  };
}

/** An em of a serif as wide as the page's letters are, in twips: Verdana's are wider than Cambria's. */
export const emOf = ({ size, font }: Page): number => size * 10 * (font === 'Verdana' ? 1.22 : 1.08);
