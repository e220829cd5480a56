import { sub } from '@mdit/plugin-sub';
import { sup } from '@mdit/plugin-sup';
import { tex } from '@mdit/plugin-tex';
import MarkdownIt, { type Token } from 'markdown-it';
import { type DeletionEnv, type DeletionMeta, deletionPlugin } from './deletion.ts';
import { displayMathsPlugin } from './display-maths.ts';
import { foreignLinksPlugin } from './foreign-links.ts';
import { present } from './present.ts';
import type { Align, Block, Inline, Tree } from './tree.ts';
import { unfitIn } from './unfit.ts';

const md = new MarkdownIt('default', { html: false, linkify: false, typographer: false })
  .disable(['heading', 'lheading', 'hr', 'blockquote', 'code', 'reference', 'strikethrough', 'entity'])
  .use(sub)
  .use(sup)
  .use(tex, { delimiters: 'dollars', render: () => '' })
  .use(displayMathsPlugin)
  .use(foreignLinksPlugin)
  .use(deletionPlugin);

/**
 * Reads Markdown: paragraphs, emphasis, code, lists, tables, links, images, `$maths$`, `~sub~`, `^sup^`, and with
 * `deletions` also `{{…}}`. Whatever it does not know, HTML too, stays the text it is; no text is an error.
 */
export function parseMarkdown(source: string, options: { readonly deletions?: boolean } = {}): Tree {
  const env: DeletionEnv = options.deletions ? { deletions: { count: 0, inside: false } } : {};
  if (plainText.test(source)) return [{ type: 'paragraph', children: [{ type: 'text', text: source }] }];
  return blocks(md.parse(source, env), { lines: source.split('\n'), env });
}

/** The same for a text of which nothing is left out. */
export const parseText = (source: string): Tree => parseMarkdown(source);

