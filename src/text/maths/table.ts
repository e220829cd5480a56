import { greatest } from '../greatest.ts';
import { type MathsNode, type MathsStyle, rowOf, type Table } from './node.ts';
import { nothing } from './scripts.ts';
import { lengthOf } from './signs.ts';
import type { Read, Tex, TexArray } from './temml.ts';

/** A matrix, cases or aligned equations, with LaTeX's distances (amsmath: cases a quad, pairs two, lines a jot more). */
export function tableOf(tex: TexArray, read: Read): Table {
  const pairs = tex.envClasses.includes('align') || tex.envClasses.includes('alignat');
  const rows = tex.body.map((row, at) => {
    const cells = row.map((cell, column) => (pairs ? pairedCell(read(cell), column) : read(cell)));
    const extras = [...tagOf(tex.tags?.[at], read), ...deeper(tex.rowGaps[at])];
    return extras.length === 0 ? cells : withLast(cells, extras);
  });
  return {
    t: 'table',
    rows,
    align: alignment(tex),
    style: styles[tex.scriptLevel] ?? 'inline',
    gap: pairs ? 0 : tex.envClasses.includes('small') ? 0.6 : 1,
    lead: leading(tex),
    hlines: tex.hLinesBeforeRow.flatMap((lines, at) => (lines.length > 0 ? [Math.min(at, rows.length)] : [])),
    vlines: separators(tex.cols ?? []),
  };
}

/** Temml's names of TeX's four styles. */
export const styles: Readonly<Record<string, MathsStyle>> = {
  display: 'display',
  text: 'inline',
  script: 'script',
  scriptscript: 'sscript',
};

/** As in amsmath, what stands right of an `&` begins with nothing, so that `&=` keeps its distance. */
function pairedCell(cell: MathsNode, column: number): MathsNode {
  if (column % 2 === 1) return rowOf([nothing, cell]);
  return column === 0 ? cell : rowOf([{ t: 'space', w: 2, u: 'em' }, cell]);
}

function leading({ envClasses, hLinesBeforeRow }: TexArray): number {
  if (envClasses.includes('jot')) return 0.5;
  if (envClasses.includes('small')) return 0.05;
  return envClasses.includes('cases') || hLinesBeforeRow.some((lines) => lines.length > 0) ? 0.35 : 0.2;
}

function alignment({ body, cols = [], envClasses }: TexArray): Table['align'] {
  const given = cols.flatMap((column) => (column.type === 'align' ? [column.align] : []));
  const length = greatest(
    body.map((row) => row.length),
    given.length,
  );
  return Array.from({ length }, (_, at) => given[at] ?? (envClasses.includes('cases') ? 'l' : 'c'));
}

function separators(cols: NonNullable<TexArray['cols']>): number[] {
  let column = 0;
  const found = cols.flatMap(({ type }) => {
    if (type === 'separator') return [column];
    column++;
    return [];
  });
  return [...new Set(found)];
}

/** A \tag behind its equation; numbers that LaTeX would count by itself mean nothing in a quiz. */
const tagOf = (tag: boolean | Tex[] | undefined, read: Read): MathsNode[] =>
  Array.isArray(tag) ? [{ t: 'space', w: 2, u: 'em' }, read(tag)] : [];

/** The room that `\\[5pt]` asks for, below the depth that a line has anyway. */
function deeper(gap: TexArray['rowGaps'][number] | undefined): MathsNode[] {
  if (!gap) return [];
  const { w, u } = lengthOf(gap);
  const d = u === 'em' ? w * 10 : w;
  return d > 0 ? [{ t: 'deeper', d }] : [];
}

const withLast = (cells: readonly MathsNode[], extras: readonly MathsNode[]): MathsNode[] => [
  ...cells.slice(0, -1),
  rowOf([...cells.slice(-1), ...extras]),
];
