import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from '../bank/yaml/node.ts';
import { parseYaml } from '../bank/yaml/parse.ts';
import type { SourceFile } from '../files/source.ts';
import { type Addition, type Change, editOf, withEdits } from './change.ts';

/**
 * The file's text with the changes made, or undefined when they cannot be made safely: the new text is parsed again and
 * must hold what the old one held, but for the changes, as data. `root` is the file's document; the changes are about
 * its nodes.
 */
export function rewrite(file: SourceFile, root: YamlNode, changes: readonly Change[]): string | undefined {
  const edits = changes.map((change) => editOf(file.text, change));
  const text = withEdits(file.text, edits);
  const after = parseYaml({ path: file.path, text });
  if (!after.root || after.diagnostics.length > 0) return undefined;
  return new Expectation(changes).holds(root, after.root) ? text : undefined;
}

/** What the document should be once the changes are made. Nodes are told apart by identity: an alias is its anchor. */
class Expectation {
  readonly #added = new Map<YamlMap, Addition>();
  readonly #filled = new Map<YamlNode, string>();
  readonly #renamed = new Map<YamlScalar, string>();

  constructor(changes: readonly Change[]) {
    for (const change of changes) {
      if (change.kind === 'fill') this.#filled.set(change.entry.value, change.value);
      else if (change.kind === 'rename') this.#renamed.set(change.entry.key, change.to);
      else this.#added.set(change.map, change);
    }
  }

  holds(old: YamlNode, now: YamlNode | undefined): boolean {
    if (old.kind === 'list') {
      if (now?.kind !== 'list' || now.items.length !== old.items.length) return false;
      return old.items.every((item, at) => this.holds(item, now.items[at]));
    }
    if (old.kind === 'map') return now?.kind === 'map' && this.#entries(old, now.entries);
    const value = this.#filled.get(old);
    if (value !== undefined) return isText(now, value);
    return now?.kind === 'scalar' && now.value === old.value && now.empty === old.empty;
  }

  #entries(old: YamlMap, now: readonly YamlEntry[]): boolean {
    const added = this.#added.get(old);
    const rest = added ? now.slice(1) : now;
    if (added && !(now[0]?.key.value === added.key && isText(now[0].value, added.value))) return false;
    if (rest.length !== old.entries.length) return false;
    return old.entries.every(({ key, value }, at) => {
      const name = this.#renamed.get(key) ?? key.value;
      return rest[at]?.key.value === name && this.holds(value, rest[at]?.value);
    });
  }
}

const isText = (node: YamlNode | undefined, value: string): boolean =>
  node?.kind === 'scalar' && !node.empty && node.value === value;
