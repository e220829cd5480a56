import { parseMarkdown } from '../text/markdown.ts';
import { toPlain } from '../text/plain.ts';
import { deletionsOf, type Tree } from '../text/tree.ts';
import { type TypstBlock, type TypstInline, toTypst } from '../typst/markup.ts';
import type { Pictures } from './pictures.ts';

/** Markdown as one line of plain text. */
export const plainText = (markdown: string): string => toPlain(parseMarkdown(markdown));

/** The texts of one quiz as data for the templates; each is read once, however many versions print it. */
export class Texts {
  readonly #pictures: Pictures;
  readonly #read = new Map<string, TypstBlock[]>();

  constructor(pictures: Pictures) {
    this.#pictures = pictures;
  }

  /** A text in paragraphs, lists and tables. */
  blocks(markdown: string): readonly TypstBlock[] {
    return this.#cached(markdown, false);
  }

  /** A cloze text with its blanks. */
  clozeBlocks(markdown: string): readonly TypstBlock[] {
    return this.#cached(markdown, true);
  }

  /** A text for one line, such as a title. */
  line(markdown: string): readonly TypstInline[] {
    return this.blocks(markdown).flatMap((block, at) => {
      const inlines = block.t === 'p' ? block.c : [plainText(markdown)];
      return at === 0 ? inlines : [' ', ...inlines];
    });
  }

  /** A text with words before it: "Explain: Labour aristocracy". */
  led(lead: string, markdown: string): readonly TypstBlock[] {
    return [{ t: 'p', c: [`${lead} `, { t: 'strong', c: [...this.line(markdown)] }] }];
  }

  /** What a cloze text's blanks hide, in reading order. */
  deleted(markdown: string): TypstBlock[][] {
    const deletions = deletionsOf(parseMarkdown(markdown, { deletions: true }));
    return deletions.map(({ children }) => this.#data([{ type: 'paragraph', children }]));
  }

  #cached(markdown: string, deletions: boolean): TypstBlock[] {
    const key = `${deletions ? 'cloze' : 'text'} ${markdown}`;
    const known = this.#read.get(key);
    if (known) return known;
    const data = this.#data(parseMarkdown(markdown, { deletions }));
    this.#read.set(key, data);
    return data;
  }

  #data(tree: Tree): TypstBlock[] {
    return toTypst(tree, { image: (src) => this.#pictures.path(src) });
  }
}
