import stringWidth from 'string-width';
import type { Diagnostic, Level } from '../bank/diagnostic.ts';
import { lineText, type SourceFile } from '../bank/source.ts';
import { painter } from './terminal.ts';

export interface PrettyOptions {
  /** Where the text goes: messages are wrapped to this many columns. */
  readonly columns: number;
  readonly color: boolean;
}

const tab = '  ';

/** A diagnostic with the lines it speaks of, a pointer under the place, and what to do. Ends with a line break. */
export function pretty(diagnostic: Diagnostic, file: SourceFile | undefined, options: PrettyOptions): string {
  const paint = painter(options.color);
  const level = { error: paint.red, warning: paint.yellow, advice: paint.blue }[diagnostic.level];
  const { line, column, message } = diagnostic;
  const head = `${paint.bold(`${diagnostic.file}:${line}:${column}`)} ${level(diagnostic.level)} ${diagnostic.rule}`;
  const gutter = ' '.repeat(Math.max(4, String(line).length + 2));
  const source = file && lineText(file, line);
  if (file === undefined || source === undefined)
    return `${head}\n${wrap(message, gutter, options.columns)}\n`;
  const room = options.columns - gutter.length - 3;
  const pointed = pointAt(source, column, diagnostic.length, room);
  const context = [line - 2, line - 1]
    .filter((each) => each > 0)
    .map((each) => numbered(each, crop(expand(lineText(file, each) ?? ''), room), gutter, paint.dim));
  const pointer = `${paint.dim(`${gutter} |`)} ${' '.repeat(pointed.indent)}${level('^'.repeat(pointed.width))}`;
  const lines = [head, ...context, numbered(line, pointed.shown, gutter, paint.dim)];
  if (pointed.indent + pointed.width + 1 + stringWidth(message) <= room)
    return `${[...lines, `${pointer} ${message}`].join('\n')}\n`;
  const indent = `${gutter} | ${' '.repeat(Math.min(pointed.indent, 8))}`;
  return `${[...lines, pointer, wrap(message, indent, options.columns)].join('\n')}\n`;
}

const numbered = (line: number, text: string, gutter: string, dim: (words: string) => string): string =>
  `${dim(`${String(line).padStart(gutter.length)} |`)} ${text}`.trimEnd();

const expand = (text: string): string => text.replaceAll('\t', tab);

function crop(text: string, room: number): string {
  if (stringWidth(text) <= room) return text;
  let kept = '';
  for (const character of text) {
    if (stringWidth(kept + character) > room - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** The line cut so that the place is in sight, and where the pointer stands under it, in columns. */
function pointAt(source: string, column: number, length: number, room: number) {
  const characters = [...source];
  const before = expand(characters.slice(0, column - 1).join(''));
  const target = expand(characters.slice(column - 1, column - 1 + length).join(''));
  const hidden = Math.max(0, stringWidth(before) + Math.min(stringWidth(target), room >> 1) - room + 2);
  const lead = hidden > 0 ? `…${dropColumns(before, hidden + 1)}` : before;
  const shown = crop(lead + target + expand(characters.slice(column - 1 + length).join('')), room);
  const indent = stringWidth(lead);
  return { shown, indent, width: Math.max(1, Math.min(stringWidth(target), room - indent)) };
}

function dropColumns(text: string, columns: number): string {
  const characters = [...text];
  let dropped = 0;
  while (characters.length > 0 && dropped < columns) dropped += stringWidth(characters.shift() ?? '');
  return characters.join('');
}

function wrap(message: string, indent: string, columns: number): string {
  const room = Math.max(20, columns - indent.length);
  const lines: string[] = [];
  for (const word of message.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && stringWidth(`${last} ${word}`) <= room)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => indent + line).join('\n');
}

/** "2 errors, 1 warning" */
export function tally(diagnostics: readonly Diagnostic[]): string {
  const count = (level: Level, one: string, many: string) => {
    const number = diagnostics.filter((diagnostic) => diagnostic.level === level).length;
    return number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
  };
  const parts = [
    ...count('error', 'error', 'errors'),
    ...count('warning', 'warning', 'warnings'),
    ...count('advice', 'piece of advice', 'pieces of advice'),
  ];
  return parts.join(', ') || 'no problems';
}
