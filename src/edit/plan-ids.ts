import { type Diagnostic, diagnose } from '../bank/diagnostic.ts';
import type { YamlMap, YamlNode } from '../bank/yaml/node.ts';
import { valueUnder } from '../bank/yaml/path.ts';
import { hexDigest } from '../files/hash.ts';
import type { SourceFile } from '../files/source.ts';
import { parseMarkdown } from '../text/markdown.ts';
import { toPlain } from '../text/plain.ts';
import type { Change } from './change.ts';
import { headOf, type ParsedFile } from './parsed.ts';
import { slug } from './slug.ts';

/** An id for a question that has none. */
export interface NewId {
  readonly file: SourceFile;
  readonly question: YamlMap;
  readonly id: string;
  readonly change: Change;
}

/** The ids to give, in reading order, and the questions that cannot be given one. */
export interface IdPlan {
  readonly ids: readonly NewId[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes ids for all questions without one, from their words; none that is `reserved`, in use, or was in use. */
export function planIds(files: readonly ParsedFile[], reserved: Iterable<string>): IdPlan {
  const namer = new Namer([...reserved, ...files.flatMap(idsIn)], languageOf(files));
  const ids: NewId[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { file, questions, repeated } of files) {
    const twice = new Set(repeated);
    for (const question of questions) {
      if (!lacksId(question)) continue;
      const id = twice.has(question) ? undefined : namer.name(question);
      if (id) ids.push({ file, question, id, change: giving(question, id) });
      else diagnostics.push(refusal(file, question, twice.has(question)));
    }
  }
  return { ids, diagnostics };
}

function refusal(file: SourceFile, question: YamlMap, repeated: boolean): Diagnostic {
  const range = question.entries[0]?.key ?? question;
  const message = repeated
    ? 'no id made: this question stands in the bank twice, by an alias, and both would have the same; write the second one out'
    : 'no id made: first give the question one head key such as "ask:", with its words';
  return diagnose(file, { range, rule: repeated ? 'yaml-alias' : 'no-head', message });
}

function idEntry(question: YamlMap) {
  return question.entries.find(({ key }) => key.value === 'id');
}

/** True when there is no `id:`, or nothing behind it. */
function lacksId(question: YamlMap): boolean {
  const value = idEntry(question)?.value;
  // An empty block scalar (`id: |`) is left to its author: there is no place in it to write in.
  return !value || (value.kind === 'scalar' && value.value === '' && (value.empty || isQuoted(value)));
}

const isQuoted = ({ start, end }: YamlNode): boolean => end - start === 2;

function giving(question: YamlMap, id: string): Change {
  const entry = idEntry(question);
  return entry ? { kind: 'fill', entry, value: id } : { kind: 'add', map: question, key: 'id', value: id };
}

/** Ids that a file's questions have or had. What cannot be parsed is searched as text, so that none is given again. */
function idsIn({ root, file, questions }: ParsedFile): string[] {
  if (!root) return [...file.text.matchAll(/(?<=\bid["']?:\s*["']?)[a-z0-9-]+/g)].map(([id]) => id);
  return questions.flatMap((question) => [
    ...textsOf(valueUnder(question, 'id')),
    ...textsOf(valueUnder(question, 'was')),
  ]);
}

function textsOf(node: YamlNode | undefined): string[] {
  if (node?.kind === 'list') return node.items.flatMap(textsOf);
  return node?.kind === 'scalar' && node.value !== '' ? [node.value] : [];
}

/** The deck's language; English if it names none, as in the bank. */
function languageOf(files: readonly ParsedFile[]): string {
  const [written] = files.flatMap(({ root }) => textsOf(valueUnder(root, 'language')));
  return written ?? 'en';
}

/** Makes ids, each once. */
class Namer {
  readonly #taken: Set<string>;
  readonly #next = new Map<string, number>();
  readonly #language: string;

  constructor(taken: Iterable<string>, language: string) {
    this.#taken = new Set(taken);
    this.#language = language;
  }

  /** An id from the question's words; undefined when it has none. */
  name(question: YamlMap): string | undefined {
    const head = headOf(question);
    if (!head) return undefined;
    // What the head of a passage says is much the same in all of them; its title tells it from the others.
    const [words] = [...textsOf(valueUnder(question, 'title')), ...textsOf(head.entry.value)];
    if (words === undefined || words.trim() === '') return undefined;
    const plain = toPlain(parseMarkdown(words, { deletions: head.kind === 'cloze' }));
    return this.#unique(
      slug(plain, this.#language) ?? `${head.kind ?? head.entry.key.value}-${hexDigest(6, words)}`,
    );
  }

  #unique(base: string): string {
    let id = base;
    let number = this.#next.get(base) ?? 2;
    while (this.#taken.has(id)) id = `${base}-${number++}`;
    this.#next.set(base, number);
    this.#taken.add(id);
    return id;
  }
}
