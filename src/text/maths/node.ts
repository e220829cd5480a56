/**
 * A formula as plain data, named after what is seen on paper and free of TeX; src/typst/maths.typ sets it.
 * The type stands in `t`, children in `c`, a text in `s`. Lengths are in em unless said otherwise.
 */
export type MathsNode =
  | { t: 'row'; c: MathsNode[] }
  /** One sign. Without a class it is a letter or a digit; letters slant as the font has it. */
  | { t: 'sign'; s: string; k?: SignClass }
  | { t: 'number'; s: string }
  /** Upright letters that belong together: "sin", "kg". */
  | { t: 'word'; s: string }
  /** Words in the font of the text around the formula. */
  | { t: 'text'; s: string; f?: TextFace }
  | { t: 'primes'; n: number }
  | { t: 'space'; w: number; u: 'em' | 'pt' }
  | { t: 'break' }
  /** Keeps the distance of an operator's name: sin, lim. */
  | { t: 'operator'; c: MathsNode }
  /** Behaves, for the distance to its neighbours, like a sign of that class. */
  | { t: 'class'; k: SignClass; c: MathsNode }
  | { t: 'font'; f: MathsFont; c: MathsNode }
  | { t: 'style'; s: MathsStyle; c: MathsNode }
  | { t: 'colour'; s: string; c: MathsNode }
  | { t: 'fraction'; a: MathsNode; b: MathsNode }
  | { t: 'binomial'; a: MathsNode; b: MathsNode }
  | { t: 'root'; c: MathsNode; n?: MathsNode | undefined }
  | Scripts
  | { t: 'accent'; c: MathsNode; s: string; wide: boolean }
  /** A line or a brace along the whole; `n` is the note at a brace. */
  | { t: 'along'; f: Along; c: MathsNode; n?: MathsNode }
  | { t: 'cancel'; how: 'up' | 'down' | 'cross' | 'through'; c: MathsNode }
  | { t: 'frame'; c: MathsNode }
  /** Delimiters as high as what they hold; '' for none. */
  | { t: 'fence'; l: string; r: string; c: MathsNode }
  | { t: 'middle'; s: string }
  | { t: 'delimiter'; s: string; h: number; k: SignClass }
  | { t: 'arrow'; s: string; over?: MathsNode | undefined; under?: MathsNode | undefined }
  | Table
  /** Room as wide and as high, or as high only, with nothing in it. */
  | { t: 'room'; c: MathsNode; wide: boolean }
  /** Makes its line of a table deeper by points. */
  | { t: 'deeper'; d: number }
  | { t: 'rule'; w: number; h: number; up: number };

/** The class of a sign, in Typst's words; `vary` is a binary operator that also stands as a sign before a number. */
export type SignClass = 'normal' | 'vary' | 'relation' | 'opening' | 'closing' | 'punctuation' | 'large';

export type MathsStyle = 'display' | 'inline' | 'script' | 'sscript';
export type MathsFont =
  | 'upright'
  | 'italic'
  | 'bold'
  | 'upright-bold'
  | 'double'
  | 'calligraphic'
  | 'script'
  | 'fraktur'
  | 'sans'
  | 'mono';
export type TextFace = 'bold' | 'italic' | 'mono';
export type Along = `${'over' | 'under'}${'line' | 'brace' | 'bracket' | 'paren'}`;

/** Superscript and subscript, after it (`t`, `b`) or before it (`tl`, `bl`). */
export interface Scripts {
  t: 'scripts';
  c: MathsNode;
  sup?: MathsNode | undefined;
  sub?: MathsNode | undefined;
  presup?: MathsNode | undefined;
  presub?: MathsNode | undefined;
  /** When they stand above and below instead of beside; `never` if not said. */
  limits?: 'display' | 'always' | undefined;
}

/** Matrices, cases, aligned equations. A row may be shorter than `align`. */
export interface Table {
  t: 'table';
  rows: MathsNode[][];
  align: ('l' | 'c' | 'r')[];
  style: MathsStyle;
  /** Distances of columns and rows. */
  gap: number;
  lead: number;
  /** Lines before the row or column of that number, or at the end. */
  hlines: number[];
  vlines: number[];
}

/** Nodes as one: a row is opened, a single node stays itself. */
export function rowOf(nodes: readonly MathsNode[]): MathsNode {
  const c = nodes.flatMap(nodesOf);
  const [only, ...others] = c;
  return only && others.length === 0 ? only : { t: 'row', c };
}

/** What stands side by side in a row, or a single node. */
export const nodesOf = (node: MathsNode): readonly MathsNode[] => (node.t === 'row' ? node.c : [node]);

/** True for what is higher than a line of text: fractions, tables, limits, notes at braces. */
export function isTall(node: MathsNode): boolean {
  switch (node.t) {
    case 'fraction':
    case 'binomial':
    case 'table':
    case 'frame':
    case 'arrow':
      return true;
    case 'delimiter':
      return node.h > 1.2;
    case 'scripts':
      return node.limits !== undefined || isTall(node.c);
    case 'along':
      return node.n !== undefined || isTall(node.c);
    case 'style':
      return node.s === 'display' || isTall(node.c);
    case 'row':
      return node.c.some(isTall);
    default:
      return 'c' in node && isTall(node.c);
  }
}

/** A row of nothing. */
export const emptyRow: MathsNode = { t: 'row', c: [] };

export const isEmpty = (node: MathsNode): boolean => node.t === 'row' && node.c.length === 0;
