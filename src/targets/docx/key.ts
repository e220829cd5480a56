import { type FileChild, Paragraph, TextRun } from 'docx';
import type { Block, Inline, Tree } from '../../text/tree.ts';
import type { KeyEntry, KeyVersion, KeyView } from '../../view/key.ts';
import { heavyLine } from './borders.ts';
import { glance, idRun } from './key-tables.ts';
import { hangOf, type ListItem } from './lists.ts';
import { mm } from './page.ts';
import { runs, type Setting } from './runs.ts';
import { pieces } from './text.ts';
import {
  atRight,
  boldRun,
  faintRun,
  type Piece,
  piece,
  tab,
  unbroken,
  type WordDocument,
  whole,
  worthRun,
} from './word-document.ts';

/** A version's answers in the order of its paper; each version begins a page. */
export function keyParagraphs(view: KeyView, version: KeyVersion, to: WordDocument): FileChild[] {
  const { words, title, sources } = view;
  const { line } = to.page;
  const heading = `${words.answerKey}, ${words.version} ${version.letter}`;
  const numbers = to.list('questions');
  return [
    new Paragraph({
      style: 'Deck',
      keepNext: true,
      children: runs(title, to),
      pageBreakBefore: view.grids.length > 0 || version !== view.versions[0],
    }),
    new Paragraph({
      heading: 'Heading1',
      border: { bottom: heavyLine },
      tabStops: atRight(line),
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

function entryPieces(entry: KeyEntry, to: WordDocument, item: ListItem): Piece[] {
  const { why, cites, id, reasons = [] } = entry;
  const below = { left: to.page.number, width: to.page.line };
  const origin = [...cites.map(cited), ''].join(' · ');
  const children = [new TextRun(origin), idRun(id)];
  const from = piece({ style: 'Origin', indent: { left: to.page.number }, children });
  return [
    ...answerPieces(entry, to, item, below),
    ...reasons.flatMap(({ letter, text }) =>
      pieces(text, to, { ...below, style: 'Reason', lead: [boldRun(`${letter}\u2002`)] }),
    ),
    ...pieces(why, to, { ...below, style: 'Reason' }),
    from,
  ];
}

const cited = ({ place, quote }: KeyEntry['cites'][number]): string =>
  [place, quote && `“${quote}”`].filter((part) => part !== '').join(' ');

/** The mark, then the answer in words: on one line where it is short, under each other with points for a rubric. */
function answerPieces(
  entry: KeyEntry,
  to: WordDocument,
  item: ListItem,
  below: Omit<Setting, 'style'>,
): Piece[] {
  const { mark, texts, points, worth, note } = entry;
  const noted = note === undefined ? [] : [new TextRun({ text: `${note}: `, italics: true })];
  const lead = [...noted, ...(mark === '' ? [] : [boldRun(`${mark}\u2002`)])];
  const first = { ...below, style: 'Question', item, lead, tail: [tab(), faintRun(worth)] };
  if (points) {
    const dashes = to.list('dashes');
    const setting = {
      style: 'Cell',
      left: to.page.number + hangOf('dashes', to.page),
      width: to.page.line,
      item: dashes,
    };
    const criteria = texts.flatMap((text, at) => {
      const earned = points.slice(at, at + 1).map((each) => new TextRun(unbroken(each)));
      return pieces(text, to, { ...setting, tail: [tab(), ...earned] });
    });
    return [...pieces([], to, first), ...criteria];
  }
  const line = oneLine(texts);
  if (line) return pieces([line], to, first);
  return texts.flatMap((text, at) => pieces(text, to, at === 0 ? first : { ...below, style: 'More' }));
}

/** Texts of one paragraph each as one paragraph. */
function oneLine(texts: readonly Tree[]): Block | undefined {
  const paragraphs = texts.flatMap(([first, ...others]) =>
    first?.type === 'paragraph' && others.length === 0 ? [first.children] : [],
  );
  if (paragraphs.length < texts.length) return undefined;
  const between: Inline = { type: 'text', text: ' · ' };
  const children = paragraphs.flatMap((inlines, at) => (at === 0 ? inlines : [between, ...inlines]));
  return { type: 'paragraph', children };
}
