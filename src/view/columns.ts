import { codeWithBreaks, onOneLine, withBreaks } from '../text/breaks.ts';
import { greatest } from '../text/greatest.ts';
import type { Inline, TableRow } from '../text/tree.ts';

/** What a column of a table needs, in em: for its longest word, and for its longest text on one line. */
export interface Need {
  readonly word: number;
  readonly line: number;
}

/** How wide letters are in a serif, in em; all others are as wide as an n. */
const letters = [
  [/[\u0300-\u036f\u200b]/u, 0],
  [/[ijltfI.,:;!'|()[\]/\- ]/u, 0.32],
  [/[acersz]/u, 0.45],
  [/[mwMW—…%@]/u, 0.88],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u, 1],
  [/[\p{Lu}+−=<>]/u, 0.68],
] as const;

const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (letters.find(([like]) => like.test(sign))?.[1] ?? 0.53), 0);

const picture = 4;

/** The lines of a text, each as its words' widths; `blank` is that of a blank. */
function linesOf(nodes: readonly Inline[], blank: number): number[][] {
  const lines: number[][] = [];
  let line: number[] = [];
  let word = 0;
  const endWord = () => {
    line.push(word);
    word = 0;
  };
  const endLine = () => {
    endWord();
    lines.push(line);
    line = [];
  };
  const write = (text: string) =>
    text.split(/(?:[^\S\u00a0]|\u200b)+/).forEach((part, at) => {
      if (at > 0) endWord();
      word += widthOf(part);
    });
  const visit = (node: Inline): void => {
    if (node.type === 'text') write(withBreaks(onOneLine(node.text)));
    else if (node.type === 'code') write(codeWithBreaks(node.text));
    else if (node.type === 'math') word += widthOf(shown(node.tex));
    else if (node.type === 'image') word += picture;
    else if (node.type === 'deletion') word += blank;
    else if (node.type === 'break') endLine();
    else node.children.forEach(visit);
  };
  nodes.forEach(visit);
  endLine();
  return lines;
}

/** About the signs of a formula that are seen. */
const shown = (tex: string): string => tex.replace(/\\[A-Za-z]+/g, 'x').replace(/[{}^_\\&\s]/g, '');

/** The head's letters are bold, which makes them wider. */
const bold = 1.06;

/** A column is no narrower than this. */
const narrowest: Need = { word: 0.5, line: 0.5 };

/** The needs of each column; `blank` is the width of the blanks in the cells, in em. */
export function needsOf(rows: readonly TableRow[], blank: number): Need[] {
  const needs: Need[] = [];
  for (const [at, row] of rows.entries()) {
    for (const [column, cell] of row.entries()) {
      const lines = linesOf(cell, blank).map((words) => words.map((word) => (at === 0 ? word * bold : word)));
      const { word, line } = needs[column] ?? narrowest;
      needs[column] = {
        word: greatest(lines.flat(), word),
        line: greatest(lines.map(lineWidth), line),
      };
    }
  }
  return needs;
}

/** The width of a line by those of its words, with a space of 0.25 em between them. */
const lineWidth = (words: readonly number[]): number => words.reduce((sum, word) => sum + word + 0.25, -0.25);

/** What the columns' longest words need together. */
export const wordsWidth = (needs: readonly Need[]): number => needs.reduce((sum, { word }) => sum + word, 0);

/**
 * Widths for columns in so much room: each text on one line where all have that; else each column has its longest
 * word, and the more of the rest, the more text it has. Where the words alone are too wide, all give way alike.
 */
export function columnWidths(needs: readonly Need[], room: number): number[] {
  const lines = needs.reduce((sum, { line }) => sum + line, 0);
  if (lines <= room) return needs.map(({ line }) => line);
  const words = wordsWidth(needs);
  if (words >= room) return needs.map(({ word }) => (word * room) / words);
  const share = (room - words) / (lines - words);
  return needs.map(({ word, line }) => word + (line - word) * share);
}
