import { greatest } from './greatest.ts';

/** A text as a tree. One parse makes it, and each target has one renderer. */
export type Tree = readonly Block[];

export type Block =
  | { readonly type: 'paragraph'; readonly children: readonly Inline[] }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly Tree[];
    }
  | { readonly type: 'table'; readonly align: readonly Align[]; readonly rows: readonly TableRow[] }
  | { readonly type: 'pre'; readonly text: string };

export type Align = 'left' | 'center' | 'right' | 'none';

/** The first row is the head. */
export type TableRow = readonly (readonly Inline[])[];

export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'em' | 'strong' | 'sub' | 'sup'; readonly children: readonly Inline[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'math'; readonly tex: string; readonly display: boolean }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly type: 'image'; readonly src: string; readonly alt: string }
  | { readonly type: 'break' }
  | Deletion;

/** A `{{…}}` of a cloze text. */
export interface Deletion {
  readonly type: 'deletion';
  /** Which of the text's deletions it is, from 0. */
  readonly index: number;
  /** The number the author gave it with `c1::`. */
  readonly number?: number | undefined;
  readonly hint?: string | undefined;
  readonly children: readonly Inline[];
}

/** A text that is no Markdown, as it stands. */
export const literal = (text: string): Tree => [{ type: 'paragraph', children: [{ type: 'text', text }] }];

/** Every inline node of a tree, the outer before the inner, in reading order. */
export function inlinesOf(tree: Tree): Inline[] {
  const found: Inline[] = [];
  const gather = (nodes: readonly Inline[]) => {
    for (const node of nodes) {
      found.push(node);
      if ('children' in node) gather(node.children);
    }
  };
  const gatherAll = (blocks: Tree) => {
    for (const block of blocks) {
      if (block.type === 'paragraph') gather(block.children);
      else if (block.type === 'list') block.items.forEach(gatherAll);
      else if (block.type === 'table') block.rows.flat().forEach(gather);
    }
  };
  gatherAll(tree);
  return found;
}

/**
 * How deep a tree is for whoever prints it: a list within another counts as five, marks within marks as two, and a formula
 * as much as `ofMaths` tells.
 */
export function depthOf(tree: Tree, ofMaths: (tex: string, display: boolean) => number): number {
  const inside = (node: Inline): number => {
    if (node.type === 'math') return ofMaths(node.tex, node.display);
    return 'children' in node ? 2 + deepest(node.children) : 0;
  };
  const deepest = (nodes: readonly Inline[]): number => greatest(nodes.map(inside), 0);
  const depths = tree.map((block) => {
    if (block.type === 'list') return 5 + greatest(block.items.map((item) => depthOf(item, ofMaths)));
    if (block.type === 'paragraph') return deepest(block.children);
    return block.type === 'table' ? deepest(block.rows.flat(2)) : 0;
  });
  return greatest(depths, 0);
}

/** The deletions of a cloze text, in reading order. */
export const deletionsOf = (tree: Tree): Deletion[] =>
  inlinesOf(tree).filter((node) => node.type === 'deletion');

/** A tree with every inline node put through `change`, the inner before the outer. */
export const mapInline = (tree: Tree, change: (node: Inline) => Inline): Tree =>
  tree.map((block): Block => {
    if (block.type === 'paragraph') return { ...block, children: mapNodes(block.children, change) };
    if (block.type === 'list') return { ...block, items: block.items.map((item) => mapInline(item, change)) };
    if (block.type === 'pre') return block;
    return { ...block, rows: block.rows.map((row) => row.map((cell) => mapNodes(cell, change))) };
  });

const mapNodes = (nodes: readonly Inline[], change: (node: Inline) => Inline): Inline[] =>
  nodes.map((node) =>
    change('children' in node ? { ...node, children: mapNodes(node.children, change) } : node),
  );
