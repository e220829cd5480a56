import { codeWithBreaks, onOneLine, withBreaks } from '../text/breaks.ts';
import { isTall } from '../text/maths/node.ts';
import { parseMaths } from '../text/maths.ts';
import type { Block, Inline } from '../text/tree.ts';

/** Writes a view, or a part of one, as the templates want it. */
type Write = (part: unknown) => unknown;

/**
 * A writer of Typst's data: what a view holds, with every tree in it as the templates want it, and every picture `{file, alt}`
 * with its `path`, under which the compiler finds it. A tree that stands in many places is written once.
 */
export function typstWriter(pathOf: (file: string) => string): (view: object) => object {
  const written = new WeakMap<object, unknown>();
  const write: Write = (part) => {
    if (typeof part !== 'object' || part === null) return part;
    const known = written.get(part);
    if (known !== undefined) return known;
    const data = Array.isArray(part) ? list(part) : record(part);
    written.set(part, data);
    return data;
  };
  const list = (items: readonly unknown[]): unknown[] =>
    items.flatMap((item) => {
      if (!isNode(item)) return [write(item)];
      return item.type === 'text' ? words(item.text) : [nodeData(item, write, pathOf)];
    });
  const record = (part: object): object => {
    if ('file' in part && typeof part.file === 'string') return { ...part, path: pathOf(part.file) };
    return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, write(inner)]));
  };
  return (view) => write(view) as object;
}

const isNode = (value: unknown): value is Block | Inline =>
  typeof value === 'object' && value !== null && 'type' in value;

/**
 * A node as the templates walk it, with its type in `t` and what is within in `c`; nothing of it is ever read as markup. Code has
 * invisible places to break, so that no line runs out of its column.
 */
function nodeData(
  node: Exclude<Block | Inline, { type: 'text' }>,
  write: Write,
  pathOf: (file: string) => string,
): object {
  switch (node.type) {
    case 'paragraph':
      return { t: 'p', c: write(node.children) };
    case 'list':
      return { t: 'list', ordered: node.ordered, start: node.start, items: write(node.items) };
    case 'table':
      return { t: 'table', align: node.align, rows: write(node.rows) };
    case 'pre':
      return { t: 'pre', s: codeWithBreaks(node.text) };
    case 'code':
      return { t: 'code', s: codeWithBreaks(node.text) };
    case 'math':
      return math(node.tex, node.display);
    case 'image':
      return { t: 'image', src: pathOf(node.src), alt: node.alt };
    case 'break':
      return { t: 'break' };
    case 'link':
      return { t: 'link', href: node.href, c: write(node.children) };
    case 'deletion':
      return { t: 'blank', hint: node.hint };
    default:
      return { t: node.type, c: write(node.children) };
  }
}

/** A text on one line: strings, and its words too long for a narrow column apart. */
const words = (text: string): (string | object)[] =>
  onOneLine(text)
    .split(longWord)
    .flatMap((part, at): (string | object)[] => {
      if (at % 2 === 0) return part === '' ? [] : [part];
      return [{ t: 'long', s: withBreaks(part) }];
    });

const longWord = /(\S{20,})/;

/**
 * Maths with its tree, and its source as the alternative text; what cannot be read prints as the code it is. It is `tall` when it
 * needs more room than a line has.
 */
function math(tex: string, display: boolean): object {
  const read = parseMaths(tex, display);
  if (!('maths' in read)) return { t: 'math', s: codeWithBreaks(tex), display };
  return { t: 'math', s: tex, display, tall: isTall(read.maths) || undefined, c: read.maths };
}
