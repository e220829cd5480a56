import type { MathsFont, TextFace } from '../../text/maths/node.ts';
import { element, part, properties, type Xml } from './xml.ts';

/** How the signs of a formula look, handed down from what they stand in. */
export interface Face {
  readonly upright?: boolean;
  readonly font?: MathsFont;
  /** Six hexadecimal digits. */
  readonly colour?: string;
}

export const plainFace: Face = {};

/** Alphabets and styles by Word's names (`m:scr` and `m:sty`: p is upright, b bold, i italic). */
const fonts: { readonly [Font in MathsFont]: Readonly<Record<string, string>> } = {
  upright: { 'm:sty': 'p' },
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

/** Signs of a formula. */
export function mathsRun(text: string, { upright, font, colour }: Face): Xml {
  const look = font ? fonts[font] : upright ? { 'm:sty': 'p' } : {};
  const tint = colour ? [element('w:color', { 'w:val': colour })] : [];
  return part('m:r', [
    ...(Object.keys(look).length > 0 ? [properties('m:rPr', look)] : []),
    part('w:rPr', [element('w:rFonts', cambria), ...tint]),
    element('m:t', { 'xml:space': 'preserve' }, [text]),
  ]);
}

/** Words in the font of the text around the formula (`m:nor`). */
export function wordsRun(text: string, face: TextFace | undefined): Xml {
  const faces: { readonly [F in TextFace]: Xml } = {
    bold: element('w:b'),
    italic: element('w:i'),
    mono: element('w:rFonts', { 'w:ascii': 'Consolas', 'w:hAnsi': 'Consolas' }),
  };
  return part('m:r', [
    part('m:rPr', [element('m:nor')]),
    ...(face ? [part('w:rPr', [faces[face]])] : []),
    element('m:t', { 'xml:space': 'preserve' }, [text]),
  ]);
}
