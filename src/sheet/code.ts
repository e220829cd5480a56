import { encodeQR } from 'qr';
import { markup, xml } from '../text/markup.ts';

/** Which sheet of paper this is. */
export interface SheetName {
  readonly quiz: string;
  readonly version: string;
  /** The copy's number in the class list's order; 0 for a sheet that is copied. */
  readonly copy: number;
  /** From 1. */
  readonly page: number;
}

/** What the QR code says: "recto:reading-check/B/17/1". */
export const sheetCode = ({ quiz, version, copy, page }: SheetName): string =>
  `recto:${quiz}/${version}/${copy}/${page}`;

/**
 * The QR code as an SVG of one path, a unit a module, without the quiet zone: the layout leaves white around it. A
 * quarter of it may be unreadable.
 */
export function qrPicture(text: string): string {
  const framed = encodeQR(text, 'raw', { ecc: 'quartile', border: 1 });
  const modules = framed.slice(1, -1).map((row) => row.slice(1, -1));
  const path = modules.flatMap((row, y) =>
    darkStretches(row).map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`),
  );
  const side = modules.length;
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${side} ${side}`,
    'shape-rendering': 'crispEdges',
  };
  return markup(xml('svg', attributes, xml('path', { d: path.join('') })));
}

const darkStretches = (row: readonly boolean[]): RegExpExecArray[] => [
  ...row.map(Number).join('').matchAll(/1+/g),
];