/** One line of letters, digits, spaces and marks that mean nothing in Markdown: most options and answers. */
const plainText = /^[\p{L}][\p{L}\p{N} ,;:?!.'’‘“”"()–—/%-]*$/u;

/** What a block is read with: the lines of its text, and what the parse of it hands on. */
interface Source {
  readonly lines: readonly string[];
  readonly env: DeletionEnv;
}

/** Folds markdown-it's flat tokens into the tree. */
const blocks = (tokens: readonly Token[], source: Source): Block[] =>
  groups(tokens).map((group) => block(group, source));

function block(group: Group, source: Source): Block {
  const [first, second] = group;
  switch (first.type) {
    case 'paragraph_open':
      return { type: 'paragraph', children: inlines(childrenOf(second)) };
    case 'bullet_list_open':
    case 'ordered_list_open':
      return list(group, source);
    case 'table_open':
      return table(group);
    case 'fence':
      return { type: 'pre', text: first.content.replace(/\n$/, '') };
    case 'math_block':
      return { type: 'paragraph', children: [{ type: 'math', tex: first.content.trim(), display: true }] };
    default:
      throw new Error(`Markdown block "${first.type}" has no place in the tree`);
  }
}

/** A list has two items at least: a lone "1956." or "- 5" is text that begins so. */
function list(group: Group, source: Source): Block {
  const [open] = group;
  const items = inside(group);
  if (items.length < 2) {
    const lines = source.lines.slice(...present(open.map, 'lines of a list'));
    const children: Token[] = [];
    md.inline.parse(lines.join('\n').trim(), md, source.env, children);
    return { type: 'paragraph', children: inlines(children) };
  }
  const ordered = open.type === 'ordered_list_open';
  const start = Number(open.attrGet('start') ?? 1);
  return { type: 'list', ordered, start, items: items.map((item) => blocks(item.slice(1, -1), source)) };
}

function table(group: Group): Block {
  const rows = inside(group).flatMap(inside).map(inside);
  return {
    type: 'table',
    align: rows.slice(0, 1).flatMap((heads) => heads.map(([head]) => alignment(head))),
    rows: rows.map((cells) => cells.map(([, text]) => inlines(childrenOf(text)))),
  };
}

/** A token that stands alone, or one that opens something, what is in it, and one that closes it. */
type Group = readonly [Token, ...Token[]];

function groups(tokens: readonly Token[]): Group[] {
  const found: [Token, ...Token[]][] = [];
  let depth = 0;
  for (const token of tokens) {
    if (depth === 0) found.push([token]);
    else found.at(-1)?.push(token);
    depth += token.nesting;
  }
  return found;
}

const inside = (group: Group): Group[] => groups(group.slice(1, -1));

function alignment(cell: Token): Align {
  const style = String(cell.attrGet('style') ?? '');
  return (['left', 'center', 'right'] as const).find((side) => style.endsWith(side)) ?? 'none';
}

const childrenOf = (token: Token | undefined): readonly Token[] =>
  present(token?.children, 'text inside a Markdown block');

/** Marks within marks go no deeper; `check` objects to so many, and no reader of a tree shall run out of room before. */
const deepest = 28;

/** What stands between two tokens that belong together, and the one that opens it; none around all of a line. */
interface Span {
  readonly open?: Token;
  readonly nodes: Inline[];
}

function inlines(tokens: readonly Token[]): Inline[] {
  const whole: Span = { nodes: [] };
  const spans = [whole];
  let depth = 0;
  for (const token of tokens) {
    const { nodes } = present(spans.at(-1), `place of "${token.type}" in a line`);
    if (token.nesting > 0) depth++;
    const isTooDeep = depth > deepest;
    if (token.nesting < 0) depth--;
    if (token.nesting === 0) append(nodes, single(token));
    else if (isTooDeep) append(nodes, { type: 'text', text: token.markup });
    else if (token.nesting > 0) spans.push({ open: token, nodes: [] });
    else {
      const { open, nodes: inner } = present(spans.pop(), `beginning of "${token.type}" in a line`);
      append(present(spans.at(-1), `place of "${token.type}" in a line`).nodes, marked(open ?? token, inner));
    }
  }
  return whole.nodes;
}

/** Texts beside each other are one. */
function append(nodes: Inline[], node: Inline): void {
  const last = nodes.at(-1);
  if (node.type === 'text' && last?.type === 'text')
    nodes[nodes.length - 1] = { type: 'text', text: last.text + node.text };
  else if (node.type !== 'text' || node.text !== '') nodes.push(node);
}

/** What a token is that stands alone. */
function single(token: Token): Inline {
  const { content: text } = token;
  switch (token.type) {
    case 'text':
    case 'text_special':
      return { type: 'text', text };
    case 'softbreak':
      return { type: 'text', text: '\n' };
    case 'hardbreak':
      return { type: 'break' };
    case 'code_inline':
      return { type: 'code', text };
    case 'math_inline':
    case 'math_inline_block':
      return { type: 'math', tex: text.trim(), display: token.type !== 'math_inline' };
    case 'image':
      return {
        type: 'image',
        src: fileName(present(token.attrGet('src'), 'address of a picture')),
        alt: text,
      };
    case 'deletion':
      return { type: 'deletion', ...(token.meta as DeletionMeta), children: inlines(childrenOf(token)) };
    default:
      throw new Error(`Markdown "${token.type}" has no place in the tree`);
  }
}

/** What a token opens, with what stands in it. */
function marked(open: Token, children: readonly Inline[]): Inline {
  switch (open.type) {
    case 'em_open':
    case 'strong_open':
    case 'sub_open':
    case 'sup_open':
      return { type: open.type.slice(0, -5) as 'em' | 'strong' | 'sub' | 'sup', children };
    case 'link_open':
      return { type: 'link', href: present(open.attrGet('href'), 'address of a link'), children };
    default:
      throw new Error(`Markdown "${open.type}" has no place in the tree`);
  }
}

/** A picture's file as the author wrote it: markdown-it makes an address of it, "kart%C3%AB.png". */
function fileName(address: string): string {
  try {
    const name = decodeURI(address);
    return unfitIn(name) ? address : name;
  } catch {
    return address;
  }
}
