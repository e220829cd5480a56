import { AlignmentType, type INumberingOptions, LevelFormat } from 'docx';
import { mm, type Page } from './page.ts';

/** A place in one of the lists; lists of one instance count on. */
export interface ListItem {
  readonly reference: string;
  readonly instance: number;
  readonly level: 0;
}

/** How far the texts of a list hang from its labels. */
export function hangOf(reference: string, { scale }: Page): number {
  const hangs: Readonly<Record<string, number>> = { questions: 8, one: 10, many: 10, places: 6, dashes: 5 };
  return mm((hangs[reference] ?? 7) * scale);
}

/** What is ticked before an option, by its list. */
export const ticks: Readonly<Record<string, string>> = { one: '○ ', many: '□ ' };

type ListFormat = (typeof LevelFormat)[keyof typeof LevelFormat];

/**
 * The lists of all documents.
 * @param starts the numbers at which lists within texts begin
 * @param labels those that are a list each
 */
export function numberingFor(
  page: Page,
  starts: Iterable<number>,
  labels: Iterable<string>,
): INumberingOptions {
  /** A list of one level, its labels beginning at `left`. */
  const list = (
    reference: string,
    format: ListFormat,
    text: string,
    own: { left?: number; start?: number; run?: object },
  ) => {
    const hanging = hangOf(reference, page);
    const { left = 0, start = 1, run = {} } = own;
    const style = { paragraph: { indent: { left: left + hanging, hanging } }, run };
    return { reference, levels: [{ level: 0, format, text, start, alignment: AlignmentType.LEFT, style }] };
  };
  const { DECIMAL, UPPER_LETTER, BULLET } = LevelFormat;
  const run = { bold: true };
  return {
    config: [
      list('questions', DECIMAL, '%1', { run }),
      list('one', UPPER_LETTER, `${ticks.one}%1`, { left: page.number, run }),
      list('many', UPPER_LETTER, `${ticks.many}%1`, { left: page.number, run }),
      list('letters', UPPER_LETTER, '%1', { run }),
      list('places', DECIMAL, '%1', { left: page.number }),
      list('dashes', BULLET, '–', {}),
      ...[...starts].map((start) => list(`from-${start}`, DECIMAL, '%1.', { start })),
      ...[...labels].map((label) => list(`label ${label}`, DECIMAL, label, { run })),
    ],
  };
}
