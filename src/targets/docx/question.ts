import { Paragraph, type Table, TextRun } from 'docx';
import type { PaperPassage, PaperPool, PaperQuestion, PaperSection } from '../../view/paper.ts';
import { heavyLine, mm, noLine } from './look.ts';
import { gap, type ListItem, type Manuscript, markRuns, type Piece, sticky, whole } from './manuscript.ts';
import { largePicture } from './picture.ts';
import { lettered, letterLine, spacePieces } from './space.ts';
import { sideBySide } from './table.ts';
import { pieces } from './text.ts';

type PaperBlock = PaperSection['blocks'][number];

/** A question, a pool of terms or a passage; `numbers` is the list that counts through the paper. */
export function blockParagraphs(block: PaperBlock, to: Manuscript, numbers: ListItem): (Paragraph | Table)[] {
  switch (block.t) {
    case 'question':
      return question(block, to, numbers);
    case 'pool':
      return whole(pool(block, to, numbers));
    case 'passage':
      return passage(block, to);
  }
}

function question(asked: PaperQuestion, to: Manuscript, numbers: ListItem): (Paragraph | Table)[] {
  const { stem, picture, covers = [], note, blank, space, points } = asked;
  const width = to.page.column;
  const head = [
    ...pieces(stem, to, {
      ...{ style: 'Question', left: to.page.number, width, blank },
      ...{ item: numbers, tail: markRuns(points) },
    }),
    ...(picture ? [pictured(picture, covers, to)] : []),
    ...(note === undefined ? [] : [noted(note, to)]),
  ];
  const room = spacePieces(space, to);
  // Lines that no page holds are a piece each; they break where the page ends.
  const endless = space.t === 'lines' && room.length > 1;
  return endless ? [...sticky(head), ...room.map((piece) => piece(false))] : whole([...head, ...room]);
}

function pictured(
  picture: NonNullable<PaperQuestion['picture']>,
  covers: NonNullable<PaperQuestion['covers']>,
  to: Manuscript,
  left = to.page.number,
): Piece {
  const shown = largePicture(picture, covers, to, to.page.column - left);
  return (keepNext) => new Paragraph({ style: 'Option', keepNext, indent: { left }, children: [shown] });
}

const noted =
  (text: string, to: Manuscript): Piece =>
  (keepNext) =>
    new Paragraph({
      style: 'Note',
      keepNext,
      indent: { left: to.page.number },
      children: [new TextRun(text)],
    });

/** Terms, each with a line for the letter of its meaning, and the meanings: side by side where there is room. */
function pool({ terms, meanings, points }: PaperPool, to: Manuscript, item: ListItem): Piece[] {
  const { column, stacked } = to.page;
  const termPieces = (width: number) =>
    terms.flatMap(({ text }) =>
      pieces(text, to, { style: 'Option', left: to.page.number, item, ...letterLine(to.page), width }),
    );
  const mark: Piece = (keepNext) =>
    new Paragraph({ style: 'Option', keepNext, alignment: 'right', children: markRuns(points).slice(1) });
  const above: Piece = (keepNext) => new Paragraph({ style: 'Gap', keepNext, spacing: { before: mm(3) } });
  const room = column - to.page.points;
  if (stacked) {
    const row = [{ pieces: termPieces(room) }, { pieces: [mark] }];
    const table = sideBySide(0, [room, to.page.points], [row]);
    return [above, table, gap, ...lettered(meanings, to, to.page.number, column)];
  }
  const widths = [Math.round(room * 0.42), Math.round(room * 0.58)] as const;
  const row = [
    { pieces: termPieces(widths[0]) },
    { pieces: lettered(meanings, to, 0, widths[1]) },
    { pieces: [mark] },
  ];
  return [above, sideBySide(0, [...widths, to.page.points], [row])];
}

/** What the questions after it are about, set off by a rule at its side. */
function passage(
  { prompt, title, text, picture, long }: PaperPassage,
  to: Manuscript,
): (Paragraph | Table)[] {
  const width = to.page.column - mm(4);
  const inside = { left: mm(3), width };
  const rule = { top: noLine, bottom: noLine, right: noLine, left: { ...heavyLine, color: 'B0B0B0' } };
  const body = [
    ...(title.length > 0
      ? pieces([{ t: 'p', c: [...title] }], to, { ...inside, style: 'Option', face: { bold: true } })
      : []),
    ...(picture ? [pictured(picture, [], to, mm(3))] : []),
    ...pieces(text, to, { ...inside, style: 'More' }),
  ];
  const above: Piece = (keepNext) => new Paragraph({ style: 'Gap', keepNext, spacing: { before: mm(4) } });
  const told = pieces(prompt, to, {
    style: 'Instructions',
    left: 0,
    width: to.page.column,
    face: { italics: true },
  });
  const box = sideBySide(mm(1), [width], [[{ pieces: body, borders: rule }]], { splits: long });
  return sticky([above, ...told, box, gap]);
}
