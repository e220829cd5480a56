import type { YamlEntry, YamlMap } from '../bank/yaml/node.ts';

/**
 * A change to a file, said in terms of its YAML nodes. Values and names are ids or field names, which need no quoting.
 * - `add`: a new first entry of a map that has entries, one at most for each
 * - `fill`: a value where an entry has none
 * - `rename`: another name for an entry's key
 */
export type Change =
  | { readonly kind: 'add'; readonly map: YamlMap; readonly key: string; readonly value: string }
  | { readonly kind: 'fill'; readonly entry: YamlEntry; readonly value: string }
  | { readonly kind: 'rename'; readonly entry: YamlEntry; readonly to: string };

/** `text` instead of what stands from `start` to `end`, as offsets into the file's text. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The edit that makes a change and leaves every other character where it is. */
export function editOf(text: string, change: Change): Edit {
  switch (change.kind) {
    case 'add':
      return text[change.map.start] === '{' ? addedToFlow(text, change) : addedToBlock(text, change);
    case 'fill':
      return filled(text, change.entry, change.value);
    case 'rename': {
      const { key } = change.entry;
      const quote = isQuote(text[key.start]) ? 1 : 0;
      return { start: key.start + quote, end: key.end - quote, text: change.to };
    }
  }
}

/** The text with all the edits made; they must not overlap. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return parts.join('') + text.slice(at);
}

export type Addition = Extract<Change, { kind: 'add' }>;

/** The new line takes the old first line's place after the dash; the old one moves down, its key in the same column. */
function addedToBlock(text: string, { map, key, value }: Addition): Edit {
  const indent = text.slice(lineStart(text, map.start), map.start).replace(/[^ \t]/g, ' ');
  return insertion(map.start, `${key}: ${value}${lineBreak(text, map.start)}${indent}`);
}

function addedToFlow(text: string, { map, key, value }: Addition): Edit {
  const blank = /(?:[ \t\r\n]|#[^\r\n]*)*/y;
  blank.lastIndex = map.start + 1;
  blank.test(text);
  const at = blank.lastIndex;
  const entry = text[at] === '"' ? `"${key}": "${value}",` : `${key}: ${value},`;
  if (!/[\r\n]/.test(text.slice(map.start, at))) return insertion(at, `${entry} `);
  return insertion(at, entry + lineBreak(text, at) + text.slice(lineStart(text, at), at));
}

function filled(text: string, { key, value: hole }: YamlEntry, value: string): Edit {
  if (hole.kind === 'scalar' && !hole.empty) return insertion(hole.start + 1, value);
  const colon = /\s*:/y;
  colon.lastIndex = key.end;
  return colon.test(text) ? insertion(colon.lastIndex, ` ${value}`) : insertion(key.end, `: ${value}`);
}

const insertion = (at: number, text: string): Edit => ({ start: at, end: at, text });

const isQuote = (character: string | undefined): boolean => character === '"' || character === "'";

const isBreak = (character: string | undefined): boolean => character === '\n' || character === '\r';

/** Walks back by hand: `lastIndexOf('\r')` would run to the top of every file that has none. */
function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isBreak(text[start - 1])) start--;
  return start;
}

/** The line break in use at this place: the next one, or the last one before. */
function lineBreak(text: string, from: number): string {
  let at = from;
  while (at < text.length && !isBreak(text[at])) at++;
  if (at === text.length) at = Math.max(0, lineStart(text, from) - 1);
  if (text[at] === '\r') return text[at + 1] === '\n' ? '\r\n' : '\r';
  return text[at] === '\n' && text[at - 1] === '\r' ? '\r\n' : '\n';
}
