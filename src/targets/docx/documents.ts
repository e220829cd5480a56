import {
  Document,
  type ISectionOptions,
  type ISectionPropertiesOptions,
  Packer,
  SectionType,
  TextRun,
} from 'docx';
import type { Bank } from '../../bank/bank.ts';
import { below, type OutputFile } from '../../files/output-file.ts';
import type { DocumentHead } from '../../view/document.ts';
import type { KeyView } from '../../view/key.ts';
import { type PaperVersion, type PaperView, versionTitle } from '../../view/paper.ts';
import type { Prints } from '../../view/prints.ts';
import type { Workshop } from '../target.ts';
import { headParagraphs } from './head.ts';
import { keyParagraphs } from './key.ts';
import { gridParagraphs } from './key-tables.ts';
import { numberingFor } from './lists.ts';
import { repack } from './package.ts';
import { type Page, pageOf } from './page.ts';
import { runningParts, versionParagraphs } from './paper.ts';
import { type WordPicture, withDrawings } from './raster.ts';
import { runs } from './runs.ts';
import { stylesFor } from './styles.ts';
import { WordDocument } from './word-document.ts';

/**
 * The papers of a quiz and its key as Word files, below the bank's folder: A.docx, B.docx, …, key.docx, and the papers of each
 * edition. They show what the PDFs show; numbers and letters are Word's lists. The same prints give the same bytes.
 */
export async function wordFiles(
  bank: Bank,
  prints: Prints,
  drawSvg: Workshop['drawSvg'],
): Promise<OutputFile[]> {
  const pictures = await withDrawings(prints.pictures, drawSvg);
  const files: OutputFile[] = [];
  const write = async (name: string, document: Document, { direction }: DocumentHead): Promise<void> => {
    const bytes = repack(new Uint8Array(await Packer.toArrayBuffer(document)), direction);
    files.push(below(prints.folder, { path: `${name}.docx`, bytes }));
  };
  for (const { folder, papers } of prints.editions)
    for (const version of papers.versions)
      await write(folder + version.letter, paperDocument(bank, papers, version, pictures), papers);
  const key = prints.key();
  await write('key', keyDocument(bank, key, pictures), key);
  return files;
}

type Pictures = ReadonlyMap<string, WordPicture>;

function paperDocument(bank: Bank, view: PaperView, version: PaperVersion, pictures: Pictures): Document {
  const to = new WordDocument(pageOf(view, view.columns), view.words, pictures);
  const head = headParagraphs(view, version, to);
  const body = versionParagraphs(version, to);
  const title = versionTitle(view, version);
  const running = runningParts(runs(view.title, to), `${view.words.version} ${version.letter}`, to);
  const properties = pageProperties(to.page);
  if (view.columns === 1)
    return documentOf(bank, title, view, to, [{ ...running, properties, children: [...head, ...body] }]);
  // The title stands across the columns, in a section of its own on the same page.
  const { headers, footers } = running;
  return documentOf(bank, title, view, to, [
    { ...running, properties, children: head },
    {
      headers: { default: headers.default },
      footers: { default: footers.default },
      properties: {
        ...properties,
        titlePage: false,
        type: SectionType.CONTINUOUS,
        column: { count: 2, space: to.page.gutter },
      },
      children: body,
    },
  ]);
}

function keyDocument(bank: Bank, view: KeyView, pictures: Pictures): Document {
  const to = new WordDocument(pageOf(view, 1), view.words, pictures);
  const children = [
    ...gridParagraphs(view, to),
    ...view.versions.flatMap((version) => keyParagraphs(view, version, to)),
  ];
  const running = runningParts([...runs(view.title, to), new TextRun(`: ${view.words.answerKey}`)], '', to);
  return documentOf(bank, view.documentTitle, view, to, [
    { ...running, properties: pageProperties(to.page), children },
  ]);
}

const pageProperties = ({ width, height, top, bottom, side }: Page): ISectionPropertiesOptions => ({
  titlePage: true,
  page: {
    size: { width, height },
    margin: { top, bottom, left: side, right: side, header: 560, footer: 560, gutter: 0 },
  },
});

function documentOf(
  { authors, language }: Bank,
  title: string,
  { direction }: DocumentHead,
  to: WordDocument,
  sections: readonly ISectionOptions[],
): Document {
  const creator = authors.join(', ') || 'Recto Verso';
  return new Document({
    title,
    creator,
    lastModifiedBy: creator,
    sections,
    styles: stylesFor(to.page, language, direction),
    numbering: numberingFor(to.page, to.starts, to.labels),
    footnotes: to.footnotes,
    compatibility: { version: 15 },
  });
}
