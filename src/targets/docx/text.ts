import { type ParagraphChild, TextRun } from 'docx';
import { parseMaths } from '../../text/maths.ts';
import type { Block, Inline, Tree } from '../../text/tree.ts';
import { hangOf } from './lists.ts';
import { displayed } from './omml.ts';
import { mm } from './page.ts';
import { runs, type Setting } from './runs.ts';
import { dataTable } from './table.ts';
import { atRight, gap, type Piece, piece, type WordDocument } from './word-document.ts';

/** Blocks as paragraphs and tables, one under the other. */
export function pieces(blocks: Tree, to: WordDocument, setting: Setting): Piece[] {
  const [first, ...rest] = blocks;
  const carries = setting.item || setting.tail || setting.lead;
  if (carries && first?.type !== 'paragraph')
    return [paragraph([], to, setting), ...pieces(blocks, to, under(setting))];
  if (!first) return [];
  return [...onePiece(first, to, setting), ...rest.flatMap((block) => onePiece(block, to, under(setting)))];
}

/** What tells pupils what to do, across a page or a column. */
export const instructions = (tree: Tree, to: WordDocument, style: string, width: number): Piece[] =>
  pieces(tree, to, { style, left: 0, width, face: { italics: true } });

/** What comes after the first paragraph: no number, no mark, and no room above. */
function under({ item: _, tail: _tail, lead: _lead, hang = 0, ...first }: Setting): Setting {
  const setting = { ...first, left: first.left + hang };
  return setting.style === 'Question' ? { ...setting, style: 'More' } : setting;
}

function onePiece(block: Block, to: WordDocument, setting: Setting): Piece[] {
  switch (block.type) {
    case 'paragraph':
      return [paragraph(block.children, to, setting)];
    case 'list': {
      const list = block.ordered ? to.countedFrom(block.start) : to.list('dashes');
      const inside = { ...setting, style: 'Cell', left: setting.left + hangOf(list.reference, to.page) };
      return block.items.flatMap((item) => pieces(item, to, { ...inside, item: list }));
    }
    case 'table':
      return [dataTable(block, to, setting), gap];
    case 'pre':
      return [listing(block.text, setting)];
  }
}

function paragraph(nodes: readonly Inline[], to: WordDocument, setting: Setting): Piece {
  const { style, item, tail = [], width, blank, face, lead = [], hang = 0 } = setting;
  const left = setting.left + hang;
  const hanging = hang + (item ? hangOf(item.reference, to.page) : 0);
  const tabStops = [
    ...(item && hang > 0 ? [{ type: 'left' as const, position: setting.left }] : []),
    ...(tail.length > 0 ? atRight(width) : []),
  ];
  const alone = lead.length + tail.length === 0 ? displayedAlone(nodes) : undefined;
  const children = [...lead, ...(alone ? [alone] : runs(nodes, to, face, blank)), ...tail];
  return piece({
    style,
    children,
    indent: { left, right: 0, ...(hanging > 0 ? { hanging } : {}) },
    ...(item ? { numbering: item } : {}),
    // Lines with blanks stand farther apart, to write in.
    ...(blank === undefined ? {} : { spacing: { line: 380 } }),
    ...(tabStops.length > 0 ? { tabStops } : {}),
  });
}

/** The formula of a paragraph that holds nothing but one to be displayed. */
function displayedAlone([node, ...others]: readonly Inline[]): ParagraphChild | undefined {
  if (node?.type !== 'math' || !node.display || others.length > 0) return undefined;
  const read = parseMaths(node.tex, node.display);
  return 'maths' in read ? displayed(read.maths) : undefined;
}

const listing = (code: string, { left }: Setting): Piece =>
  piece({
    style: 'Listing',
    indent: { left: left + mm(2), right: 0 },
    children: code.split('\n').map((text, at) => new TextRun({ text, ...(at > 0 ? { break: 1 } : {}) })),
  });
