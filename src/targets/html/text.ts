import { breakMark, codeWithBreaks, onOneLine, withBreaks } from '../../text/breaks.ts';
import { type Content, el, joined, type Markup, together } from '../../text/markup.ts';
import { inlineText } from '../../text/plain.ts';
import type { Block, Deletion, Inline, Tree } from '../../text/tree.ts';
import { formula } from './formula.ts';
import type { Page } from './page.ts';
import { image } from './picture.ts';
import { table } from './table.ts';

/** Where a word may break a page says so with an element, which is not copied with the word. */
const wbr = el('wbr', {});

const breakable = (text: string): Content =>
  text.includes(breakMark) ? joined(text.split(breakMark), wbr) : text;

const code = (text: string): Markup => el('code', {}, breakable(codeWithBreaks(text)));

/** Inline nodes as HTML. */
export function inline(nodes: readonly Inline[], page: Page): Markup {
  const known = page.written.get(nodes);
  if (known) return known;
  const made = together(nodes.map((node) => oneInline(node, page)));
  page.written.set(nodes, made);
  return made;
}

function oneInline(node: Inline, page: Page): Content {
  switch (node.type) {
    case 'text':
      return breakable(withBreaks(onOneLine(node.text)));
    case 'code':
      return code(node.text);
    case 'math':
      return formula(node.tex, node.display, page.room) ?? code(node.tex);
    case 'link':
      return link(node, page);
    case 'image':
      return image(node.src, node.alt, 'inline', page);
    case 'break':
      return el('br', {});
    case 'deletion':
      return blank(node, page);
    default:
      return el(node.type, {}, inline(node.children, page));
  }
}

/** The style sheet prints the address behind a link's text, unless the text is the address. */
function link({ href, children }: Extract<Inline, { type: 'link' }>, page: Page): Content {
  const bare = inlineText(children) === href ? 'bare' : undefined;
  return el('a', { href, class: bare }, inline(children, page));
}

function blank({ hint }: Deletion, { blank: label, blankWidth }: Page): Content {
  const style = `width:${blankWidth}mm`;
  const room = el('span', { class: 'blank', style, role: 'img', 'aria-label': label });
  return hint === undefined ? room : [room, ' ', el('em', {}, `(${hint})`)];
}

/** Blocks as HTML, each in an element of its own. */
export const blocks = (tree: Tree, page: Page): Content => tree.map((block) => oneBlock(block, page));

function oneBlock(block: Block, page: Page): Content {
  switch (block.type) {
    case 'paragraph':
      return el('p', {}, inline(block.children, page));
    case 'list': {
      const items = block.items.map((item) => el('li', {}, flow(item, page)));
      const start = block.start === 1 ? undefined : block.start;
      return block.ordered ? el('ol', { start }, items) : el('ul', {}, items);
    }
    case 'table':
      return table(block, page, (cell) => inline(cell, page));
    case 'pre':
      return el('pre', {}, code(block.text));
  }
}

/** Blocks; a single paragraph without its element, so that it stays on the line of what leads it in. */
export function flow(tree: Tree, page: Page): Content {
  const [only] = tree;
  return tree.length === 1 && only?.type === 'paragraph' ? inline(only.children, page) : blocks(tree, page);
}
