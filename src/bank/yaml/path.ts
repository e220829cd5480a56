import type { Range, SourceFile } from '../../files/source.ts';
import type { YamlNode } from './node.ts';

/** The way from a node to one inside it: keys of maps and indexes of lists. */
export type Path = readonly PropertyKey[];

/** Words inside a value, to point at instead of the whole of it. */
export interface Words {
  /** Of a pattern with a group at its beginning only what that matches counts. */
  readonly find: string | RegExp;
  /** Which of several, from 0, or from -1 backwards; the first by default. */
  readonly nth?: number;
}

/** The value under `key` of a map, or undefined. */
export function valueUnder(node: YamlNode | undefined, key: string): YamlNode | undefined {
  if (node?.kind !== 'map') return undefined;
  return node.entries.find((entry) => entry.key.value === key)?.value;
}

/** The items of the list under `key` of a map; none where there is no list. */
export function itemsOf(node: YamlNode | undefined, key: string): readonly YamlNode[] {
  const value = valueUnder(node, key);
  return value?.kind === 'list' ? value.items : [];
}

/** The words under `key` of a map, or undefined. */
export function wordsUnder(node: YamlNode | undefined, key: string): string | undefined {
  const value = valueUnder(node, key);
  return value?.kind === 'scalar' ? value.value : undefined;
}

/**
 * The node that `path` leads to; where it leads to nothing, the last node on the way. An index leads from a thing that
 * stands alone, where a list could be, to itself.
 */
export function nodeAt(root: YamlNode, path: Path): YamlNode {
  let node = root;
  for (const step of path) {
    if (typeof step === 'number' && node.kind !== 'list') continue;
    const next = node.kind === 'list' ? node.items[Number(step)] : valueUnder(node, String(step));
    if (!next) return node;
    node = next;
  }
  return node;
}

/** Where to point for the node at `path`: at a map's first key rather than the whole of it. */
export function rangeAt(root: YamlNode, path: Path): Range {
  const node = nodeAt(root, path);
  return node.kind === 'map' ? (node.entries[0]?.key ?? node) : node;
}

/** Where the key stands that `path` ends with, or undefined. */
export function keyRange(root: YamlNode, path: Path): Range | undefined {
  const owner = nodeAt(root, path.slice(0, -1));
  if (owner.kind !== 'map') return undefined;
  return owner.entries.find((entry) => entry.key.value === path.at(-1))?.key;
}

/**
 * A function that finds words inside a stretch of a file, or undefined where none are asked for or they are written
 * differently there. What is asked for a thousand times is looked for once, and of plain words only the first, if that is
 * what is asked for.
 */
export function wordsFinder() {
  const known = new Map<string, readonly Range[]>();
  return (file: SourceFile, { start, end }: Range, words: Words | undefined): Range | undefined => {
    if (!words) return undefined;
    const { find, nth = 0 } = words;
    const isFirst = typeof find === 'string' && nth === 0;
    const pattern = typeof find === 'string' ? find.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : find.source;
    const key = `${file.path} ${start} ${end} ${isFirst} ${pattern}`;
    const text = file.text.slice(start, end);
    const ranges = known.get(key) ?? (isFirst ? firstOf(text, find, start) : matches(text, pattern, start));
    known.set(key, ranges);
    return ranges.at(nth);
  };
}

/** Where words stand first in a text that begins at `start`, if they do. */
function firstOf(text: string, words: string, start: number): Range[] {
  const at = words === '' ? -1 : text.indexOf(words);
  return at < 0 ? [] : [{ start: start + at, end: start + at + words.length }];
}

/** Where a pattern matches in a text that begins at `start`; where it has a group, what that matches counts. */
function matches(text: string, pattern: string, start: number): Range[] {
  return [...text.matchAll(new RegExp(pattern, 'g'))].flatMap((match) => {
    const [found] = match.length > 1 ? match.slice(1) : match;
    const from = start + match.index;
    return found ? [{ start: from, end: from + found.length }] : [];
  });
}
