import { type Event, parseEvents, YAMLException } from 'js-yaml';
import { leavingLink, type SourceFile } from '../../files/source.ts';
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import { linkOutside } from '../rules.ts';
import { Composer } from './compose.ts';
import type { YamlNode } from './node.ts';
import { syntaxError } from './syntax.ts';

/** A file's document, or undefined when there is none, and what is wrong with it as YAML. */
export interface ParsedYaml {
  readonly root: YamlNode | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Parses one YAML document. Never throws for what an author can write: a link to elsewhere, bytes that are no text, a
 * syntax error, a key given twice or an alias without an anchor are diagnostics. Of a file with texts or aliases beyond
 * all measure there is no document, so that nothing need be ready for those.
 */
export function parseYaml(file: SourceFile): ParsedYaml {
  if (file.leadsOut) return { root: undefined, diagnostics: [leadsOut(file)] };
  if (file.notUtf8 !== undefined) return { root: undefined, diagnostics: [notUtf8(file, file.notUtf8)] };
  let events: Event[];
  try {
    events = parseEvents(file.text, { filename: file.path });
  } catch (error) {
    if (!(error instanceof YAMLException && error.mark)) throw error;
    return { root: undefined, diagnostics: [syntaxError(file, error.reason, error.mark.position)] };
  }
  const composer = new Composer(file, events);
  const root = composer.document();
  return { root: composer.isTooMuch ? undefined : root, diagnostics: composer.diagnostics };
}

function leadsOut(file: SourceFile): Diagnostic {
  const message = `this file is ${leavingLink}, so it is not read; put the file itself there`;
  return diagnose(file, { range: { start: 0, end: 1 }, rule: linkOutside.id, message });
}

function notUtf8(file: SourceFile, start: number): Diagnostic {
  const message = 'this is not UTF-8 text; save the file as UTF-8 in your editor';
  return diagnose(file, { range: { start, end: start + 1 }, rule: 'not-utf8', message });
}
