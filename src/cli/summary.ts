import { join } from 'node:path';
import stringWidth from 'string-width';
import { answered } from '../bank/question.ts';
import { reportChanges } from './changes.ts';
import type { Built } from './commands/build.ts';
import { painter, type Terminal } from './terminal.ts';

/** A short table of what was written: how many questions, notes, cards and pages, and how long it took. */
export function summary(
  built: readonly Built[],
  out: string,
  milliseconds: number,
  terminal: Pick<Terminal, 'color' | 'columns'>,
): string {
  const paint = painter(terminal.color);
  const rows = [
    ['', 'questions', 'notes', 'cards', 'pages', 'size'],
    ...built.flatMap((each) => rowsOf(each, out)),
  ];
  const widths =
    rows[0]?.map((_cell, at) => Math.max(...rows.map((row) => stringWidth(row[at] ?? '')))) ?? [];
  const lines = rows.map((row, at) => {
    const cells = row.map((cell, column) =>
      column === 0 ? pad(cell, widths[0], false) : pad(cell, widths[column], true),
    );
    const line = cells.join('  ').trimEnd();
    return at === 0 ? paint.dim(line) : line;
  });
  const learners = built.flatMap(({ bank, deck }) =>
    deck ? [reportChanges(bank.id, deck.changes, deck.cards, terminal.columns)] : [],
  );
  return `${[...lines, '', ...learners, `Done in ${(milliseconds / 1000).toFixed(1)} s.`].join('\n')}\n`;
}

function rowsOf({ bank, deck, papers, flashcards, files }: Built, out: string): string[][] {
  const folder = join(out, bank.id);
  const sizeOf = (prefix: string) =>
    files.filter(({ path }) => path.startsWith(prefix)).reduce((sum, { bytes }) => sum + bytes.length, 0);
  const rows: string[][] = [];
  if (deck) {
    const path = `${bank.id}.apkg`;
    const counts = [answered(bank.questions).length, deck.notes.length, deck.cards].map(String);
    rows.push([join(folder, path), ...counts, '', kilobytes(sizeOf(path))]);
  }
  for (const { id, paper } of papers) {
    const path = `quizzes/${id}/`;
    rows.push([
      `${join(folder, 'quizzes', id)}/`,
      String(paper.questions),
      '',
      '',
      String(paper.pages),
      kilobytes(sizeOf(path)),
    ]);
  }
  if (flashcards?.bytes) {
    const path = 'flashcards.pdf';
    const { cards, pages } = flashcards;
    rows.push([join(folder, path), '', '', String(cards), String(pages), kilobytes(sizeOf(path))]);
  }
  return rows;
}

const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1000)} kB`;

const pad = (cell: string, width = 0, right: boolean): string => {
  const space = ' '.repeat(Math.max(0, width - stringWidth(cell)));
  return right ? space + cell : cell + space;
};
