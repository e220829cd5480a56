import { parse } from 'csv-parse/sync';
import type { Range } from './source.ts';

export interface Row {
  readonly fields: readonly string[];
  /** Where each field stands in the file. */
  readonly ranges: readonly Range[];
  readonly range: Range;
}

export interface Csv {
  readonly rows: readonly Row[];
  /** What stands between fields, in words. */
  readonly sign: string;
  /** From a quotation mark that is never closed to the end of the file, which is in no row. */
  readonly unclosed: Range | undefined;
}

/** What may stand between fields, and what messages call it. */
const signs = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;

type Delimiter = keyof typeof signs;

/** What stands between the fields, and where the header begins: behind a line that names the delimiter, if there is one. */
function dialectOf(text: string): { delimiter: Delimiter; start: number } {
  const named = /^"?sep=([,;\t])"?[,;\t ]*(?:\r?\n|\r|$)/i.exec(text);
  if (named) return { delimiter: named[1] as Delimiter, start: named[0].length };
  const [header = ''] = /\S.*/.exec(text) ?? [];
  const count = (sign: string) => header.split(sign).length;
  const others: readonly Delimiter[] = [';', '\t'];
  const delimiter = others.reduce((most, sign) => (count(sign) > count(most) ? sign : most), ',');
  return { delimiter, start: 0 };
}

/** The rows of a CSV file as spreadsheets write it (RFC 4180, and other signs between fields); empty ones are left out. */
export function readCsv(text: string): Csv {
  const { delimiter, start } = dialectOf(text);
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
    const begin = text.indexOf(raw, from) + raw.search(/[^\r\n]|$/);
    from = text.indexOf(raw, from) + raw.length;
    const fields = record.map((field) => field.trim());
    return fields.every((field) => field === '') ? [] : [placed(text, record, fields, begin)];
  });
  const unclosed = open ? { start: openingMark(text, from, delimiter), end: text.length } : undefined;
  return { rows, sign: signs[delimiter], unclosed };
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
