import { alreadyMarkup, type Content, el, type Markup, markup, onLines } from '../../text/markup.ts';
import type { Inline } from '../../text/tree.ts';
import type { DocumentHead } from '../../view/document.ts';

/** What the texts of a page need to know of it. */
export interface Page {
  /** Pictures as data URIs, by their files in the bank. */
  readonly pictures: ReadonlyMap<string, string>;
  /** What a screen reader says where a blank is. */
  readonly blank: string;
  /** How wide blanks are, in millimetres. */
  readonly blankWidth: number;
  /** The width of an option's line on paper, in em. */
  readonly room: number;
  /** What has been written of it: versions hold the same texts. */
  readonly written: WeakMap<readonly Inline[], Markup>;
}

/** The page of a document, with blanks of the usual width. */
export const pageOf = (head: DocumentHead, pictures: Page['pictures']): Page =>
  withBlanks({ pictures, blank: head.words.blank, room: roomOf(head) }, 25);

/** The page for texts whose blanks are so wide. */
export const withBlanks = (page: Omit<Page, 'blankWidth' | 'written'>, blankWidth: number): Page => ({
  ...page,
  blankWidth,
  written: new WeakMap(),
});

/** The width of an option's line by the page's columns and letters, in em. */
const roomOf = ({ columns, edition }: DocumentHead): number =>
  edition === 'large-print' ? 21 : edition === 'dyslexia' ? 32 : columns === 2 ? 17 : 36;

/** Nothing may be fetched and nothing may run, whatever a bank holds. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** A page as its file has it; `tag` stands in the margin of each sheet of paper. */
export function pageHtml(head: DocumentHead, tag: string, style: string, body: Content): string {
  const { language, direction, documentTitle, edition, columns } = head;
  const metadata = [
    el('meta', { charset: 'utf-8' }),
    el('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    el('meta', { name: 'viewport', content: 'width=device-width' }),
    el('title', {}, documentTitle),
    el('style', {}, alreadyMarkup(`\n${style}${margins(head, tag)}`)),
  ];
  const parts = [
    el('head', {}, onLines(metadata)),
    el('body', { class: `${edition} columns-${columns}` }, onLines([body])),
  ];
  return `<!DOCTYPE html>\n${markup(el('html', { lang: language, dir: direction }, onLines(parts)))}\n`;
}

/** The paper's size, and what stands in the margins of each sheet: title, version, "Page 1 of 2". */
function margins({ documentTitle, paper, words }: DocumentHead, tag: string): string {
  const pages = words.pageOf
    .split(/(\{pages?\})/)
    .map((part) =>
      part === '{page}' ? 'counter(page)' : part === '{pages}' ? 'counter(pages)' : cssString(part),
    );
  return `@page {
  size: ${paper === 'a4' ? 'A4' : 'letter'};
  @top-left { content: ${cssString(documentTitle)}; }
  @bottom-left { content: ${cssString(tag)}; }
  @bottom-right { content: ${pages.join(' ')}; }
}
`;
}

/** A string of CSS; all but letters and digits by their numbers, so that nothing ends it or the style sheet. */
const cssString = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N}]/gu, (sign) => `\\${Number(sign.codePointAt(0)).toString(16)} `)}"`;
