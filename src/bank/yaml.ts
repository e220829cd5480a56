import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, YAMLException } from 'js-yaml';
import { type Diagnostic, diagnose, type Finding, type Range } from './diagnostic.ts';
import type { SourceFile } from './source.ts';

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
    return { root: undefined, diagnostics: [syntaxError(file, error)] };
  }
  const composer = new Composer(file, events);
  return { root: composer.document(), diagnostics: composer.diagnostics };
}

function syntaxError(file: SourceFile, error: YAMLException): Diagnostic {
  const at = Math.min(error.mark?.position ?? 0, file.text.length);
  const advice = syntaxAdvice.find(([pattern]) => pattern.test(error.reason ?? ''))?.[1];
  const message = `not valid YAML: ${error.reason}${advice ? `; ${advice}` : ''}`;
  return diagnose(file, { start: at, end: at + 1 }, { rule: 'yaml-syntax', message });
}

const syntaxAdvice: readonly (readonly [RegExp, string])[] = [
  [
    /mapping entry|mapping values|implicit key/,
    'put text that contains ": " in quotes, and line up the keys of one map',
  ],
  [/tab characters/, 'indent with spaces'],
  [/flow collection/, 'close the bracket that was opened'],
  [/quoted scalar/, 'close the quotation mark that was opened'],
  [/end of the stream or a document separator/, 'line this up with what stands above it'],
];

/** Turns the parser's flat events into nodes; one use a file. */
class Composer {
  readonly diagnostics: Diagnostic[] = [];
  readonly #file: SourceFile;
  readonly #events: readonly Event[];
  readonly #anchors = new Map<string, YamlNode>();
  #at = 0;
  #aliases = 0;
  /** Where the last thing read ended: the end of a collection, and the place of a value that is not there. */
  #last = 0;

  constructor(file: SourceFile, events: readonly Event[]) {
    this.#file = file;
    this.#events = events;
  }

  document(): YamlNode | undefined {
    const documents = this.#events.filter((event) => event.type === EVENT_ID.DOCUMENT).length;
    if (documents === 0) return undefined;
    if (documents > 1) {
      const second = this.#file.text.indexOf('\n---') + 1;
      this.#report(
        { start: second, end: second + 3 },
        'yaml-syntax',
        'a file holds one YAML document: delete this line',
      );
    }
    this.#at = 1;
    const next = this.#events[1];
    return !next || next.type === EVENT_ID.POP ? undefined : this.#node();
  }

  #report(range: Range, rule: string, message: string): void {
    const finding: Finding = { rule, message };
    this.diagnostics.push(diagnose(this.#file, range, finding));
  }

  #node(): YamlNode {
    const event = this.#events[this.#at++];
    if (event?.type === EVENT_ID.ALIAS) return this.#alias(event.anchorStart, event.anchorEnd);
    const aliasesBefore = this.#aliases;
    const node = this.#plainNode(event);
    if (event && 'anchorStart' in event && event.anchorStart >= 0) {
      const name = this.#file.text.slice(event.anchorStart, event.anchorEnd);
      if (this.#aliases > aliasesBefore) {
        const range = { start: event.anchorStart, end: event.anchorEnd };
        this.#report(range, 'yaml-alias', `"&${name}" holds an alias itself; write its contents out`);
      } else this.#anchors.set(name, node);
    }
    return node;
  }

  #plainNode(event: Event | undefined): YamlNode {
    if (event?.type === EVENT_ID.SCALAR) {
      const empty = event.valueStart < 0;
      const start = event.valueStart < 0 ? this.#last : event.valueStart;
      const quote =
        event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
      const end = Math.max(start, event.valueEnd);
      this.#last = end + quote;
      const value = empty ? '' : getScalarValue(this.#file.text, event);
      return { kind: 'scalar', start: start - quote, end: end + quote, value, empty };
    }
    if (event?.type === EVENT_ID.SEQUENCE) {
      const items: YamlNode[] = [];
      while (!this.#pop()) items.push(this.#node());
      return { kind: 'list', start: event.start, end: this.#last, items };
    }
    if (event?.type === EVENT_ID.MAPPING) {
      return { kind: 'map', start: event.start, entries: this.#entries(), end: this.#last };
    }
    throw new Error(`unexpected YAML event ${event?.type}`);
  }

  #pop(): boolean {
    if (this.#events[this.#at]?.type !== EVENT_ID.POP) return false;
    this.#at++;
    return true;
  }

  #entries(): YamlEntry[] {
    const entries: YamlEntry[] = [];
    const seen = new Map<string, YamlScalar>();
    while (!this.#pop()) {
      const key = this.#node();
      const value = this.#node();
      if (key.kind !== 'scalar') {
        this.#report(key, 'yaml-syntax', 'a key must be a word, not a list or a map');
        continue;
      }
      if (seen.has(key.value)) {
        this.#report(key, 'duplicate-key', `"${key.value}" is given twice in one map; keep one of them`);
        continue;
      }
      seen.set(key.value, key);
      entries.push({ key, value });
    }
    return entries;
  }

  #alias(start: number, end: number): YamlNode {
    const name = this.#file.text.slice(start, end);
    const node = this.#anchors.get(name);
    this.#aliases++;
    this.#last = end;
    if (node) return node;
    this.#report({ start: start - 1, end }, 'yaml-alias', `nothing above is anchored as "&${name}"`);
    return { kind: 'scalar', start: start - 1, end, value: `*${name}`, empty: false };
  }
}
