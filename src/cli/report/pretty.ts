import type { Diagnostic } from '../../bank/diagnostic.ts';
import type { Level } from '../../bank/rules.ts';
import { lineText, type SourceFile } from '../../files/source.ts';
import { present } from '../../text/present.ts';
import { painter } from '../terminal.ts';
import { columnsOf, counted, wrap } from '../wording.ts';
import { crop, pointAt, printable } from './excerpt.ts';
import type { Reporter, Screen } from './reporter.ts';

/** More than this nobody reads; the count says how many there are. */
const mostShown = 100;

/** For people: each problem with the lines it speaks of, a pointer under the place, and what to do; then a count. */
export const pretty: Reporter = ({ diagnostics, sources }, screen) => {
  if (diagnostics.length === 0) return '';
  const shown = diagnostics
    .slice(0, mostShown)
    .map((each) => block(each, present(sources.get(each.file), `text of "${each.file}"`), screen));
  const more = diagnostics.length > mostShown ? `; the first ${mostShown} are shown` : '';
  return `${shown.join('\n')}\n${tally(diagnostics)}${more}\n`;
};

function block(diagnostic: Diagnostic, file: SourceFile, { color, columns }: Screen): string {
  const paint = painter(color);
  const level = { error: paint.red, warning: paint.yellow, advice: paint.blue }[diagnostic.level];
  const { line, column } = diagnostic;
  const message = shortened(printable(diagnostic.message));
  const place = printable(`${diagnostic.file}:${line}:${column}`);
  const head = `${paint.bold(place)} ${level(diagnostic.level)} ${diagnostic.rule}`;
  const gutter = ' '.repeat(Math.max(4, String(line).length + 2));
  const room = Math.max(20, columns - gutter.length - 3);
  const numbered = (number: number, text: string): string =>
    `${paint.dim(`${String(number).padStart(gutter.length)} |`)} ${text}`.trimEnd();
  const context = [line - 2, line - 1].flatMap((each) => {
    const before = lineText(file, each);
    return before === undefined ? [] : [numbered(each, crop(before, room))];
  });
  const source = present(lineText(file, line), `line ${line} in "${file.path}"`);
  const { shown, indent, width } = pointAt(source, column, diagnostic.length, room);
  const pointer = `${paint.dim(`${gutter} |`)} ${' '.repeat(indent)}${level('^'.repeat(width))}`;
  const lines = [head, ...context, numbered(line, shown)];
  if (indent + width + 1 + columnsOf(message) <= room)
    return `${[...lines, `${pointer} ${message}`].join('\n')}\n`;
  const lead = `${gutter} | ${' '.repeat(Math.min(indent, 8))}`;
  const wrapped = wrap(message, '', Math.max(20, columns - lead.length)).split('\n');
  return `${[...lines, pointer, ...wrapped.map((words) => paint.dim(lead) + words)].join('\n')}\n`;
}

/** A name of the author's that is in a message may be as long as a file. */
const longestMessage = 2000;

const shortened = (message: string): string =>
  message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message;

/** "2 errors, 1 warning" */
function tally(diagnostics: readonly Diagnostic[]): string {
  const count = (level: Level, one: string, many?: string) => {
    const number = diagnostics.filter((diagnostic) => diagnostic.level === level).length;
    return number === 0 ? [] : counted(number, one, many);
  };
  return [
    count('error', 'error'),
    count('warning', 'warning'),
    count('advice', 'piece of advice', 'pieces of advice'),
  ]
    .flat()
    .join(', ');
}
