import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  type IRunOptions,
  type ParagraphChild,
  TextRun,
} from 'docx';
import { onOneLine } from '../../text/breaks.ts';
import { parseMaths } from '../../text/maths.ts';
import type { Inline } from '../../text/tree.ts';
import type { ListItem } from './lists.ts';
import { formula } from './omml.ts';
import { inlinePicture } from './picture.ts';
import { blankLine, usualBlank, type WordDocument } from './word-document.ts';

/** How a run looks, handed down from what it stands in. */
export type Face = Pick<IRunOptions, 'bold' | 'italics' | 'subScript' | 'superScript' | 'style'>;

/** How a text stands on the page; lengths in twips. */
export interface Setting {
  readonly style: string;
  readonly left: number;
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
