import { type Event, parseEvents, YAMLException } from 'js-yaml';
import type { SourceFile } from '../../files/source.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { Composer } from './compose.ts';
import type { YamlNode } from './node.ts';
import { syntaxError } from './syntax.ts';

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
