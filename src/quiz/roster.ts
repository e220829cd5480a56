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
 * other columns, which are left alone. Commas or semicolons stand between fields, whichever the header has more of.
 */
export function readRoster(file: SourceFile): Roster {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (rule, range, message) => diagnostics.push(diagnose(file, range, { rule, message }));
  if (file.notUtf8 !== undefined) {
    const range = { start: file.notUtf8, end: file.notUtf8 + 1 };
    report('not-utf8', range, 'this is not UTF-8 text; save the list as "CSV UTF-8"');
    return { pupils: [], diagnostics };
  }
  const [header, ...rows] = rowsOf(file.text, report);
  const places = header && placesOf(header, report);
  if (!header)
    report('roster-header', { start: 0, end: 1 }, 'the list is empty; its first line is "name,id,group"');
  else if (rows.length === 0) report('roster-row', header.range, 'there is no pupil under the header');
  if (!header || !places) return { pupils: [], diagnostics };
  const pupils = rows.flatMap((row) => pupilOf(row, header.fields.length, places, report) ?? []);
  reportSharedIds(file, rows, places.get('id'), report);
  return { pupils, diagnostics };
}

function rowsOf(text: string, report: Report): Row[] {
  const [first = ''] = text.split(/\r?\n/, 1);
  const delimiter = first.split(';').length > first.split(',').length ? ';' : ',';
  const records = parse(text, {
    delimiter,
    raw: true,
    info: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      const line = Number(error?.lines ?? 1);
      const start = text.split('\n', line - 1).join('\n').length;
      report(
        'roster-row',
        { start: start && start + 1, end: text.length },
        'this quotation mark is never closed',
      );
    },
  }) as unknown as { record: string[]; raw: string }[];
  let from = 0;
  return records.flatMap(({ record, raw }) => {
    const start = text.indexOf(raw, from) + (/^[\r\n]*/.exec(raw)?.[0].length ?? 0);
    from = text.indexOf(raw, from) + raw.length;
    const fields = record.map((field) => field.trim());
    return fields.every((field) => field === '') ? [] : [placed(text, record, fields, start)];
  });
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
  if (places.has('name')) return places;
  const guess = nearest('name', words);
  const advice =
    guess === undefined ? 'the first line names the columns: "name,id,group"' : `is it "${guess}"?`;
  report('roster-header', header.range, `no column is called "name"; ${advice}`);
  return undefined;
}

function pupilOf(
  { fields, ranges, range }: Row,
  wanted: number,
  places: ReadonlyMap<Column, number>,
  report: Report,
): Pupil | undefined {
  const field = (column: Column): string | undefined => {
    const text = fields[places.get(column) ?? -1]?.replace(/\s+/g, ' ');
    return text === '' ? undefined : text;
  };
  const name = field('name');
  if (fields.length !== wanted) {
    const advice = fields.length > wanted ? '; put a name with a comma into quotation marks' : '';
    const extra = ranges[wanted] ?? range;
    report('roster-row', extra, `${fields.length} fields, and the header has ${wanted}${advice}`);
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
