import stringWidth from 'string-width';
import type { Diagnostic } from '../../bank/diagnostic.ts';
import type { Level } from '../../bank/rules.ts';
import { lineText, type SourceFile } from '../../files/source.ts';
import { painter } from '../terminal.ts';
import { counted, wrap } from '../wording.ts';
import { crop, pointAt, printable } from './excerpt.ts';
import type { Reporter, Screen } from './reporter.ts';

/** More than this nobody reads; the count says how many there are. */
const mostShown = 100;

/** For people: each problem with the lines it speaks of, a pointer under the place, and what to do; then a count. */
export const pretty: Reporter = ({ diagnostics, sources }, screen) => {
  if (diagnostics.length === 0) return '';
  const shown = diagnostics.slice(0, mostShown).map((each) => block(each, sources.get(each.file), screen));
  const more = diagnostics.length > mostShown ? `; the first ${mostShown} are shown` : '';
  return `${shown.join('\n')}\n${tally(diagnostics)}${more}\n`;
};

function block(diagnostic: Diagnostic, file: SourceFile | undefined, screen: Screen): string {
  const paint = painter(screen.color);
  const level = { error: paint.red, warning: paint.yellow, advice: paint.blue }[diagnostic.level];
  const { line, column } = diagnostic;
  const message = printable(diagnostic.message);
  const place = printable(`${diagnostic.file}:${line}:${column}`);
  const head = `${paint.bold(place)} ${level(diagnostic.level)} ${diagnostic.rule}`;
  const gutter = ' '.repeat(Math.max(4, String(line).length + 2));
  const source = file && lineText(file, line);
  if (file === undefined || source === undefined)
    return `${head}\n${indented(message, gutter, screen.columns, paint.dim)}\n`;
  const room = Math.max(20, screen.columns - gutter.length - 3);
  const pointed = pointAt(source, column, diagnostic.length, room);
  const context = [line - 2, line - 1].flatMap((each) => {
    const before = lineText(file, each);
    return before === undefined ? [] : [numbered(each, crop(before, room), gutter, paint.dim)];
  });
  const pointer = `${paint.dim(`${gutter} |`)} ${' '.repeat(pointed.indent)}${level('^'.repeat(pointed.width))}`;
  const lines = [head, ...context, numbered(line, pointed.shown, gutter, paint.dim)];
  if (pointed.indent + pointed.width + 1 + stringWidth(message) <= room)
    return `${[...lines, `${pointer} ${message}`].join('\n')}\n`;
  const indent = `${gutter} | ${' '.repeat(Math.min(pointed.indent, 8))}`;
  return `${[...lines, pointer, indented(message, indent, screen.columns, paint.dim)].join('\n')}\n`;
}

const numbered = (line: number, text: string, gutter: string, dim: Paint): string =>
  `${dim(`${String(line).padStart(gutter.length)} |`)} ${text}`.trimEnd();

type Paint = (words: string) => string;

function indented(message: string, indent: string, columns: number, dim: Paint): string {
  const lines = wrap(message, '', Math.max(20, columns - indent.length)).split('\n');
  return lines.map((line) => dim(indent) + line).join('\n');
}

/** "2 errors, 1 warning" */
export function tally(diagnostics: readonly Diagnostic[]): string {
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
