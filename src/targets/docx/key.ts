import { Paragraph, type Table, TextRun } from 'docx';
import type { TypstBlock } from '../../typst/markup.ts';
import type { KeyData, KeyEntry, KeyVersion } from '../../view/key.ts';
import { glance } from './key-tables.ts';
import { faint, hangOf, heavyLine, mm } from './look.ts';
import {
  atRight,
  faintRun,
  type ListItem,
  type Manuscript,
  type Piece,
  tab,
  whole,
  worthRun,
} from './manuscript.ts';
import { pieces, runs, type Setting } from './text.ts';

/** A version's answers in the order of its paper; each version begins a page. */
export function keyParagraphs(data: KeyData, version: KeyVersion, to: Manuscript): (Paragraph | Table)[] {
  const { words, title, sources } = data;
  const { line } = to.page;
  const heading = `${words.answerKey}, ${words.version} ${version.letter}`;
  const numbers = to.list('questions');
  return [
    new Paragraph({
      ...{ style: 'Deck', keepNext: true, children: runs(title, to) },
      pageBreakBefore: data.grids.length > 0 || version !== data.versions[0],
    }),
    new Paragraph({
      ...{ heading: 'Heading1', border: { bottom: heavyLine }, tabStops: atRight(line) },
      children: [new TextRun(heading), tab(), worthRun(version.points)],
    }),
    ...(version.glance.length > 0 ? [glance(version.glance, line)(false)] : []),
    ...(version.balance === '' ? [] : [told(version.balance)]),
    ...sources.map(({ full }) => told(`¶: ${full}`)),
    ...version.sections.flatMap((section) => [
      ...(section.title ? [new Paragraph({ heading: 'Heading2', children: runs(section.title, to) })] : []),
      ...section.entries.flatMap((entry) => whole(entryPieces(entry, to, numbers))),
    ]),
  ];
}

const told = (text: string): Paragraph =>
  new Paragraph({ style: 'Origin', spacing: { before: mm(3) }, children: [new TextRun(text)] });

function entryPieces(entry: KeyEntry, to: Manuscript, item: ListItem): Piece[] {
  const { why, cites, id, reasons = [] } = entry;
  const below = { left: to.page.number, width: to.page.line };
  const origin = [...cites.map(cited), ''].join(' · ');
  const children = [new TextRun(origin), new TextRun({ text: id, font: 'Consolas', size: 15, color: faint })];
  const from: Piece = (keepNext) =>
    new Paragraph({ style: 'Origin', keepNext, indent: { left: to.page.number }, children });
  return [
    ...answerPieces(entry, to, item, below),
    ...reasons.flatMap(({ letter, text }) =>
      pieces(text, to, { ...below, style: 'Reason', lead: bold(`${letter}\u2002`) }),
    ),
    ...pieces(why, to, { ...below, style: 'Reason' }),
    from,
  ];
}

const cited = ({ mark, paragraph, quote }: KeyEntry['cites'][number]): string =>
  [[mark, paragraph].filter((part) => part !== '').join(', '), quote === '' ? '' : `“${quote}”`]
    .filter((part) => part !== '')
    .join(' ');

const bold = (text: string): TextRun[] => [new TextRun({ text, bold: true })];

/** The mark, then the answer in words: on one line where it is short, under each other with points for a rubric. */
function answerPieces(
  entry: KeyEntry,
  to: Manuscript,
  item: ListItem,
  below: Omit<Setting, 'style'>,
): Piece[] {
  const { mark, texts, points, worth, note } = entry;
  const noted = note === undefined ? [] : [new TextRun({ text: `${note}: `, italics: true })];
  const lead = [...noted, ...(mark === '' ? [] : bold(`${mark}\u2002`))];
  const first = {
    ...below,
    style: 'Question',
    item,
    lead,
    tail: [tab(), faintRun(worth)],
  };
  if (points) {
    const dashes = to.list('dashes');
    const criteria = texts.flatMap((text, at) =>
      pieces(text, to, {
        ...{ style: 'Cell', left: to.page.number + hangOf('dashes', to.page), width: to.page.line },
        ...{ item: dashes, tail: [tab(), new TextRun((points[at] ?? '').replaceAll(' ', '\u00a0'))] },
      }),
    );
    return [...pieces([{ t: 'p', c: [] }], to, first), ...criteria];
  }
  const line = oneLine(texts);
  if (line) return pieces([line], to, first);
  return [
    ...pieces(texts[0] ?? [], to, first),
    ...texts.slice(1).flatMap((text) => pieces(text, to, { ...below, style: 'More' })),
  ];
}

/** Texts of one paragraph each as one paragraph. */
function oneLine(texts: readonly (readonly TypstBlock[])[]): TypstBlock | undefined {
  const paragraphs = texts.flatMap((text) => (text.length === 1 && text[0]?.t === 'p' ? [text[0].c] : []));
  if (paragraphs.length < texts.length) return undefined;
  return { t: 'p', c: paragraphs.flatMap((inlines, at) => (at === 0 ? inlines : [' · ', ...inlines])) };
}
