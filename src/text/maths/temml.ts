import library from 'temml';
import type { MathsNode } from './node.ts';

/** What is used of Temml. Its declarations are of a CommonJS module, which it is not when imported. */
const temml = library as unknown as {
  __parse(tex: string, options: object): Tex[];
  __renderToMathMLTree(tex: string, options: object): { toText(): string };
};

/**
 * Temml's parse tree, as far as it is read here. It is the tree that KaTeX has too: TeX's own atoms with their classes,
 * which the MathML that Temml makes of it no longer tells apart. Temml does not promise to keep it, so package.json
 * names one version exactly, and test/text/maths.test.ts would notice.
 */
export type Tex =
  | { type: 'mathord' | 'textord'; text: string; mode: Mode }
  | { type: 'atom'; family: 'bin' | 'rel' | 'open' | 'close' | 'punct' | 'inner'; text: string; mode: Mode }
  | { type: 'spacing'; text: string; mode: Mode }
  | { type: 'kern'; dimension: Size }
  | { type: 'ordgroup'; body: Tex[] }
  | TexScripts
  | {
      type: 'op';
      name?: string | null;
      body?: Tex[];
      symbol: boolean;
      limits: boolean;
      alwaysHandleSupSub?: boolean;
    }
  | { type: 'operatorname'; body: Tex[]; limits: boolean; alwaysHandleSupSub: boolean }
  | { type: 'mclass'; mclass: string; body: Tex[] }
  | { type: 'not'; body: Tex[]; isCharacterBox: boolean }
  | { type: 'font'; font: string; body: Tex }
  | { type: 'text'; font?: string; body: Tex[] }
  | { type: 'color'; color: string; body: Tex[] }
  | { type: 'styling'; scriptLevel: string; body: Tex[] }
  | { type: 'mathchoice'; display: Tex[]; text: Tex[] }
  | ({ type: 'genfrac'; numer: Tex; denom: Tex; hasBarLine: boolean; scriptLevel: string } & Delimited)
  | { type: 'sqrt'; body: Tex; index?: Tex | null }
  | { type: 'accent' | 'accentUnder'; label: string; isStretchy?: boolean; base: Tex; mode: Mode }
  | { type: 'horizBracket'; label: string; isOver: boolean; base: Tex }
  | { type: 'enclose'; label: string; body: Tex }
  | { type: 'cancelto'; body: Tex; to: Tex }
  | { type: 'leftright' | 'delimiter'; left: string; right: string; body: Tex[] }
  | { type: 'middle'; delim: string }
  | { type: 'delimsizing'; size: number; mclass: string; delim: string }
  | { type: 'xArrow'; name: string; body?: Tex | null; below?: Tex | null }
  | { type: 'stackedArrow'; name: string; body?: Tex | null; lowerArrowBody?: Tex | null }
  | {
      type: 'multiscript';
      isSideset: boolean;
      prescripts?: TexScripts | null;
      postscripts?: TexScripts | null;
      base: Tex;
    }
  | TexArray
  | { type: 'phantom' | 'pmb' | 'hbox'; body: Tex[] }
  | { type: 'hphantom' | 'vphantom' | 'smash' | 'vcenter' | 'raise'; body: Tex }
  | { type: 'lap'; alignment: string; body: Tex }
  | { type: 'sizing'; body: Tex[] }
  | { type: 'rule'; width: Size; height: Size; shift?: Size | null }
  | { type: 'sfrac'; numerator: string; denominator: string }
  | { type: 'tag'; body: Tex[]; tag: Tex[] }
  | { type: 'cr'; newLine: boolean }
  | { type: 'verb'; body: string };

export type Mode = 'math' | 'text';
export interface Size {
  number: number;
  unit: string;
}
interface Delimited {
  leftDelim: string | null;
  rightDelim: string | null;
}

export interface TexScripts {
  type: 'supsub';
  base: Tex | null | undefined;
  sup?: Tex | null;
  sub?: Tex | null;
  /** For \overset and its like. */
  stack?: boolean;
}

/** `\begin{…}…\end{…}` with rows and columns. */
export interface TexArray {
  type: 'array';
  body: Tex[][];
  cols?: ({ type: 'align'; align: 'l' | 'c' | 'r' } | { type: 'separator' })[];
  rowGaps: (Size | null)[];
  hLinesBeforeRow: boolean[][];
  envClasses: string[];
  scriptLevel: string;
  tags?: (boolean | Tex[])[];
}

/** The member of the union that has this type among its types. */
export type TexOf<Type extends Tex['type']> = Tex extends infer One
  ? One extends { type: infer Types }
    ? Type extends Types
      ? One
      : never
    : never
  : never;

/** Temml's options for an author's TeX, of which nothing is carried out: no links, no files, no macros kept for later. */
export const authored = (displayMode: boolean) => ({
  displayMode,
  maxExpand: 1000,
  strict: false,
  trust: false,
  throwOnError: true,
  macros: {},
});

/** Parses TeX; throws Temml's error. */
export const parseTex = (tex: string, display: boolean): Tex[] => temml.__parse(tex, authored(display));

/** Reads what stands inside a command. `display` decides what \mathchoice leaves open. */
export interface Read {
  (tex: Tex | readonly Tex[] | null | undefined): MathsNode;
  readonly display: boolean;
}

const glyphs = new Map<string, string>();

/** The characters that a command or an ASCII sign stands for: `\alpha` is α, `-` is −. */
export function glyph(text: string, mode: Mode = 'math'): string {
  if (/^[\p{L}\p{N}]$/u.test(text) || !/^[\p{ASCII}]+$/u.test(text)) return text.normalize('NFC');
  const key = `${mode} ${text}`;
  const known = glyphs.get(key);
  if (known !== undefined) return known;
  const found = rendered(mode === 'math' ? text : `\\text{${text}}`) || text;
  glyphs.set(key, found);
  return found;
}

/** The text in Temml's MathML: the table of signs is not public, the MathML is. Nothing for what it does not know. */
function rendered(tex: string): string {
  try {
    const text = temml.__renderToMathMLTree(tex, { throwOnError: true }).toText();
    return text.replace(/\u2061|\ufe0e|\ufe0f/g, '').trim();
  } catch {
    return '';
  }
}
