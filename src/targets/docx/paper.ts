import { type FileChild, Footer, Header, PageNumber, Paragraph, type ParagraphChild, TextRun } from 'docx';
import type { PaperSection, PaperVersion } from '../../view/paper.ts';
import { thinLine } from './borders.ts';
import type { ListItem } from './lists.ts';
import { blockParagraphs } from './question.ts';
import { runs } from './runs.ts';
import { instructions } from './text.ts';
import { atRight, keptWithNext, tab, type WordDocument, worthRun } from './word-document.ts';

/** All sections of a version; questions count on from one to the next. */
export function versionParagraphs(version: PaperVersion, to: WordDocument): FileChild[] {
  const numbers = to.list('questions');
  return version.sections.flatMap((section) => sectionParagraphs(section, to, numbers));
}

function sectionParagraphs(section: PaperSection, to: WordDocument, numbers: ListItem): FileChild[] {
  const { title, points, direction, blocks } = section;
  return [
    ...(title ? [sectionHeading(runs(title, to), points, to.page.column)] : []),
    ...keptWithNext(instructions(direction, to, 'Instructions', to.page.column)),
    ...blocks.flatMap((block) => blockParagraphs(block, to, numbers)),
  ];
}

/** A section's title, what it is worth at the right. */
const sectionHeading = (title: readonly ParagraphChild[], points: string, width: number): Paragraph =>
  new Paragraph({
    heading: 'Heading2',
    border: { bottom: thinLine },
    tabStops: atRight(width),
    children: [...title, tab(), worthRun(points)],
  });

/** The head of every page but the first, and the foot of all: "Version A", "Page 2 of 3". */
export function runningParts(title: readonly ParagraphChild[], version: string, to: WordDocument) {
  const style = { style: 'Running', tabStops: atRight(to.page.line) };
  const head = new Paragraph({
    ...style,
    border: { bottom: thinLine },
    children: [...title, tab(), new TextRun(version)],
  });
  const foot = () =>
    new Paragraph({ ...style, children: [new TextRun(version), tab(), pageCount(to.head.words.pageOf)] });
  return {
    headers: {
      first: new Header({ children: [new Paragraph({})] }),
      default: new Header({ children: [head] }),
    },
    footers: { first: new Footer({ children: [foot()] }), default: new Footer({ children: [foot()] }) },
  };
}

/** "Page {page} of {pages}" with Word's fields, which count by themselves. */
function pageCount(pageOf: string): TextRun {
  const fields: Readonly<Record<string, string>> = {
    '{page}': PageNumber.CURRENT,
    '{pages}': PageNumber.TOTAL_PAGES,
  };
  const children = pageOf
    .split(/(\{pages?\})/)
    .filter((text) => text !== '')
    .map((text) => fields[text] ?? text);
  return new TextRun({ children });
}
