import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from '../bank/yaml/node.ts';
import { parseYaml } from '../bank/yaml/parse.ts';
import type { SourceFile } from '../files/source.ts';
import { type Change, editOf, withEdits } from './change.ts';

/**
 * The file's text with the changes made, or undefined when they cannot be made safely: the new text is parsed again and
 * must hold what the old one held, but for the changes, as data. `root` is the file's document; the changes are about
 * its nodes.
 */
export function rewrite(file: SourceFile, root: YamlNode, changes: readonly Change[]): string | undefined {
  const text = withEdits(
    file.text,
    changes.map((change) => editOf(file.text, change)),
  );
  const after = parseYaml({ path: file.path, text });
  if (!after.root || after.diagnostics.length > 0) return undefined;
  return new Expectation(changes).holds(root, after.root) ? text : undefined;
}

/** What the document should be once the changes are made. Nodes are told apart by identity: an alias is its anchor. */
class Expectation {
  readonly #added = new Map<YamlMap, [string, string][]>();
  readonly #filled = new Map<YamlNode, string>();
  readonly #renamed = new Map<YamlScalar, string>();

  constructor(changes: readonly Change[]) {
    for (const change of changes) {
      if (change.kind === 'fill') this.#filled.set(change.entry.value, change.value);
      else if (change.kind === 'rename') this.#renamed.set(change.entry.key, change.to);
      else
        this.#added.set(change.map, [
          ...(this.#added.get(change.map) ?? []),
          [change.key, change.value] as [string, string],
        ]);
    }
  }

  holds(old: YamlNode, now: YamlNode): boolean {
    if (old.kind === 'list') {
      if (now.kind !== 'list' || now.items.length !== old.items.length) return false;
      return old.items.every((item, at) => this.holds(item, now.items[at] as YamlNode));
    }
    if (old.kind === 'map') return now.kind === 'map' && this.#entries(old, now.entries);
    const value = this.#filled.get(old);
    if (value !== undefined) return isText(now, value);
    return now.kind === 'scalar' && now.value === old.value && now.empty === old.empty;
  }

  #entries(old: YamlMap, now: readonly YamlEntry[]): boolean {
    const added = this.#added.get(old) ?? [];
    if (now.length !== added.length + old.entries.length) return false;
    return now.every(({ key, value }, at) => {
      const fresh = added[at];
      if (fresh) return key.value === fresh[0] && isText(value, fresh[1]);
      const before = old.entries[at - added.length] as YamlEntry;
      return (
        key.value === (this.#renamed.get(before.key) ?? before.key.value) && this.holds(before.value, value)
      );
    });
  }
}

const isText = (node: YamlNode, value: string): boolean =>
  node.kind === 'scalar' && !node.empty && node.value === value;
