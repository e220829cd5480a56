import {
  Document,
  type ISectionOptions,
  type ISectionPropertiesOptions,
  Packer,
  SectionType,
  TextRun,
} from 'docx';
import type { Bank } from '../../bank/bank.ts';
import type { Sheet } from '../../view/document.ts';
import type { KeyData } from '../../view/key.ts';
import type { PaperData, PaperVersion } from '../../view/paper.ts';
import { type QuizCopy, versionTitle } from '../../view/print.ts';
import type { QuizFile } from '../prints/prints.ts';
import { headParagraphs } from './head.ts';
import { keyParagraphs } from './key.ts';
import { gridParagraphs } from './key-tables.ts';
import { numberingFor, type Page, pageOf, stylesFor } from './look.ts';
import { Manuscript } from './manuscript.ts';
import { repack } from './package.ts';
import { runningParts, versionParagraphs } from './paper.ts';
import { type WordPicture, withDrawings } from './raster.ts';
import { runs } from './text.ts';

/**
 * The papers and the key as Word files: A.docx, B.docx, …, key.docx. They are made from the data of the PDFs, so that
 * questions, order and letters are the same; numbers and letters are Word's lists. The same data give the same bytes.
 */
export async function quizDocx({ bank, folder, papers, key, ...copy }: QuizCopy): Promise<QuizFile[]> {
  const pictures = await withDrawings(copy.pictures);
  const files: QuizFile[] = [];
  for (const version of papers.versions) {
    const document = paperDocument(bank, papers, version, pictures);
    files.push({ name: `${folder}${version.letter}.docx`, bytes: await packed(document, papers) });
  }
  if (key) {
    const document = keyDocument(bank, key, pictures);
    files.push({ name: `${folder}key.docx`, bytes: await packed(document, key) });
  }
  return files;
}

const packed = async (document: Document, { direction }: Sheet): Promise<Uint8Array> =>
  repack(await Packer.toBuffer(document), direction);

function paperDocument(
  bank: Bank,
  data: PaperData,
  version: PaperVersion,
  pictures: ReadonlyMap<string, WordPicture>,
): Document {
  const to = new Manuscript(pageOf(data, data.columns), data.words, pictures);
  const head = headParagraphs(data, version, to);
  const body = versionParagraphs(version, to);
  const title = versionTitle(data, version);
  const running = runningParts(runs(data.title, to), `${data.words.version} ${version.letter}`, to);
  const properties = pageProperties(to.page);
  if (data.columns === 1)
    return documentOf(bank, title, data, to, [{ ...running, properties, children: [...head, ...body] }]);
  // The title stands across the columns, in a section of its own on the same page.
  const column = { count: 2, space: to.page.gutter };
  return documentOf(bank, title, data, to, [
    { ...running, properties, children: head },
    {
      ...{ headers: { default: running.headers.default }, footers: { default: running.footers.default } },
      ...{
        properties: { ...pageProperties(to.page), titlePage: false, type: SectionType.CONTINUOUS, column },
      },
      children: body,
    },
  ]);
}

function keyDocument(bank: Bank, data: KeyData, pictures: ReadonlyMap<string, WordPicture>): Document {
  const to = new Manuscript(pageOf(data, 1), data.words, pictures);
  const children = [
    ...gridParagraphs(data, to),
    ...data.versions.flatMap((version) => keyParagraphs(data, version, to)),
  ];
  const running = runningParts([...runs(data.title, to), new TextRun(`: ${data.words.answerKey}`)], '', to);
  return documentOf(bank, data.documentTitle, data, to, [
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
  bank: Bank,
  title: string,
  { direction }: Sheet,
  to: Manuscript,
  sections: readonly ISectionOptions[],
): Document {
  const creator = bank.authors.join(', ') || 'Recto Verso';
  return new Document({
    ...{ title, creator, lastModifiedBy: creator, sections },
    styles: stylesFor(to.page, bank.language, direction),
    numbering: numberingFor(to.page, to.starts, to.labels),
    footnotes: to.footnotes,
    compatibility: { version: 15 },
  });
}
