import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  type IRunOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { TypstBlock, TypstInline } from '../../typst/markup.ts';
import { hangOf, mm } from './look.ts';
import { blankLine, gap, type ListItem, type Manuscript, type Piece, usualBlank } from './manuscript.ts';
import { displayed, formula } from './omml.ts';
import { inlinePicture } from './picture.ts';
import { dataTable } from './table.ts';

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

/** The data gives long words invisible places to break; Word needs none, and finds no word that has them. */
const unbroken = (text: string): string => text.replaceAll('\u200b', '');

/** Inline nodes as runs. */
export function runs(
  nodes: readonly TypstInline[],
  to: Manuscript,
  face: Face = {},
  blank = usualBlank,
): ParagraphChild[] {
  return nodes.flatMap((node) => oneRun(node, to, face, blank));
}

function oneRun(node: TypstInline, to: Manuscript, face: Face, blank: number): ParagraphChild[] {
  if (typeof node === 'string') return [new TextRun({ text: node, ...face })];
  switch (node.t) {
    case 'long':
      return [new TextRun({ text: unbroken(node.s), ...face })];
    case 'em':
      return runs(node.c, to, { ...face, italics: !face.italics }, blank);
    case 'strong':
      return runs(node.c, to, { ...face, bold: true }, blank);
    case 'sub':
      return runs(node.c, to, { ...face, subScript: true }, blank);
    case 'sup':
      return runs(node.c, to, { ...face, superScript: true }, blank);
    case 'code':
      return [new TextRun({ text: unbroken(node.s), ...face, style: 'Code' })];
    case 'math':
      // What no one can read as a formula is printed as its source, as in the PDF.
      return node.c ? [formula(node.c)] : [new TextRun({ text: unbroken(node.s), ...face, style: 'Code' })];
    case 'link':
      return link(node, to, face, blank);
    case 'image':
      return [inlinePicture(node, to)];
    case 'break':
      return [new TextRun({ break: 1 })];
    case 'blank': {
      const hint = node.hint === undefined ? [] : [new TextRun({ text: ` (${node.hint})`, italics: true })];
      return [new TextRun({ text: blankLine(blank) }), ...hint];
    }
  }
}

/** A link, its address in a footnote, where a reader of paper finds it, unless the text is the address. */
function link(
  { href, c }: Extract<TypstInline, { t: 'link' }>,
  to: Manuscript,
  face: Face,
  blank: number,
): ParagraphChild[] {
  const children = runs(c, to, { ...face, style: 'Hyperlink' }, blank);
  const shown = new ExternalHyperlink({ link: href, children });
  const written = unbroken(
    c.map((part) => (typeof part === 'string' ? part : 's' in part ? part.s : '')).join(''),
  );
  return written === href ? [shown] : [shown, new FootnoteReferenceRun(to.footnote(href))];
}

/** Blocks as paragraphs and tables, one under the other. */
export function pieces(blocks: readonly TypstBlock[], to: Manuscript, setting: Setting): Piece[] {
  const [first, ...rest] = blocks;
  const carries = setting.item || setting.tail || setting.lead;
  if (carries && first?.t !== 'p') return [paragraph([], to, setting), ...pieces(blocks, to, under(setting))];
  if (!first) return [];
  return [...onePiece(first, to, setting), ...rest.flatMap((block) => onePiece(block, to, under(setting)))];
}

/** What comes after the first paragraph: no number, no mark, and no room above. */
function under({ item: _, tail: _tail, lead: _lead, hang = 0, ...first }: Setting): Setting {
  const setting = { ...first, left: first.left + hang };
  return setting.style === 'Question' ? { ...setting, style: 'More' } : setting;
}

function onePiece(block: TypstBlock, to: Manuscript, setting: Setting): Piece[] {
  switch (block.t) {
    case 'p':
      return [paragraph(block.c, to, setting)];
    case 'list': {
      const list = block.ordered ? to.countedFrom(block.start) : to.list('dashes');
      const inside = { ...setting, style: 'Cell', left: setting.left + hangOf(list.reference, to.page) };
      return block.items.flatMap((item) => pieces(item, to, { ...inside, item: list }));
    }
    case 'table':
      return [dataTable(block, to, setting), gap];
    case 'pre':
      return [listing(unbroken(block.s), setting)];
  }
}

function paragraph(nodes: readonly TypstInline[], to: Manuscript, setting: Setting): Piece {
  const { style, right = 0, item, tail = [], width, blank, face, lead = [], hang = 0 } = setting;
  const left = setting.left + hang;
  const hanging = hang + (item ? hangOf(item.reference, to.page) : 0);
  const tabStops = [
    ...(item && hang > 0 ? [{ type: 'left' as const, position: setting.left }] : []),
    ...(tail.length > 0 ? [{ type: 'right' as const, position: width }] : []),
  ];
  const [only] = nodes;
  const alone = nodes.length === 1 && lead.length + tail.length === 0 && typeof only === 'object';
  const shown =
    alone && only?.t === 'math' && only.display && only.c
      ? [displayed(only.c)]
      : runs(nodes, to, face, blank);
  const children = [...lead, ...shown, ...tail];
  return (keepNext) =>
    new Paragraph({
      ...{ style, keepNext, children, indent: { left, right, ...(hanging > 0 ? { hanging } : {}) } },
      ...(item ? { numbering: item } : {}),
      // Lines with blanks stand farther apart, to write in.
      ...(blank === undefined ? {} : { spacing: { line: 380 } }),
      ...(tabStops.length > 0 ? { tabStops } : {}),
    });
}

const listing =
  (code: string, { left, right = 0 }: Setting): Piece =>
  (keepNext) =>
    new Paragraph({
      ...{ style: 'Listing', keepNext, indent: { left: left + mm(2), right } },
      children: code.split('\n').map((text, at) => new TextRun({ text, ...(at > 0 ? { break: 1 } : {}) })),
    });
