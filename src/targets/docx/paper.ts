import { Footer, Header, PageNumber, Paragraph, type ParagraphChild, type Table, TextRun } from 'docx';
import type { PaperSection, PaperVersion } from '../../view/paper.ts';
import { thinLine } from './look.ts';
import { atRight, type ListItem, type Manuscript, sticky, tab, worthRun } from './manuscript.ts';
import { blockParagraphs } from './question.ts';
import { pieces, runs } from './text.ts';

/** All sections of a version; questions count on from one to the next. */
export function versionParagraphs(version: PaperVersion, to: Manuscript): (Paragraph | Table)[] {
  const numbers = to.list('questions');
  return version.sections.flatMap((section) => sectionParagraphs(section, to, numbers));
}

function sectionParagraphs(section: PaperSection, to: Manuscript, numbers: ListItem): (Paragraph | Table)[] {
  const { title, points, direction, blocks } = section;
  const told = pieces(direction, to, {
    ...{ style: 'Instructions', left: 0, width: to.page.column, face: { italics: true } },
  });
  return [
    ...(title ? [sectionHeading(runs(title, to), points, to.page.column)] : []),
    ...sticky(told),
    ...blocks.flatMap((block) => blockParagraphs(block, to, numbers)),
  ];
}

/** A section's title, what it is worth at the right. */
export const sectionHeading = (title: readonly ParagraphChild[], points: string, width: number): Paragraph =>
  new Paragraph({
    ...{ heading: 'Heading2', border: { bottom: thinLine }, tabStops: atRight(width) },
    children: [...title, tab(), worthRun(points)],
  });

/** The head of every page but the first, and the foot of all: "Version A", "Page 2 of 3". */
export function runningParts(title: readonly ParagraphChild[], version: string, to: Manuscript) {
  const { words, page } = to;
  const style = { style: 'Running', tabStops: atRight(page.line) };
  const head = new Paragraph({
    ...{ ...style, border: { bottom: thinLine }, children: [...title, tab(), new TextRun(version)] },
  });
  const foot = () =>
    new Paragraph({ ...style, children: [new TextRun(version), tab(), pageCount(words.pageOf)] });
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
