import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  type IRunOptions,
  type ParagraphChild,
  TextRun,
} from 'docx';
import { onOneLine } from '../../text/breaks.ts';
import { parseMaths } from '../../text/maths.ts';
import type { Block, Inline, Tree } from '../../text/tree.ts';
import { hangOf, type ListItem } from './lists.ts';
import { displayed, formula } from './omml.ts';
import { mm } from './page.ts';
import { inlinePicture } from './picture.ts';
import { dataTable } from './table.ts';
import {
  atRight,
  blankLine,
  gap,
  type Piece,
  piece,
  usualBlank,
  type WordDocument,
} from './word-document.ts';

/** How a run looks, handed down from what it stands in. */
export type Face = Pick<IRunOptions, 'bold' | 'italics' | 'subScript' | 'superScript' | 'style'>;

/** How a text stands on the page; lengths in twips. */
export interface Setting {
  readonly style: string;
  readonly left: number;
  readonly right?: number;
  /** The first paragraph's number or letter, and what stands at its end. */
  readonly item?: ListItem;
  readonly tail?: readonly ParagraphChild[];
  /** The width of its room, for tables and for a tail's tab. */
  readonly width: number;
  /** How wide blanks are, in millimetres. */
  readonly blank?: number | undefined;
  readonly face?: Face;
  /** What stands before the first words, and how far these hang from where it begins; a tab brings them there. */
  readonly lead?: readonly ParagraphChild[];
  readonly hang?: number;
}

/** Inline nodes as runs. */
export function runs(
  nodes: readonly Inline[],
  to: WordDocument,
  face: Face = {},
  blank = usualBlank,
): ParagraphChild[] {
  return nodes.flatMap((node) => oneRun(node, to, face, blank));
}

function oneRun(node: Inline, to: WordDocument, face: Face, blank: number): ParagraphChild[] {
  switch (node.type) {
    case 'text':
      return words(node.text).map((text) => new TextRun({ text, ...face }));
    case 'em':
      return runs(node.children, to, { ...face, italics: !face.italics }, blank);
    case 'strong':
      return runs(node.children, to, { ...face, bold: true }, blank);
    case 'sub':
      return runs(node.children, to, { ...face, subScript: true }, blank);
    case 'sup':
      return runs(node.children, to, { ...face, superScript: true }, blank);
    case 'code':
      return [codeRun(node.text, face)];
    case 'math': {
      // What no one can read as a formula is printed as its source, as in the PDF.
      const read = parseMaths(node.tex, node.display);
      return ['maths' in read ? formula(read.maths) : codeRun(node.tex, face)];
    }
    case 'link':
      return link(node, to, face, blank);
    case 'image':
      return [inlinePicture(node, to)];
    case 'break':
      return [new TextRun({ break: 1 })];
    case 'deletion': {
      const hint = node.hint === undefined ? [] : [new TextRun({ text: ` (${node.hint})`, italics: true })];
      return [new TextRun({ text: blankLine(blank) }), ...hint];
    }
  }
}

/** A text in parts, long words such as addresses apart: among words from right to left each keeps its own order. */
const words = (text: string): string[] =>
  onOneLine(text)
    .split(/(\S{20,})/)
    .filter((part) => part !== '');

const codeRun = (text: string, face: Face): ParagraphChild => new TextRun({ text, ...face, style: 'Code' });

/** A link, its address in a footnote, where a reader of paper finds it, unless the text is the address. */
function link(
  { href, children }: Extract<Inline, { type: 'link' }>,
  to: WordDocument,
  face: Face,
  blank: number,
): ParagraphChild[] {
  const shown = new ExternalHyperlink({
    link: href,
    children: runs(children, to, { ...face, style: 'Hyperlink' }, blank),
  });
  const written = children.map((node) => ('text' in node ? node.text : '')).join('');
  return written === href ? [shown] : [shown, new FootnoteReferenceRun(to.footnote(href))];
}

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
  const { style, right = 0, item, tail = [], width, blank, face, lead = [], hang = 0 } = setting;
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
    indent: { left, right, ...(hanging > 0 ? { hanging } : {}) },
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

const listing = (code: string, { left, right = 0 }: Setting): Piece =>
  piece({
    style: 'Listing',
    indent: { left: left + mm(2), right },
    children: code.split('\n').map((text, at) => new TextRun({ text, ...(at > 0 ? { break: 1 } : {}) })),
  });
