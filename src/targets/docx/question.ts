import { type FileChild, TextRun } from 'docx';
import type { Picture } from '../../bank/question.ts';
import type { Tree } from '../../text/tree.ts';
import type { PaperBlock, PaperPassage, PaperPool, PaperQuestion } from '../../view/paper.ts';
import type { Layout } from '../../view/space.ts';
import { heavyLine, noFrame } from './borders.ts';
import type { ListItem } from './lists.ts';
import { mm } from './page.ts';
import { largePicture } from './picture.ts';
import { lettered, letterLine, matchWidths, spacePieces } from './space.ts';
import { sideBySide } from './table.ts';
import { instructions, pieces } from './text.ts';
import {
  gap,
  keptWithNext,
  markRun,
  type Piece,
  piece,
  tab,
  type WordDocument,
  whole,
} from './word-document.ts';

/** A question, a pool of terms or a passage; `numbers` is the list that counts through the paper. */
export function blockParagraphs(block: PaperBlock, to: WordDocument, numbers: ListItem): FileChild[] {
  switch (block.t) {
    case 'question':
      return question(block, to, numbers);
    case 'pool':
      return whole(pool(block, to, numbers));
    case 'passage':
      return passage(block, to);
  }
}

function question(asked: PaperQuestion, to: WordDocument, numbers: ListItem): FileChild[] {
  const { stem, picture, covers = [], note, blank, space, points } = asked;
  const width = to.page.column;
  const head = [
    ...pieces(stem, to, {
      style: 'Question',
      left: to.page.number,
      width,
      blank,
      item: numbers,
      tail: [tab(), markRun(points)],
    }),
    ...(picture ? [pictured(picture, covers, to)] : []),
    ...(note === undefined ? [] : [noted(note, to)]),
  ];
  const room = spacePieces(space, to);
  // Lines that no page holds are a piece each; they break where the page ends.
  const breaks = space.t === 'lines' && room.length > 1;
  return breaks ? [...keptWithNext(head), ...room.map((make) => make(false))] : whole([...head, ...room]);
}

function pictured(
  picture: Picture,
  covers: NonNullable<Layout['covers']>,
  to: WordDocument,
  left = to.page.number,
): Piece {
  const shown = largePicture(picture, covers, to, to.page.column - left);
  return piece({ style: 'Option', indent: { left }, children: [shown] });
}

const noted = (text: string, to: WordDocument): Piece =>
  piece({ style: 'Note', indent: { left: to.page.number }, children: [new TextRun(text)] });

/** Terms, each with a line for the letter of its meaning, and the meanings: side by side where there is room. */
function pool({ terms, meanings, points }: PaperPool, to: WordDocument, item: ListItem): Piece[] {
  const { column, stacked } = to.page;
  const termPieces = (width: number) =>
    terms.flatMap(({ text }) =>
      pieces(text, to, { style: 'Option', left: to.page.number, item, ...letterLine(to.page), width }),
    );
  const mark = piece({ style: 'Option', alignment: 'right', children: [markRun(points)] });
  const above = piece({ style: 'Gap', spacing: { before: mm(3) } });
  const room = column - to.page.points;
  if (stacked) {
    const row = [{ pieces: termPieces(room) }, { pieces: [mark] }];
    const table = sideBySide(0, [room, to.page.points], [row]);
    return [above, table, gap, ...lettered(meanings, to, to.page.number, column)];
  }
  const widths = matchWidths(room);
  const row = [
    { pieces: termPieces(widths[0]) },
    { pieces: lettered(meanings, to, 0, widths[1]) },
    { pieces: [mark] },
  ];
  return [above, sideBySide(0, [...widths, to.page.points], [row])];
}

/** What the questions after it are about, set off by a rule at its side. */
function passage({ prompt, title, text, picture, long }: PaperPassage, to: WordDocument): FileChild[] {
  const width = to.page.column - mm(4);
  const inside = { left: mm(3), width };
  const rule = { ...noFrame, left: { ...heavyLine, color: 'B0B0B0' } };
  const named: Tree = title.length > 0 ? [{ type: 'paragraph', children: title }] : [];
  const body = [
    ...pieces(named, to, { ...inside, style: 'Option', face: { bold: true } }),
    ...(picture ? [pictured(picture, [], to, mm(3))] : []),
    ...pieces(text, to, { ...inside, style: 'More' }),
  ];
  const above = piece({ style: 'Gap', spacing: { before: mm(4) } });
  const box = sideBySide(mm(1), [width], [[{ pieces: body, borders: rule }]], { splits: long });
  return keptWithNext([above, ...instructions(prompt, to, 'Instructions', to.page.column), box, gap]);
}
