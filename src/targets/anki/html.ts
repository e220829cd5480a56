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
      return `<img src="${ankiText(options.image?.(node.src) ?? node.src)}" alt="${ankiText(node.alt)}">`;
    case 'break':
      return '<br>';
    case 'link':
      return `<a href="${ankiText(node.href)}">${inlineHtml(node.children, options)}</a>`;
    case 'deletion': {
      const answer = inlineHtml(node.children, options);
      return options.deletion?.(node, answer) ?? answer;
    }
    default:
      return `<${node.type}>${inlineHtml(node.children, options)}</${node.type}>`;
  }
}

/** MathJax's delimiters, as Anki reads them. A space parts braces, for `}}` would end a cloze and `{{` begin one. */
function math(tex: string, display: boolean): string {
  const parted = tex.replace(/\{(?=\{)/g, '{ ').replace(/\}(?=\})/g, '} ');
  return display ? `\\[${escapeMarkup(parted)}\\]` : `\\(${escapeMarkup(parted)}\\)`;
}

const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * Text as HTML that reads as typed, in an attribute too, and also for Anki, which looks for more than tags: braces may open a cloze,
 * `[sound:`, `[anki:` and `[latex]` play or draw something, `\(` begins maths.
 */
export function ankiText(text: string): string {
  return escapeMarkup(text)
    .replaceAll('"', '&quot;')
    .replaceAll('{', '&#123;')
    .replaceAll('}', '&#125;')
    .replace(/\[(?=sound:|anki:|latex\]|\$)/gi, '&#91;')
    .replace(/\\([([])/g, '<span class="tex2jax_ignore mathjax_ignore">\\$1</span>');
}
