import { type Event, parseEvents, YAMLException } from 'js-yaml';
import type { Range, SourceFile } from '../../files/source.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { Composer } from './compose.ts';
import { syntaxError } from './syntax.ts';

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

/** A file's document, or undefined when there is none, and what is wrong with it as YAML. */
export interface ParsedYaml {
  readonly root: YamlNode | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Parses one YAML document. Never throws for what an author can write: a syntax error, a key given twice or an alias
 * without an anchor are diagnostics.
 */
export function parseYaml(file: SourceFile): ParsedYaml {
  let events: Event[];
  try {
    events = parseEvents(file.text, { filename: file.path });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return {
      root: undefined,
      diagnostics: [syntaxError(file, error.reason ?? '', error.mark?.position ?? 0)],
    };
  }
  const composer = new Composer(file, events);
  return { root: composer.document(), diagnostics: composer.diagnostics };
}
