import type { Diagnostic } from '../bank/diagnostic.ts';
import { heads, kindNames, kinds, markOf } from '../bank/kinds/index.ts';
import type { BankFiles } from '../bank/load.ts';
import type { Kind } from '../bank/question.ts';
import type { YamlEntry, YamlMap, YamlNode } from '../bank/yaml/node.ts';
import { parseYaml } from '../bank/yaml/parse.ts';
import { itemsOf, valueUnder } from '../bank/yaml/path.ts';
import type { SourceFile } from '../files/source.ts';

/** A file of a bank and its document. */
export interface ParsedFile {
  readonly file: SourceFile;
  /** Undefined when the file is not UTF-8, not valid YAML, or not a map: it is not to be touched. */
  readonly root: YamlMap | undefined;
  /** What is wrong with it as YAML. */
  readonly diagnostics: readonly Diagnostic[];
  /** Its questions in reading order, those inside other questions after the one they stand in; each once. */
  readonly questions: readonly YamlMap[];
  /** Questions that stand there a second time, by an alias. */
  readonly repeated: readonly YamlMap[];
}

/** Every file of a bank, parsed: deck, quizzes, then the question files. */
export function parseBank({ deck, quizzes, topics }: BankFiles): ParsedFile[] {
  return [deck, ...(quizzes ? [quizzes] : []), ...topics].map(parseFile);
}

function parseFile(file: SourceFile): ParsedFile {
  const { root, diagnostics } = parseYaml(file);
  const sound = root?.kind === 'map' && diagnostics.length === 0 ? root : undefined;
  const found = new Set<YamlMap>();
  const repeated: YamlMap[] = [];
  const gather = (owner: YamlNode | undefined) => {
    for (const node of itemsOf(owner, 'questions')) {
      if (node.kind !== 'map') continue;
      if (found.has(node)) repeated.push(node);
      else {
        found.add(node);
        gather(node);
      }
    }
  };
  for (const owner of [sound, ...itemsOf(sound, 'topics')]) gather(owner);
  // An alias puts a question's map where its anchor is.
  const questions = [...found].sort((a, b) => a.start - b.start);
  return { file, root: sound, diagnostics, questions, repeated };
}

/** A question's head entry, and its kind where the rest of it tells; undefined without a head key, or with two. */
export function headOf(question: YamlMap): { entry: YamlEntry; kind: Kind | undefined } | undefined {
  const [entry, second] = question.entries.filter(({ key }) => heads.includes(key.value));
  if (!entry || second) return undefined;
  const candidates = kindNames.filter((kind) => kinds[kind].head === entry.key.value);
  if (candidates.length === 1) return { entry, kind: candidates[0] };
  const [kind, another] = candidates.filter((each) => valueUnder(question, markOf(each)));
  return { entry, kind: another ? undefined : kind };
}
