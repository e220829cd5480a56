import { parse } from 'csv-parse/sync';
import { type Diagnostic, diagnose, type Range } from '../bank/diagnostic.ts';
import { nearest, quoted } from '../bank/nearest.ts';
import type { RuleId } from '../bank/rules.ts';
import type { SourceFile } from '../bank/source.ts';

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

interface Row {
  readonly fields: readonly string[];
  /** Where each field stands in the file. */
  readonly ranges: readonly Range[];
  readonly range: Range;
}

type Report = (rule: RuleId, range: Range, message: string) => void;

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
  const dialect = dialectOf(file.text);
  const [header, ...rows] = rowsOf(file.text, dialect, report);
  const places = header && placesOf(header, report);
  if (!header && diagnostics.length === 0)
    report('roster-header', { start: 0, end: 1 }, 'the list is empty; its first line is "name,id,group"');
  else if (header && rows.length === 0 && diagnostics.length === 0)
    report('roster-row', header.range, 'there is no pupil under the header');
  if (!header || !places) return { pupils: [], diagnostics };
  const shape = { wanted: width(header), places, sign: signs[dialect.delimiter] };
  const pupils = rows.flatMap((row) => pupilOf(row, shape, report) ?? []);
  reportSharedIds(file, rows, places.get('id'), report);
  return { pupils, diagnostics };
}

/** What may stand between fields, and what messages call it. */
const signs = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;

interface Dialect {
  readonly delimiter: keyof typeof signs;
  /** Where the header begins, after a line that names the delimiter. */
  readonly start: number;
}

function dialectOf(text: string): Dialect {
  const named = /^"?sep=([,;\t])"?[,;\t ]*(?:\r?\n|\r|$)/i.exec(text);
  if (named) return { delimiter: named[1] as keyof typeof signs, start: named[0].length };
  const [header = ''] = /\S.*/.exec(text) ?? [];
  const count = (sign: string) => header.split(sign).length;
  const [delimiter] = ([',', ';', '\t'] as const).toSorted((a, b) => count(b) - count(a));
  return { delimiter: delimiter ?? ',', start: 0 };
}

function rowsOf(text: string, { delimiter, start }: Dialect, report: Report): Row[] {
  let open = false;
  const records = parse(text.slice(start), {
    delimiter,
    raw: true,
    info: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: () => {
      open = true;
    },
  }) as unknown as { record: string[]; raw: string }[];
  let from = start;
  const rows = records.flatMap(({ record, raw }) => {
    const begin = text.indexOf(raw, from) + (/^[\r\n]*/.exec(raw)?.[0].length ?? 0);
    from = text.indexOf(raw, from) + raw.length;
    const fields = record.map((field) => field.trim());
    return fields.every((field) => field === '') ? [] : [placed(text, record, fields, begin)];
  });
  if (open) {
    const range = { start: openingMark(text, from, delimiter), end: text.length };
    report('roster-row', range, 'this quotation mark is never closed');
  }
  return rows;
}

/** Where the first field from `from` on begins whose quotation mark is not closed. */
function openingMark(text: string, from: number, delimiter: string): number {
  const field = new RegExp(
    `(?:"[^"]*(?:""[^"]*)*"(?!")|(?!"))[^${delimiter}\\r\\n]*[${delimiter}\\r\\n]`,
    'y',
  );
  let at = from;
  do {
    field.lastIndex = at;
    const [found] = field.exec(text) ?? [];
    if (found === undefined) return at;
    at += found.length;
  } while (at < text.length);
  return from;
}

/** The ranges follow from the fields: a quoted one is as long as its text, its doubled quotes, and the two around it. */
function placed(text: string, record: readonly string[], fields: readonly string[], start: number): Row {
  let at = start;
  const ranges = record.map((field) => {
    const length = text[at] === '"' ? field.replaceAll('"', '""').length + 2 : field.length;
    const range = { start: at, end: at + length };
    at += length + 1;
    return range;
  });
  return { fields, ranges, range: { start, end: at - 1 } };
}

function placesOf(header: Row, report: Report): Map<Column, number> | undefined {
  const words = header.fields.map((field) => field.toLowerCase());
  const places = new Map(
    columns.flatMap((column) => (words.includes(column) ? [[column, words.indexOf(column)]] : [])),
  );
  const twice = header.fields.findIndex((_, at) => isTwice(words, at));
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

const isTwice = (words: readonly string[], at: number): boolean =>
  columns.some((column) => column === words[at]) && words.indexOf(words[at] ?? '') < at;

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
    const text = fields[places.get(column) ?? -1]?.replace(/\s+/g, ' ') ?? '';
    return /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}]*$/u.test(text) ? undefined : text;
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
