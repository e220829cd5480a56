import type { Align } from '../../text/tree.ts';
import type { TypstBlock, TypstInline } from '../../typst/markup.ts';
import { columnWidths, needsOf, wordsWidth } from '../../view/columns.ts';
import { formula } from './formula.ts';

/** What the texts of a page refer to. */
export interface Scene {
  /** A picture's data URI by the path the data names it with. */
  readonly pictures: ReadonlyMap<string, string>;
  /** What a screen reader says where a blank is. */
  readonly blank: string;
  /** The width of an option's line on paper, in em. */
  readonly room: number;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as HTML that reads as typed, in an element or in an attribute's quotes. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => entities[mark] ?? mark);

/** The data has zero-width spaces where a long word may break; a page says so with an element that is not copied. */
const breakable = (text: string): string => escaped(text).replaceAll('\u200b', '<wbr>');

/** Inline nodes as HTML; `width` is that of the blanks among them, in millimetres. */
export const inline = (nodes: readonly TypstInline[], scene: Scene, width = 25): string =>
  nodes.map((node) => oneInline(node, scene, width)).join('');

function oneInline(node: TypstInline, scene: Scene, width: number): string {
  if (typeof node === 'string') return escaped(node);
  switch (node.t) {
    case 'long':
      return breakable(node.s);
    case 'em':
    case 'strong':
    case 'sub':
    case 'sup':
      return `<${node.t}>${inline(node.c, scene, width)}</${node.t}>`;
    case 'code':
      return `<code>${breakable(node.s)}</code>`;
    case 'math':
      return (
        (node.c && formula(node.s, node.display, node.tall === true, scene.room)) ??
        `<code>${breakable(node.s)}</code>`
      );
    case 'link':
      return link(node, scene, width);
    case 'image':
      return image(scene.pictures.get(node.src), node.alt, 'inline');
    case 'break':
      return '<br>';
    case 'blank': {
      const hint = node.hint === undefined ? '' : ` <em>(${escaped(node.hint)})</em>`;
      return `<span class="blank" style="width:${width}mm" role="img" aria-label="${escaped(scene.blank)}"></span>${hint}`;
    }
  }
}

/** The style sheet prints the address behind a link's text, unless the text is the address. */
function link({ href, c }: Extract<TypstInline, { t: 'link' }>, scene: Scene, width: number): string {
  const written = c.map((part) => (typeof part === 'string' ? part : 's' in part ? part.s : '')).join('');
  const bare = written.replaceAll('\u200b', '') === href ? ' class="bare"' : '';
  return `<a href="${escaped(href)}"${bare}>${inline(c, scene, width)}</a>`;
}

export const image = (uri: string | undefined, alt: string, kind: 'inline' | 'large'): string =>
  uri === undefined
    ? `<em>[${escaped(alt)}]</em>`
    : `<img class="${kind}" src="${uri}" alt="${escaped(alt)}">`;

/** Blocks as HTML, each in an element of its own. */
export const blocks = (nodes: readonly TypstBlock[], scene: Scene, width?: number): string =>
  nodes.map((node) => oneBlock(node, scene, width)).join('');

function oneBlock(node: TypstBlock, scene: Scene, width?: number): string {
  switch (node.t) {
    case 'p':
      return `<p>${inline(node.c, scene, width)}</p>`;
    case 'list': {
      const items = node.items.map((item) => `<li>${flow(item, scene, width)}</li>`).join('');
      const start = node.start === 1 ? '' : ` start="${node.start}"`;
      return node.ordered ? `<ol${start}>${items}</ol>` : `<ul>${items}</ul>`;
    }
    case 'table':
      return table(node, scene, width);
    case 'pre':
      return `<pre><code>${breakable(node.s)}</code></pre>`;
  }
}

/** Blocks; a single paragraph without its element, so that it stays on the line of what leads it in. */
export function flow(nodes: readonly TypstBlock[], scene: Scene, width?: number): string {
  const [only] = nodes;
  return nodes.length === 1 && only?.t === 'p' ? inline(only.c, scene, width) : blocks(nodes, scene, width);
}

function table({ rows, align }: Extract<TypstBlock, { t: 'table' }>, scene: Scene, width?: number): string {
  const [head = [], ...body] = rows;
  const side = (at: number) => alignment(align[at] ?? 'none');
  const row = (cells: readonly TypstInline[][], tag: string) =>
    `<tr>${cells.map((cell, at) => `<${tag}${side(at)}>${inline(cell, scene, width)}</${tag.slice(0, 2)}>`).join('')}</tr>`;
  const below = body.map((cells) => row(cells, 'td')).join('');
  return `${opening(rows, scene, width)}<thead>${row(head, 'th scope="col"')}</thead><tbody>${below}</tbody></table>`;
}

/** Millimetres in an em, and the room at the sides of a cell, in em; in `.tight`, letters and sides are smaller. */
const em = 3.9;
const sides = 1.1;
const tight = { scale: 0.75, sides: 0.45 };

/** A browser gives columns their widths; where the longest words have no room beside each other, they are set here. */
function opening(rows: Extract<TypstBlock, { t: 'table' }>['rows'], scene: Scene, width = 25): string {
  const needs = needsOf(rows, width / em);
  if (wordsWidth(needs) + needs.length * sides <= scene.room) return '<table>';
  const room = scene.room / tight.scale - needs.length * tight.sides;
  const widths = columnWidths(needs, room).map((one) => one + tight.sides);
  const all = widths.reduce((sum, one) => sum + one, 0);
  const columns = widths.map((one) => `<col style="width:${Math.round((1000 * one) / all) / 10}%">`);
  return `<table class="tight"><colgroup>${columns.join('')}</colgroup>`;
}

const alignment = (align: Align): string => (align === 'none' ? '' : ` class="${align}"`);
