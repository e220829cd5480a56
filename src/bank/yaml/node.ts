import type { Range } from '../../files/source.ts';

/** A YAML value with its place. A scalar stays the text it was written as; what it means is the field's to say. */
export type YamlNode = YamlScalar | YamlList | YamlMap;

export interface YamlScalar extends Range {
  readonly kind: 'scalar';
  readonly value: string;
  /** True for a value that is not there at all: `why:` and the end of the line. */
  readonly empty: boolean;
}

export interface YamlList extends Range {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
}

export interface YamlEntry {
  readonly key: YamlScalar;
  readonly value: YamlNode;
}

export interface YamlMap extends Range {
  readonly kind: 'map';
  readonly entries: readonly YamlEntry[];
}
