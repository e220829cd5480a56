import { codeWithBreaks, onOneLine, withBreaks } from '../text/breaks.ts';
import { isTall, type MathsNode, parseMaths } from '../text/maths.ts';
import type { Align, Block, Inline, Tree } from '../text/tree.ts';

/**
 * A text as data for the Typst templates, which walk it with functions of the same names; nothing of it is ever read as markup.
 * A text is a string, everything else an object with its type in `t`. Words too long for a narrow column are objects too, and
 * code has invisible places to break, so that no line runs out of its column.
 */
export type TypstInline =
  | string
  | { t: 'long'; s: string }
  | { t: 'em' | 'strong' | 'sub' | 'sup'; c: TypstInline[] }
  | { t: 'code'; s: string }
  /** `tall` when it needs more room than a line has. */
  | { t: 'math'; s: string; display: boolean; tall?: true; c?: MathsNode }
  | { t: 'link'; href: string; c: TypstInline[] }
  | { t: 'image'; src: string; alt: string }
  | { t: 'break' }
  | { t: 'blank'; n: number; hint?: string; c: TypstInline[] };

export type TypstBlock =
  | { t: 'p'; c: TypstInline[] }
  | { t: 'list'; ordered: boolean; start: number; items: TypstBlock[][] }
  | { t: 'table'; align: Align[]; rows: TypstInline[][][] }
  | { t: 'pre'; s: string };

/** The path under which the compiler finds a picture of the bank's folder. */
export type PicturePath = (file: string) => string;

/**
 * A writer of Typst's data: what a view holds, with every tree in it as the templates want it, and every picture `{file, alt}`
 * with its `path`. A tree that stands in many places is written once.
 */
export function typstWriter(pathOf: PicturePath): (view: object) => object {
  const written = new WeakMap<object, unknown>();
  const write = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const known = written.get(value);
    if (known !== undefined) return known;
    const data = Array.isArray(value) ? list(value) : record(value);
    written.set(value, data);
    return data;
  };
  const list = (items: readonly unknown[]): unknown[] =>
    items.flatMap((item) => (isNode(item) ? nodeData(item, pathOf) : [write(item)]));
  const record = (value: object): unknown => {
    if ('file' in value && typeof value.file === 'string') return { ...value, path: pathOf(value.file) };
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, write(inner)]));
  };
  return (view) => write(view) as object;
}

const isNode = (value: unknown): value is Block | Inline =>
  typeof value === 'object' && value !== null && 'type' in value;

function nodeData(node: Block | Inline, pathOf: PicturePath): (TypstBlock | TypstInline)[] {
  switch (node.type) {
    case 'paragraph':
    case 'list':
    case 'table':
    case 'pre':
      return [blockData(node, pathOf)];
    default:
      return inlineData([node], pathOf);
  }
}

const treeData = (tree: Tree, pathOf: PicturePath): TypstBlock[] =>
  tree.map((block) => blockData(block, pathOf));

function blockData(block: Block, pathOf: PicturePath): TypstBlock {
  switch (block.type) {
    case 'paragraph':
      return { t: 'p', c: inlineData(block.children, pathOf) };
    case 'list': {
      const items = block.items.map((item) => treeData(item, pathOf));
      return { t: 'list', ordered: block.ordered, start: block.start, items };
    }
    case 'table': {
      const rows = block.rows.map((row) => row.map((cell) => inlineData(cell, pathOf)));
      return { t: 'table', align: [...block.align], rows };
    }
    case 'pre':
      return { t: 'pre', s: breakable(block.text) };
  }
}

const inlineData = (nodes: readonly Inline[], pathOf: PicturePath): TypstInline[] =>
  nodes.flatMap((node) => (node.type === 'text' ? words(node.text) : [oneData(node, pathOf)]));

/** A text on one line, its longest words apart. */
const words = (text: string): TypstInline[] =>
  onOneLine(text)
    .split(longWord)
    .flatMap((part, at): TypstInline[] => {
      if (at % 2 === 0) return part === '' ? [] : [part];
      return [{ t: 'long', s: withBreaks(part, breakMark) }];
    });

const longWord = /(\S{20,})/;

/** A zero-width space, which prints as nothing. */
const breakMark = '\u200b';

const breakable = (code: string): string => codeWithBreaks(code, breakMark);

function oneData(node: Exclude<Inline, { type: 'text' }>, pathOf: PicturePath): TypstInline {
  switch (node.type) {
    case 'code':
      return { t: 'code', s: breakable(node.text) };
    case 'math':
      return math(node.tex, node.display);
    case 'image':
      return { t: 'image', src: pathOf(node.src), alt: node.alt };
    case 'break':
      return { t: 'break' };
    case 'link':
      return { t: 'link', href: node.href, c: inlineData(node.children, pathOf) };
    case 'deletion':
      return {
        t: 'blank',
        n: node.index,
        ...(node.hint === undefined ? {} : { hint: node.hint }),
        c: inlineData(node.children, pathOf),
      };
    default:
      return { t: node.type, c: inlineData(node.children, pathOf) };
  }
}

/** Maths with its tree, and its source as the alternative text; what cannot be read prints as the code it is. */
function math(tex: string, display: boolean): TypstInline {
  const read = parseMaths(tex, display);
  return 'maths' in read
    ? { t: 'math', s: tex, display, ...(isTall(read.maths) ? { tall: true } : {}), c: read.maths }
    : { t: 'math', s: breakable(tex), display };
}
