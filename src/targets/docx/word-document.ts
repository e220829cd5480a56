import {
  type FileChild,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Tab,
  type Table,
  type TabStopDefinition,
  TextRun,
} from 'docx';
import { present } from '../../text/present.ts';
import type { DocumentHead } from '../../view/document.ts';
import { type ListItem, ticks } from './lists.ts';
import { type Page, pageOf } from './page.ts';
import type { WordPicture } from './raster.ts';

/** A paragraph or table that does not know yet whether it must stay on the page of what comes after it. */
export type Piece = (keepNext: boolean) => Paragraph | Table;

export const piece =
  (paragraph: IParagraphOptions): Piece =>
  (keepNext) =>
    new Paragraph({ ...paragraph, keepNext });

/** Pieces that stay on one page, if it holds them. */
export const whole = (pieces: readonly Piece[]): FileChild[] =>
  pieces.map((make, at) => make(at < pieces.length - 1));

/** Pieces of which each stays on the page of what comes after it, the last one too. */
export const keptWithNext = (pieces: readonly Piece[]): FileChild[] => pieces.map((make) => make(true));

/** A Word document in the making: what its body refers to and its other parts hold. */
export class WordDocument {
  readonly head: DocumentHead;
  readonly page: Page;
  readonly footnotes: Record<string, { children: Paragraph[] }> = {};
  /** The numbers at which lists within texts begin. */
  readonly starts = new Set<number>();
  /** Labels that no list of Word's can count to. */
  readonly labels = new Set<string>();
  readonly #pictures: ReadonlyMap<string, WordPicture>;
  #lists = 0;

  /** @param pictures by their files in the bank */
  constructor(head: DocumentHead, pictures: ReadonlyMap<string, WordPicture>) {
    this.head = head;
    this.page = pageOf(head);
    this.#pictures = pictures;
  }

  /** A picture of the bank. */
  picture(file: string): WordPicture {
    return present(this.#pictures.get(file), `picture "${file}" among those that were read`);
  }

  /** A list that begins anew; each of its paragraphs takes the item. */
  list(reference: string): ListItem {
    return { reference, instance: this.#lists++, level: 0 };
  }

  /**
   * The item of a lettered list for a text of that letter. Past Z Word counts AA, BB, CC, and the papers AA, AB, AC:
   * those letters are the whole label of a list of their own.
   */
  lettered(list: ListItem, letter: string): ListItem {
    if (letter.length === 1) return list;
    const label = `${ticks[list.reference] ?? ''}${letter}`;
    this.labels.add(label);
    return this.list(`label ${label}`);
  }

  /** A list within a text, which may begin with any number. */
  countedFrom(start: number): ListItem {
    this.starts.add(start);
    return this.list(`from-${start}`);
  }

  /** Writes a footnote and gives its number. */
  footnote(text: string): number {
    const number = Object.keys(this.footnotes).length + 1;
    this.footnotes[number] = {
      children: [new Paragraph({ style: 'FootnoteText', children: [new TextRun(text)] })],
    };
    return number;
  }
}

/** The length of a blank that is not told, in millimetres. */
export const usualBlank = 25;

/** A line to write on within a sentence, so many millimetres long; an underscore of this font is two long. */
export const blankLine = (millimetres: number): string =>
  '_'.repeat(Math.max(5, Math.round(millimetres / 2)));

/** What Word needs after a table, lest it grows together with the next one. */
export const gap = piece({ style: 'Gap' });

/** Goes to the next stop of the paragraph. */
export const tab = (): ParagraphChild => new TextRun({ children: [new Tab()] });

/** Runs on one line with a mark at its right end, where a tab brings it; with an underscore, a tab draws a line there. */
export const atRight = (position: number, leader?: 'underscore'): TabStopDefinition[] => [
  { type: 'right', position, ...(leader ? { leader } : {}) },
];

export const faintRun = (text: string): ParagraphChild => new TextRun({ text, style: 'Faint' });

export const boldRun = (text: string): ParagraphChild => new TextRun({ text, bold: true });

/** An amount and its unit on one line. */
export const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');

/** What a section or a version is worth, in one piece and with a gap before it. */
export const worthRun = (points: string): ParagraphChild => faintRun(`\u00a0\u00a0${unbroken(points)}`);

/** "____/2": where a mark is written. */
export const markRun = (points: string): ParagraphChild => faintRun(`____/${points}`);
