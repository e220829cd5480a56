import { codeWithBreaks, onOneLine, withBreaks } from '../text/breaks.ts';
import { greatest } from '../text/greatest.ts';
import { parseMaths } from '../text/maths.ts';
import type { Block, Inline, Tree } from '../text/tree.ts';

/** Letters on a line, with one column on the page and with two; low, for options and lists are narrower. */
const lettersOnLine = { 1: 70, 2: 32 } as const;

/** A page holds about fifty lines; what takes half of that may be taller than a page in narrow letters. */
const halfPage = 25;

/** A ruled line's height in lines of text. */
export const ruledLine = 1.7;

/** The greatest height of a picture in lines of text. */
export const pictureLines = 17;

/** True when texts that stand under each other, with `more` lines beside them, may need more than a page. */
export function isLong(texts: readonly Tree[], columns: 1 | 2, more: number): boolean {
  const lines = texts.reduce((sum, text) => sum + linesOf(text, lettersOnLine[columns]) + 0.5, more);
  return lines > halfPage;
}

function linesOf(blocks: Tree, letters: number): number {
  return blocks.reduce((sum, block) => sum + 0.5 + blockLines(block, letters), 0);
}

function blockLines(block: Block, letters: number): number {
  switch (block.type) {
    case 'paragraph':
      return inlineLines(block.children, letters);
    case 'pre':
      return codeWithBreaks(block.text)
        .split('\n')
        .reduce((sum, line) => sum + Math.ceil((line.length + 1) / letters), 0);
    case 'list':
      return block.items.reduce((sum, item) => sum + linesOf(item, letters * 0.8), 0);
    case 'table':
      return block.rows.reduce(
        (sum, row) => sum + 1 + greatest(row.map((cell) => inlineLines(cell, letters / row.length))),
        0,
      );
  }
}

/** Pictures within a text are four lines high, and a place where a long word may break counts as a letter. */
const inlineLines = (nodes: readonly Inline[], letters: number): number =>
  nodes.reduce((sum, node) => sum + nodeLines(node, letters), 1);

function nodeLines(node: Inline, letters: number): number {
  switch (node.type) {
    case 'text':
      return withBreaks(onOneLine(node.text)).length / letters;
    case 'code':
      return codeWithBreaks(node.text).length / letters;
    case 'math':
      return mathsLength(node.tex, node.display) / letters;
    case 'image':
      return 4;
    case 'break':
      return 1;
    default:
      return inlineLines(node.children, letters);
  }
}

/** What cannot be read as a formula is printed as code. */
const mathsLength = (tex: string, display: boolean): number =>
  'maths' in parseMaths(tex, display) ? tex.length : codeWithBreaks(tex).length;
