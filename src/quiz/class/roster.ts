import { type Diagnostic, diagnose } from '../../bank/diagnostic.ts';
import type { ReaderRule } from '../../bank/rules.ts';
import { type Row, readCsv } from '../../files/csv.ts';
import { positionAt, type Range, type SourceFile } from '../../files/source.ts';
import { nearest, quoted } from '../../text/nearest.ts';
import { unfitIn } from '../../text/unfit.ts';

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

/** Where the header has each column; −1 for one that it does not have. */
type Places = Readonly<Record<'name' | 'id' | 'group', number>>;

type Report = (rule: ReaderRule, range: Range, message: string) => void;

/**
 * Reads a class list: a CSV file with a header that has `name`, and if wished `id` and `group`, in any order and beside
 * other columns, which are left alone. Commas, semicolons or tabs stand between fields, whichever the header has most
 * of, or what a line "sep=;" before it names, as Excel has it.
 */
export function readRoster(file: SourceFile): Roster {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (rule, range, message) => diagnostics.push(diagnose(file, { range, rule, message }));
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
  reportSharedIds(file, rows, places.id, report);
  return { pupils, diagnostics };
}

function placesOf(header: Row, report: Report): Places | undefined {
  const words = header.fields.map((field) => field.toLowerCase());
  const places = { name: words.indexOf('name'), id: words.indexOf('id'), group: words.indexOf('group') };
  const twice = words.findIndex((word, at) => Object.hasOwn(places, word) && words.indexOf(word) < at);
  if (twice >= 0) {
    const message = `two columns are called "${words[twice]}"; call one of them something else`;
    report('roster-header', header.ranges[twice] ?? header.range, message);
    return undefined;
  }
  if (places.name >= 0) return places;
  const guess = nearest('name', words);
  const advice =
    guess === undefined ? 'the first line names the columns: "name,id,group"' : `is it "${guess}"?`;
  report('roster-header', header.range, `no column is called "name"; ${advice}`);
  return undefined;
}

/** How many fields there are without empty ones at the end, of which a spreadsheet may write any number. */
const width = ({ fields }: Row): number => fields.findLastIndex((field) => field !== '') + 1;

/** What the header says of the rows. */
interface Shape {
  readonly wanted: number;
  readonly places: Places;
  /** What stands between fields, in words. */
  readonly sign: string;
}

function pupilOf(row: Row, { wanted, places, sign }: Shape, report: Report): Pupil | undefined {
  const { fields, ranges, range } = row;
  const field = (column: keyof Places): string | undefined => {
    const text = fields[places[column]]?.replace(/\s+/g, ' ');
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
    report('roster-row', ranges[places.name] ?? range, 'there is no name here; write one or delete the row');
  } else if (name.startsWith('"')) {
    report(
      'roster-row',
      range,
      'a quotation mark closes before the end of the field; double those inside a name',
    );
  } else {
    const pupil = { name, id: field('id'), group: field('group') };
    for (const column of ['name', 'id', 'group'] as const) {
      const unfit = unfitIn(pupil[column] ?? '');
      if (!unfit) continue;
      report('control-character', ranges[places[column]] ?? range, `here stands ${unfit.what}; delete it`);
      return undefined;
    }
    return pupil;
  }
  return undefined;
}

function reportSharedIds(file: SourceFile, rows: readonly Row[], place: number, report: Report): void {
  const lines = new Map<string, number>();
  for (const { fields, ranges } of rows) {
    const id = fields[place];
    const range = ranges[place];
    if (!id || !range) continue;
    const before = lines.get(id);
    if (before === undefined) lines.set(id, positionAt(file, range.start).line);
    else report('roster-id', range, `the id ${quoted(id)} stands on line ${before} too; give each pupil one`);
  }
}
