import type { TypstBlock, TypstInline } from '../typst/markup.ts';

/** Letters on a line, with one column on the page and with two; low, for options and lists are narrower. */
const lettersOnLine = { 1: 70, 2: 32 } as const;

/** A page holds about fifty lines; from half of that on, the template measures. */
const halfPage = 25;

/** A ruled line's height in lines of text. */
export const ruledLine = 1.7;

/** The greatest height of a picture in lines of text. */
export const pictureLines = 17;

/** True when texts that stand under each other, with `more` lines beside them, may need more than a page. */
export function isLong(texts: readonly (readonly TypstBlock[])[], columns: 1 | 2, more: number): boolean {
  const lines = texts.reduce((sum, text) => sum + linesOf(text, lettersOnLine[columns]) + 0.5, more);
  return lines > halfPage;
}

function linesOf(blocks: readonly TypstBlock[], letters: number): number {
  return blocks.reduce((sum, block) => sum + 0.5 + blockLines(block, letters), 0);
}

function blockLines(block: TypstBlock, letters: number): number {
  switch (block.t) {
    case 'p':
      return inlineLines(block.c, letters);
    case 'pre':
      return block.s.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / letters), 0);
    case 'list':
      return block.items.reduce((sum, item) => sum + linesOf(item, letters * 0.8), 0);
    case 'table':
      return block.rows.reduce(
        (sum, row) => sum + 1 + Math.max(...row.map((cell) => inlineLines(cell, letters / row.length))),
        0,
      );
  }
}

/** Pictures within a text are four lines high. */
function inlineLines(nodes: readonly TypstInline[], letters: number): number {
  return nodes.reduce<number>((sum, node) => {
    if (typeof node === 'string') return sum + node.length / letters;
    if (node.t === 'image') return sum + 4;
    if (node.t === 'break') return sum + 1;
    return sum + ('s' in node ? node.s.length / letters : inlineLines(node.c, letters));
  }, 1);
}
