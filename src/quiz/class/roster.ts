import { type Diagnostic, diagnose } from '../../bank/diagnostic.ts';
import type { ReaderRule } from '../../bank/rules.ts';
import { type Row, readCsv } from '../../files/csv.ts';
import type { Range, SourceFile } from '../../files/source.ts';
import { nearest, quoted } from '../../text/nearest.ts';

export interface Pupil {
  readonly name: string;
  /** The school's number for the pupil. */
  readonly id?: string | undefined;
  readonly group?: string | undefined;
}

export interface Roster {
  /** In the order of the list. */
  readonly pupils: readonly Pupil[];
  /** What is wrong with it, all of it an error; the pupils are not to be printed then. */
  readonly diagnostics: readonly Diagnostic[];
}

const columns = ['name', 'id', 'group'] as const;
type Column = (typeof columns)[number];

type Report = (rule: ReaderRule, range: Range, message: string) => void;

/**
 * Reads a class list: a CSV file with a header that has `name`, and if wished `id` and `group`, in any order and beside
 * other columns, which are left alone. Commas, semicolons or tabs stand between fields, whichever the header has most
 * of, or what a line "sep=;" before it names, as Excel has it.
 */
export function readRoster(file: SourceFile): Roster {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (rule, range, message) => diagnostics.push(diagnose(file, range, { rule, message }));
  if (file.notUtf8 !== undefined) {
    const range = { start: file.notUtf8, end: file.notUtf8 + 1 };
    report('not-utf8', range, 'this is not UTF-8 text; save the list as "CSV UTF-8"');
    return { pupils: [], diagnostics };
  }
  const {
    rows: [header, ...rows],
    sign,
    unclosed,
  } = readCsv(file.text);
  if (unclosed) report('roster-row', unclosed, 'this quotation mark is never closed');
  const places = header && placesOf(header, report);
  if (!header && diagnostics.length === 0)
    report('roster-header', { start: 0, end: 1 }, 'the list is empty; its first line is "name,id,group"');
  else if (header && rows.length === 0 && diagnostics.length === 0)
    report('roster-row', header.range, 'there is no pupil under the header');
  if (!header || !places) return { pupils: [], diagnostics };
  const shape = { wanted: width(header), places, sign };
  const pupils = rows.flatMap((row) => pupilOf(row, shape, report) ?? []);
  reportSharedIds(file, rows, places.get('id'), report);
  return { pupils, diagnostics };
}

function placesOf(header: Row, report: Report): Map<Column, number> | undefined {
  const words = header.fields.map((field) => field.toLowerCase());
  const places = new Map(
    columns.flatMap((column) => (words.includes(column) ? [[column, words.indexOf(column)]] : [])),
  );
  const twice = words.findIndex((word, at) => isColumn(word) && words.indexOf(word) < at);
  if (twice >= 0) {
    const range = header.ranges[twice] ?? header.range;
    report(
      'roster-header',
      range,
      `two columns are called "${words[twice]}"; call one of them something else`,
    );
    return undefined;
  }
  if (places.has('name')) return places;
  const guess = nearest('name', words);
  const advice =
    guess === undefined ? 'the first line names the columns: "name,id,group"' : `is it "${guess}"?`;
  report('roster-header', header.range, `no column is called "name"; ${advice}`);
  return undefined;
}

const isColumn = (word: string): boolean => columns.some((column) => column === word);

/** How many fields there are without empty ones at the end, of which a spreadsheet may write any number. */
const width = ({ fields }: Row): number => fields.findLastIndex((field) => field !== '') + 1;

/** What the header says of the rows. */
interface Shape {
  readonly wanted: number;
  readonly places: ReadonlyMap<Column, number>;
  /** What stands between fields, in words. */
  readonly sign: string;
}

function pupilOf(row: Row, { wanted, places, sign }: Shape, report: Report): Pupil | undefined {
  const { fields, ranges, range } = row;
  const field = (column: Column): string | undefined => {
    const place = places.get(column);
    const text = place === undefined ? undefined : fields[place]?.replace(/\s+/g, ' ');
    return text && /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(text) ? text : undefined;
  };
  const name = field('name');
  const count = Math.max(width(row), Math.min(fields.length, wanted));
  if (count !== wanted) {
    const advice = count > wanted ? `; put a name with a ${sign} into quotation marks` : '';
    const extra = ranges[wanted] ?? range;
    const counted = `${count} ${count === 1 ? 'field' : 'fields'}`;
    report('roster-row', extra, `${counted}, and the header has ${wanted}${advice}`);
  } else if (name === undefined) {
    report(
      'roster-row',
      ranges[places.get('name') ?? 0] ?? range,
      'there is no name here; write one or delete the row',
    );
  } else if (name.startsWith('"')) {
    report(
      'roster-row',
      range,
      'a quotation mark closes before the end of the field; double those inside a name',
    );
  } else return { name, id: field('id'), group: field('group') };
  return undefined;
}

function reportSharedIds(
  file: SourceFile,
  rows: readonly Row[],
  place: number | undefined,
  report: Report,
): void {
  const lines = new Map<string, number>();
  if (place === undefined) return;
  for (const { fields, ranges } of rows) {
    const id = fields[place];
    const range = ranges[place];
    if (!id || !range) continue;
    const before = lines.get(id);
    if (before === undefined) lines.set(id, file.text.slice(0, range.start).split('\n').length);
    else report('roster-id', range, `the id ${quoted(id)} stands on line ${before} too; give each pupil one`);
  }
}
