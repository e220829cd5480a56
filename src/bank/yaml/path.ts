import type { Range, SourceFile } from '../../files/source.ts';
import type { YamlNode } from './node.ts';

/** The way from a node to one inside it: keys of maps and indexes of lists. */
export type Path = readonly PropertyKey[];

/** Words inside a value, to point at instead of the whole of it. */
export interface Words {
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

/** The words inside a stretch of a file; undefined where none are asked for, or they are written differently there. */
export function rangeOf(file: SourceFile, range: Range, words: Words | undefined): Range | undefined {
  if (!words) return undefined;
  const { find, nth = 0 } = words;
  const source = typeof find === 'string' ? find.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : find.source;
  const found = [...file.text.slice(range.start, range.end).matchAll(new RegExp(source, 'g'))];
  const match = found.at(nth);
  if (!match || match[0] === '') return undefined;
  const start = range.start + match.index;
  return { start, end: start + match[0].length };
}
