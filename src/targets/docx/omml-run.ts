import type { MathsFont, MathsNode, TextFace } from '../../text/maths/node.ts';
import { element, part, properties, type Xml } from './xml.ts';

/** How the signs of a formula look, handed down from what they stand in. */
export interface Face {
  readonly font?: MathsFont;
  /** Six hexadecimal digits. */
  readonly colour?: string;
}

/** Draws what stands inside a structure, in the face of the whole. */
export type Draw = (node: MathsNode) => Xml[];

/** An argument of a structure by its name: e, num, sup … */
export const of = (name: string, node: MathsNode, draw: Draw): Xml => part(`m:${name}`, filled(draw(node)));

/** A place that holds something: where Word finds no run at all, it draws a box to fill. */
export const filled = (inner: readonly Xml[]): readonly Xml[] => (inner.length > 0 ? inner : [nothing()]);

/** Alphabets and styles by Word's names (`m:scr` and `m:sty`: p is upright, b bold, i italic; `m:nor` is words). */
const fonts: { readonly [Font in MathsFont]: Readonly<Record<string, string>> } = {
  upright: { 'm:nor': '1' },
  italic: { 'm:sty': 'i' },
  bold: { 'm:sty': 'bi' },
  'upright-bold': { 'm:sty': 'b' },
  double: { 'm:scr': 'double-struck', 'm:sty': 'p' },
  calligraphic: { 'm:scr': 'script', 'm:sty': 'p' },
  script: { 'm:scr': 'script', 'm:sty': 'p' },
  fraktur: { 'm:scr': 'fraktur', 'm:sty': 'p' },
  sans: { 'm:scr': 'sans-serif', 'm:sty': 'p' },
  mono: { 'm:scr': 'monospace', 'm:sty': 'p' },
};

const cambria = { 'w:ascii': 'Cambria Math', 'w:hAnsi': 'Cambria Math' };

/** A run that shows nothing. */
export const nothing = (): Xml => mathsRun('\u200b');

/** Signs of a formula. */
export function mathsRun(text: string, { font, colour }: Face = {}): Xml {
  const tint = colour ? [element('w:color', { 'w:val': colour })] : [];
  return part('m:r', [
    ...(font ? [properties('m:rPr', fonts[font])] : []),
    part('w:rPr', [element('w:rFonts', cambria), ...tint]),
    written(text),
  ]);
}

/** Words in the font of the text around the formula (`m:nor`). */
export const wordsRun = (text: string, face?: TextFace): Xml =>
  part('m:r', [
    part('m:rPr', [element('m:nor')]),
    ...(face ? [part('w:rPr', [wordFaces[face]])] : []),
    written(text),
  ]);

const wordFaces: { readonly [Face in TextFace]: Xml } = {
  bold: element('w:b'),
  italic: element('w:i'),
  mono: element('w:rFonts', { 'w:ascii': 'Consolas', 'w:hAnsi': 'Consolas' }),
};

const written = (text: string): Xml => element('m:t', { 'xml:space': 'preserve' }, [text]);

/** Spaces of Unicode, the widest first, with their widths in em. */
const spaces = [
  ['\u2003', 1],
  ['\u2002', 0.5],
  ['\u2004', 0.33],
  ['\u2005', 0.25],
  ['\u2009', 0.17],
  ['\u200a', 0.08],
] as const;

/** What goes back, a negative space, is left out. */
export function space(width: number): Xml[] {
  let left = width;
  let text = '';
  for (const [character, wide] of spaces) for (; left > wide - 0.04; left -= wide) text += character;
  return text === '' ? [] : [mathsRun(text)];
}
