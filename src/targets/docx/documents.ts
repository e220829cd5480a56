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
import { headParagraphs } from './head.ts';
import { keyParagraphs } from './key.ts';
import { gridParagraphs } from './key-tables.ts';
import { numberingFor } from './lists.ts';
import { repack } from './package.ts';
import type { Page } from './page.ts';
import { runningParts, versionParagraphs } from './paper.ts';
import type { WordPicture } from './raster.ts';
import { runs } from './runs.ts';
import { stylesFor } from './styles.ts';
import { WordDocument } from './word-document.ts';

/**
 * The papers of a quiz and its key as Word files, below the bank's folder: A.docx, B.docx, …, key.docx, and the papers of each
 * edition. They show what the PDFs show; numbers and letters are Word's lists. The same prints give the same bytes.
 */
export async function wordFiles(
  { authors }: Bank,
  { folder, editions, key }: Prints,
  pictures: ReadonlyMap<string, WordPicture>,
): Promise<OutputFile[]> {
  const files: OutputFile[] = [];
  const write = async (name: string, head: DocumentHead, sectionsOf: (to: WordDocument) => Sections) => {
    const to = new WordDocument(head, pictures);
    const packed = await Packer.toArrayBuffer(documentOf(authors, to, sectionsOf(to)));
    const bytes = repack(new Uint8Array(packed), head.direction);
    files.push(below(folder, { path: `${name}.docx`, bytes }));
  };
  for (const edition of editions)
    for (const version of edition.papers.versions) {
      const view = { ...edition.papers, documentTitle: versionTitle(edition.papers, version) };
      await write(edition.folder + version.letter, view, (to) => paperSections(view, version, to));
    }
  const answers = { ...key(), columns: 1 as const };
  await write('key', answers, (to) => keySections(answers, to));
  return files;
}

type Sections = readonly ISectionOptions[];

function paperSections(view: PaperView, version: PaperVersion, to: WordDocument): Sections {
  const head = headParagraphs(view, version, to);
  const body = versionParagraphs(version, to);
  const running = runningParts(runs(view.title, to), `${view.words.version} ${version.letter}`, to);
  const properties = pageProperties(to.page);
  if (view.columns === 1) return [{ ...running, properties, children: [...head, ...body] }];
  const { headers, footers } = running;
  const column = { count: 2, space: to.page.gutter };
  return [
    // The title stands across the columns, in a section of its own on the same page.
    { ...running, properties, children: head },
    {
      headers: { default: headers.default },
      footers: { default: footers.default },
      properties: { ...properties, titlePage: false, type: SectionType.CONTINUOUS, column },
      children: body,
    },
  ];
}

function keySections(view: KeyView, to: WordDocument): Sections {
  const children = [
    ...gridParagraphs(view, to),
    ...view.versions.flatMap((version) => keyParagraphs(view, version, to)),
  ];
  const running = runningParts([...runs(view.title, to), new TextRun(`: ${view.words.answerKey}`)], '', to);
  return [{ ...running, properties: pageProperties(to.page), children }];
}

const pageProperties = ({ width, height, top, bottom, side }: Page): ISectionPropertiesOptions => ({
  titlePage: true,
  page: {
    size: { width, height },
    margin: { top, bottom, left: side, right: side, header: 560, footer: 560, gutter: 0 },
  },
});

function documentOf(authors: Bank['authors'], to: WordDocument, sections: Sections): Document {
  const creator = authors.join(', ') || 'Recto Verso';
  return new Document({
    title: to.head.documentTitle,
    creator,
    lastModifiedBy: creator,
    sections,
    styles: stylesFor(to.page, to.head),
    numbering: numberingFor(to.page, to.starts, to.labels),
    footnotes: to.footnotes,
    compatibility: { version: 15 },
  });
}
