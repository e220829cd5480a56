import { endingElsewhere } from '../../text/maths/end.ts';
import { reachingOut } from '../../text/maths/reach.ts';
import type { Align, Block, Deletion, Inline, TableRow, Tree } from '../../text/tree.ts';

/** What the note that a text stands in decides for itself. */
export interface HtmlOptions {
  /** The address of an image the text names; its own name by default. */
  readonly image?: (src: string) => string;
  /** What a deletion becomes, given its answer as HTML; the answer by default. */
  readonly deletion?: (node: Deletion, answer: string) => string;
}

/** A tree as HTML for a field of a note. A single paragraph comes without `<p>`, so that a short answer stays inline. */
export function toHtml(tree: Tree, options: HtmlOptions = {}): string {
  const [only] = tree;
  if (tree.length === 1 && only?.type === 'paragraph') return inlineHtml(only.children, options);
  return tree.map((block) => blockHtml(block, options)).join('');
}

function blockHtml(block: Block, options: HtmlOptions): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${inlineHtml(block.children, options)}</p>`;
    case 'list': {
      const items = block.items.map((item) => `<li>${toHtml(item, options)}</li>`).join('');
      const start = block.start === 1 ? '' : ` start="${block.start}"`;
      return block.ordered ? `<ol${start}>${items}</ol>` : `<ul>${items}</ul>`;
    }
    case 'table': {
      const row = (cells: TableRow, tag: 'th' | 'td') =>
        `<tr>${cells.map((cell, at) => `<${tag}${alignStyle(block.align[at])}>${inlineHtml(cell, options)}</${tag}>`).join('')}</tr>`;
      const rows = block.rows.map((cells, at) => row(cells, at === 0 ? 'th' : 'td'));
      return `<table><thead>${rows.slice(0, 1).join('')}</thead><tbody>${rows.slice(1).join('')}</tbody></table>`;
    }
    case 'pre':
      return `<pre><code>${ankiText(block.text)}</code></pre>`;
  }
}

const alignStyle = (align: Align | undefined): string =>
  align && align !== 'none' ? ` style="text-align:${align}"` : '';

function inlineHtml(nodes: readonly Inline[], options: HtmlOptions): string {
  return nodes.map((node) => oneHtml(node, options)).join('');
}

function oneHtml(node: Inline, options: HtmlOptions): string {
  switch (node.type) {
    case 'text':
      return ankiText(node.text);
    case 'code':
      return `<code>${ankiText(node.text)}</code>`;
    case 'math':
      return math(node.tex, node.display);
    case 'image':
      return `<img src="${ankiAttribute(options.image?.(node.src) ?? node.src)}" alt="${ankiAttribute(node.alt)}">`;
    case 'break':
      return '<br>';
    case 'link':
      return `<a href="${ankiAttribute(node.href)}">${inlineHtml(node.children, options)}</a>`;
    case 'deletion': {
      const answer = inlineHtml(node.children, options);
      return options.deletion?.(node, answer) ?? answer;
    }
    default:
      return `<${node.type}>${inlineHtml(node.children, options)}</${node.type}>`;
  }
}

/**
 * MathJax's delimiters, as Anki reads them. A space parts braces, for `}}` would end a cloze and `{{` begin one. A formula
 * that would do more than show something, or that MathJax would not end where it ends, is shown as the code it is.
 */
function math(tex: string, display: boolean): string {
  if (reachingOut(tex) || endingElsewhere(tex, display)) return `<code>${ankiText(tex)}</code>`;
  const parted = tex.replace(/\{(?=\{)/g, '{ ').replace(/\}(?=\})/g, '} ');
  const html = escapeMarkup(parted);
  // With the delimiters, for the bracket of one may begin a tag.
  return withoutTags(display ? `\\[${html}\\]` : `\\(${html}\\)`);
}

const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Without Anki's own tags: `[sound:`, `[anki:`, `[latex]`, `[$]`, which play or draw something, and a box to type into. */
export const withoutTags = (html: string): string => withoutBox(withoutPlayers(html));

const withoutPlayers = (html: string): string => html.replace(/\[(?=sound:|anki:|latex\]|\$)/gi, '&#91;');

/** Without `[[type:` (Anki, `qt/aqt/reviewer.py`). */
const withoutBox = (html: string): string => html.replaceAll('[[type:', '&#91;[type:');

/** A hint as HTML. Anki puts it in brackets of its own, with which it must make none of those tags. */
export const hintHtml = (hint: string): string =>
  ankiText(hint).replace(/^(?:s(?=ound:)|a(?=nki:)|\[(?=type:))/, (first) => `&#${first.charCodeAt(0)};`);

/**
 * Text as HTML that reads as typed, also for Anki, which looks for more than tags: `\(` begins maths, and so does `\[` with
 * its bracket written as a reference. Nothing else does: Anki's configuration takes away MathJax's other delimiters. What ends
 * maths needs no such care, since every formula ends at its own delimiter.
 */
export const ankiText = (text: string): string =>
  withoutBox(
    escaped(text).replace(/\\([([]|&#91;)/g, '<span class="tex2jax_ignore mathjax_ignore">\\$1</span>'),
  );

/** The same in an attribute, where Anki looks for its tags too, and braces may open a cloze, but MathJax reads nothing. */
export const ankiAttribute = (text: string): string => withoutBox(escaped(text));

const escaped = (text: string): string =>
  withoutPlayers(
    escapeMarkup(text).replaceAll('"', '&quot;').replaceAll('{', '&#123;').replaceAll('}', '&#125;'),
  );
