import { sub } from '@mdit/plugin-sub';
import { sup } from '@mdit/plugin-sup';
import { tex } from '@mdit/plugin-tex';
import MarkdownIt, { type Token } from 'markdown-it';
import { type DeletionEnv, type DeletionMeta, deletionPlugin } from './deletion.ts';
import { displayMathsPlugin } from './display-maths.ts';
import { present } from './present.ts';
import type { Align, Block, Inline, TableRow, Tree } from './tree.ts';

const md = new MarkdownIt('default', { html: false, linkify: false, typographer: false })
  .disable(['heading', 'lheading', 'hr', 'blockquote', 'code', 'reference', 'strikethrough', 'entity'])
  .use(sub)
  .use(sup)
  .use(tex, { delimiters: 'dollars', render: () => '' })
  .use(displayMathsPlugin)
  .use(deletionPlugin);

/**
 * Reads Markdown: paragraphs, emphasis, code, lists, tables, links, images, `$maths$`, `~sub~`, `^sup^`, and with
 * `deletions` also `{{…}}`. Whatever it does not know, HTML too, stays the text it is; no text is an error.
 */
export function parseMarkdown(source: string, options: { readonly deletions?: boolean } = {}): Tree {
  const env: DeletionEnv = options.deletions ? { deletions: { count: 0, inside: false } } : {};
  if (plainText.test(source)) return [{ type: 'paragraph', children: [{ type: 'text', text: source }] }];
  return new Builder(source, env).blocks(md.parse(source, env));
}

/** The same for a text of which nothing is left out. */
export const parseText = (source: string): Tree => parseMarkdown(source);

/** One line of letters, digits, spaces and marks that mean nothing in Markdown: most options and answers. */
const plainText = /^[\p{L}][\p{L}\p{N} ,;:?!.'’‘“”"()–—/%-]*$/u;

/** Folds markdown-it's flat tokens into the tree; one use a text. */
class Builder {
  readonly #lines: readonly string[];
  readonly #env: DeletionEnv;

  constructor(source: string, env: DeletionEnv) {
    this.#lines = source.split('\n');
    this.#env = env;
  }

  blocks(tokens: readonly Token[]): Block[] {
    return groups(tokens).map((group) => this.#block(group));
  }

  #block(group: readonly Token[]): Block {
    const [first] = group;
    const inner = group.slice(1, -1);
    switch (first?.type) {
      case 'paragraph_open':
        return { type: 'paragraph', children: inlines(childrenOf(inner[0])) };
      case 'bullet_list_open':
      case 'ordered_list_open':
        return this.#list(first, inner);
      case 'table_open':
        return table(group);
      case 'fence':
        return { type: 'pre', text: first.content.replace(/\n$/, '') };
      case 'math_block':
        return { type: 'paragraph', children: [{ type: 'math', tex: first.content.trim(), display: true }] };
      default:
        throw new Error(`Markdown block "${first?.type}" has no place in the tree`);
    }
  }

  /** A list has two items at least: a lone "1956." or "- 5" is text that begins so. */
  #list(open: Token, inner: readonly Token[]): Block {
    const items = groups(inner);
    if (items.length < 2) {
      const [from, to] = open.map ?? [0, this.#lines.length];
      const children: Token[] = [];
      md.inline.parse(this.#lines.slice(from, to).join('\n').trim(), md, this.#env, children);
      return { type: 'paragraph', children: inlines(children) };
    }
    const ordered = open.type === 'ordered_list_open';
    const start = Number(open.attrGet('start') ?? 1);
    return { type: 'list', ordered, start, items: items.map((item) => this.blocks(item.slice(1, -1))) };
  }
}

/** Cuts tokens into runs that each open and close one block. */
function groups(tokens: readonly Token[]): Token[][] {
  const found: Token[][] = [];
  let depth = 0;
  for (const token of tokens) {
    if (depth === 0) found.push([]);
    found.at(-1)?.push(token);
    depth += token.nesting;
  }
  return found;
}

function table(tokens: readonly Token[]): Block {
  const rows: TableRow[] = [];
  const align: Align[] = [];
  let row: Inline[][] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.type === 'tr_open') row = [];
    else if (token.type === 'tr_close') rows.push(row);
    else if (token.type === 'th_open' || token.type === 'td_open') {
      row.push(inlines(childrenOf(tokens[at + 1])));
      if (token.type === 'th_open') align.push(alignment(token));
    }
  }
  return { type: 'table', align, rows };
}

function alignment(cell: Token): Align {
  const style = String(cell.attrGet('style') ?? '');
  return (['left', 'center', 'right'] as const).find((side) => style.endsWith(side)) ?? 'none';
}

const childrenOf = (token: Token | undefined): readonly Token[] =>
  present(token?.children, 'text inside a Markdown block');

function inlines(tokens: readonly Token[]): Inline[] {
  const root: Inline[] = [];
  const open: Inline[][] = [root];
  for (const token of tokens) {
    const into = open.at(-1) ?? root;
    if (token.nesting === 1) {
      const children: Inline[] = [];
      into.push(container(token, children));
      open.push(children);
    } else if (token.nesting === -1) open.pop();
    else addLeaf(into, token);
  }
  return root;
}

function container(token: Token, children: Inline[]): Inline {
  switch (token.type) {
    case 'em_open':
    case 'strong_open':
    case 'sub_open':
    case 'sup_open':
      return { type: token.type.slice(0, -5) as 'em' | 'strong' | 'sub' | 'sup', children };
    case 'link_open':
      return { type: 'link', href: present(token.attrGet('href'), 'address of a link'), children };
    default:
      throw new Error(`Markdown "${token.type}" has no place in the tree`);
  }
}

function addLeaf(into: Inline[], token: Token): void {
  const last = into.at(-1);
  const text = token.type === 'softbreak' ? '\n' : token.content;
  switch (token.type) {
    case 'text':
    case 'text_special':
    case 'softbreak':
      if (text === '') return;
      if (last?.type === 'text') into[into.length - 1] = { type: 'text', text: last.text + text };
      else into.push({ type: 'text', text });
      return;
    case 'hardbreak':
      into.push({ type: 'break' });
      return;
    case 'code_inline':
      into.push({ type: 'code', text });
      return;
    case 'math_inline':
    case 'math_inline_block':
      into.push({ type: 'math', tex: text.trim(), display: token.type !== 'math_inline' });
      return;
    case 'image':
      into.push({
        type: 'image',
        src: fileName(present(token.attrGet('src'), 'address of a picture')),
        alt: text,
      });
      return;
    case 'deletion': {
      const meta = token.meta as DeletionMeta;
      into.push({ type: 'deletion', ...meta, children: inlines(childrenOf(token)) });
      return;
    }
    default:
      throw new Error(`Markdown "${token.type}" has no place in the tree`);
  }
}

/** A picture's file as the author wrote it: markdown-it makes an address of it, "kart%C3%AB.png". */
function fileName(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
