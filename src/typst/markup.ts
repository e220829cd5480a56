import { isTall, type MathsNode, parseMaths } from '../text/maths.ts';
import type { Align, Block, Deletion, Inline, Tree } from '../text/tree.ts';

/**
 * A tree as data for the Typst templates, which walk it with functions of the same names; no text of it is ever read
 * as markup. A text is a string, everything else an object with its type in `t`. Words too long for a narrow column
 * are objects too, and code has invisible places to break, so that no line runs out of its column.
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

/** What the paper decides for itself. */
export interface TypstOptions {
  /** The path under which the compiler finds an image the text names. */
  readonly image?: (src: string) => string;
}

/** A tree as data for Typst; a deletion becomes a blank that carries its answer. */
export function toTypst(tree: Tree, options: TypstOptions = {}): TypstBlock[] {
  return tree.map((block) => blockData(block, options));
}

/** A text that is no Markdown, as it stands. */
export const literal = (text: string): TypstBlock[] => [{ t: 'p', c: words(text) }];

function blockData(block: Block, options: TypstOptions): TypstBlock {
  switch (block.type) {
    case 'paragraph':
      return { t: 'p', c: inlineData(block.children, options) };
    case 'list': {
      const items = block.items.map((item) => toTypst(item, options));
      return { t: 'list', ordered: block.ordered, start: block.start, items };
    }
    case 'table': {
      const rows = block.rows.map((row) => row.map((cell) => inlineData(cell, options)));
      return { t: 'table', align: [...block.align], rows };
    }
    case 'code':
      return { t: 'pre', s: breakable(block.text) };
  }
}

function inlineData(nodes: readonly Inline[], options: TypstOptions): TypstInline[] {
  return nodes.flatMap((node) => (node.type === 'text' ? words(node.text) : [oneData(node, options)]));
}

/** A text on one line, its longest words apart. */
function words(text: string): TypstInline[] {
  const parts = text.replace(/[\n\t]/g, ' ').split(longWord);
  return parts.flatMap((part, at): TypstInline[] => {
    if (at % 2 === 0) return part === '' ? [] : [part];
    return [{ t: 'long', s: /^\p{L}{1,40}$/u.test(part) ? part : breakable(part) }];
  });
}

const longWord = /(\S{20,})/;

/** Text that may break after every eighth character, by zero-width spaces; they print as nothing. */
const breakable = (text: string): string => text.replace(/\S{8}(?=\S{4})/gu, '$&\u200b');

function oneData(node: Exclude<Inline, { type: 'text' }>, options: TypstOptions): TypstInline {
  switch (node.type) {
    case 'code':
      return { t: 'code', s: breakable(node.text) };
    case 'math':
      return math(node.tex, node.display);
    case 'image':
      return { t: 'image', src: options.image?.(node.src) ?? node.src, alt: node.alt };
    case 'break':
      return { t: 'break' };
    case 'link':
      return { t: 'link', href: node.href, c: inlineData(node.children, options) };
    case 'deletion':
      return blank(node, options);
    default:
      return { t: node.type, c: inlineData(node.children, options) };
  }
}

/** Maths with its tree, and its source as the alternative text; what cannot be read prints as the code it is. */
function math(tex: string, display: boolean): TypstInline {
  const read = parseMaths(tex, display);
  return 'maths' in read
    ? { t: 'math', s: tex, display, ...(isTall(read.maths) ? { tall: true } : {}), c: read.maths }
    : { t: 'math', s: breakable(tex), display };
}

function blank(node: Deletion, options: TypstOptions): TypstInline {
  const hint = node.hint === undefined ? {} : { hint: node.hint };
  return { t: 'blank', n: node.index, ...hint, c: inlineData(node.children, options) };
}
