import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import type { Range, SourceFile } from '../../files/source.ts';
import { quoted } from '../../text/nearest.ts';
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import type { ReaderRule } from '../rules.ts';
import { badCharacter } from './characters.ts';
import type { YamlEntry, YamlList, YamlNode, YamlScalar } from './node.ts';

type ScalarEvent = Extract<Event, { type: typeof EVENT_ID.SCALAR }>;

/** Where the words of a block scalar begin, after its indentation. */
function firstLetter(text: string, from: number, to: number): number {
  const at = text.slice(from, to).search(/\S/);
  return at < 0 ? from : from + at;
}

/** No text of a question is longer: these are some thirty pages of a book. */
const longestText = 100_000;

/** What the aliases of a file may repeat together, in characters; of a longer file ten times as much as it has. */
const mostRepeated = 1_000_000;

const tooLong = 'a text has at most 100,000 characters, and this has more; divide it';
const tooManyAliases =
  'with this the aliases of the file repeat more than a million characters, and ten times the file; make several files, or repeat less';

/** Turns the parser's flat events into nodes; one use a file. */
export class Composer {
  readonly diagnostics: Diagnostic[] = [];
  /** True when there is so much of something that nothing of the file is to be used. */
  isTooMuch = false;
  readonly #file: SourceFile;
  readonly #events: readonly Event[];
  readonly #anchors = new Map<string, YamlNode>();
  #at = 0;
  #aliases = 0;
  #repeated = 0;
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
      const message = 'a file holds one YAML document; delete this line, or make two files';
      this.#report({ start: second, end: second + 3 }, 'yaml-syntax', message);
    }
    this.#at = 1;
    const next = this.#events[1];
    return !next || next.type === EVENT_ID.POP ? undefined : this.#node();
  }

  #report(range: Range, rule: ReaderRule, message: string): void {
    this.diagnostics.push(diagnose(this.#file, { range, rule, message }));
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
    if (event?.type === EVENT_ID.SCALAR) return this.#scalar(event);
    if (event?.type === EVENT_ID.SEQUENCE) return this.#list(event.start);
    if (event?.type === EVENT_ID.MAPPING) {
      return { kind: 'map', start: event.start, entries: this.#entries(), end: this.#last };
    }
    throw new Error(`unexpected YAML event ${event?.type}`);
  }

  #scalar(event: ScalarEvent): YamlScalar {
    if (event.valueStart < 0)
      return { kind: 'scalar', start: this.#last, end: this.#last, value: '', empty: true };
    const { style, valueStart, valueEnd } = event;
    const quote = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
    const end = Math.max(valueStart, valueEnd) + quote;
    this.#last = end;
    const value = getScalarValue(this.#file.text, event);
    this.#characters(valueStart, valueEnd, style === SCALAR_STYLE.DOUBLE_QUOTED);
    const isBlock = style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK;
    const start = isBlock ? firstLetter(this.#file.text, valueStart, end) : valueStart - quote;
    if (value.length > longestText) this.#tooMuch({ start, end }, 'text-too-long', tooLong);
    return { kind: 'scalar', start, end, value, empty: false };
  }

  #tooMuch(range: Range, rule: ReaderRule, message: string): void {
    this.isTooMuch = true;
    this.#report(range, rule, message);
  }

  #characters(start: number, end: number, isDoubleQuoted: boolean): void {
    const bad = badCharacter(this.#file.text.slice(start, end), isDoubleQuoted);
    if (bad)
      this.#report({ start: start + bad.start, end: start + bad.end }, 'control-character', bad.message);
  }

  #list(start: number): YamlList {
    const items: YamlNode[] = [];
    this.#last = start;
    while (!this.#pop()) {
      const item = this.#node();
      items.push(item.kind === 'scalar' && item.empty ? this.#atItsDash(item) : item);
    }
    return { kind: 'list', start, end: this.#last, items };
  }

  /** An entry that is not there is pointed at by its dash. */
  #atItsDash(item: YamlScalar): YamlScalar {
    const dash = /(?:\s|#[^\n]*)*-/y;
    dash.lastIndex = this.#last;
    if (!dash.test(this.#file.text)) return item;
    this.#last = dash.lastIndex;
    return { ...item, start: this.#last - 1, end: this.#last };
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
        const message = `${quoted(key.value)} is given twice in one map; keep one of them`;
        this.#report(key, 'duplicate-key', message);
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
    if (node) {
      const before = this.#repeated;
      this.#repeated += node.end - node.start;
      const most = Math.max(mostRepeated, 10 * this.#file.text.length);
      if (before <= most && this.#repeated > most)
        this.#tooMuch({ start: start - 1, end }, 'yaml-alias', tooManyAliases);
      return node;
    }
    const message = `nothing above is named "&${name}"; if this is text, put it in quotes`;
    this.#report({ start: start - 1, end }, 'yaml-alias', message);
    return { kind: 'scalar', start: start - 1, end, value: `*${name}`, empty: false };
  }
}
