import { printedOf, type Version } from '../quiz/versions/printed.ts';
import { rowInitial } from '../sheet/rows.ts';
import { greatest } from '../text/greatest.ts';
import type { PrintStyle } from './document.ts';
import { solutionOf } from './solution.ts';

/** Some versions side by side: where each question stands in them, and its letters. */
export interface KeyGrid {
  readonly versions: readonly string[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly Cell[] }[];
}

interface Cell {
  /** Empty where the version does not ask the question. */
  readonly number: string;
  readonly mark: string;
}

/** The room beside the questions' ids, and what a cell takes of it: a margin and so much a letter, in millimetres. */
const room = 128;
const margin = 4;
const letterWidth = 1.6;

/** A mark of more letters takes a second line. */
const widest = 11;

/** Tables of about equal width, in the order of the versions; questions by id. */
export function keyGrids(versions: readonly Version[], style: PrintStyle): KeyGrid[] {
  const columns = versions.map((version) => ({ letter: version.letter, cells: cellsOf(version, style) }));
  const ids = [...new Set(columns.flatMap(({ cells }) => [...cells.keys()]))].sort(byNumbersToo);
  const lengths = columns.flatMap(({ cells }) =>
    [...cells.values()].map(({ number, mark }) => number.length + Math.min(widest, mark.length)),
  );
  const most = Math.max(1, Math.floor(room / (margin + letterWidth * greatest(lengths))));
  const tables = Math.ceil(columns.length / most);
  const width = Math.ceil(columns.length / tables);
  return Array.from({ length: tables }, (_, table) => {
    const own = columns.slice(table * width, (table + 1) * width);
    return {
      versions: own.map(({ letter }) => letter),
      rows: ids.map((id) => ({
        id,
        cells: own.map(({ cells }) => cells.get(id) ?? { number: '', mark: '' }),
      })),
    };
  });
}

/** c2 before c11. */
const byNumbersToo = new Intl.Collator('en', { numeric: true }).compare;

/** "A B C" as "ABC", and more than five letters by fives; but "9 10 11" as it is. */
const closeUp = (mark: string): string =>
  mark.split(' ').every((part) => part.length === 1)
    ? mark.replaceAll(' ', '').replace(/.{5}(?=.)/g, '$& ')
    : mark;

function cellsOf(version: Version, style: PrintStyle): Map<string, Cell> {
  return new Map(
    printedOf(version).map((printed) => {
      const { question, task, number } = printed;
      const { mark } = solutionOf(printed, style);
      const short = task.t === 'choice' && task.verdict ? rowInitial(mark) : closeUp(mark);
      return [question.id, { number: String(number), mark: short }];
    }),
  );
}
