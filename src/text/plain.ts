import type { Inline, Tree } from './tree.ts';

/**
 * A tree as one line of plain text, for titles, messages, sort keys and Word counts: marks gone, blocks and lines
 * joined by a space. `deletion` says what a deletion reads as; its answer by default.
 */
export function toPlain(tree: Tree, deletion?: (index: number) => string): string {
  const parts = tree.flatMap((block): string[] => {
    if (block.type === 'paragraph') return [inlineText(block.children, deletion)];
    if (block.type === 'list') return block.items.map((item) => toPlain(item, deletion));
    if (block.type === 'table') return block.rows.flat().map((cell) => inlineText(cell, deletion));
    return [block.text];
  });
  return parts.join(' ').replace(/\s+/g, ' ').trim();
}

/** Inline nodes as plain text. */
export function inlineText(nodes: readonly Inline[], deletion?: (index: number) => string): string {
  return nodes.map((node) => oneText(node, deletion)).join('');
}

function oneText(node: Inline, deletion?: (index: number) => string): string {
  switch (node.type) {
    case 'text':
    case 'code':
      return node.text;
    case 'math':
      return node.tex;
    case 'image':
      return node.alt;
    case 'break':
      return ' ';
    case 'deletion':
      return deletion ? deletion(node.index) : inlineText(node.children);
    default:
      return inlineText(node.children, deletion);
  }
}
