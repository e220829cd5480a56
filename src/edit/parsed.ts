import type { Diagnostic } from '../bank/diagnostic.ts';
import { type BankFiles, filesOf } from '../bank/load.ts';
import { type QuestionNodes, questionNodes } from '../bank/locate.ts';
import type { Kind } from '../bank/question.ts';
import { signsOf } from '../bank/read-question.ts';
import type { YamlEntry, YamlMap } from '../bank/yaml/node.ts';
import { parseYaml } from '../bank/yaml/parse.ts';
import type { SourceFile } from '../files/source.ts';

/** A file of a bank, its document and its questions. */
export interface ParsedFile extends QuestionNodes {
  readonly file: SourceFile;
  /** Undefined when the file is not UTF-8, not valid YAML, or not a map: it is not to be touched. */
  readonly root: YamlMap | undefined;
  /** What is wrong with it as YAML. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Every file of a bank, parsed: deck, quizzes, then the question files. */
export const parseBank = (files: BankFiles): ParsedFile[] =>
  filesOf(files).map((file) => {
    const { root, diagnostics } = parseYaml(file);
    const sound = root?.kind === 'map' && diagnostics.length === 0 ? root : undefined;
    return { file, root: sound, diagnostics, ...questionNodes(sound) };
  });

/** A question's head entry, and its kind where the rest of it tells; undefined without a head key, or with two. */
export function headOf(question: YamlMap): { entry: YamlEntry; kind: Kind | undefined } | undefined {
  const {
    heads: [entry, second],
    marked: [kind, another],
  } = signsOf(question);
  return entry && !second ? { entry, kind: another ? undefined : kind } : undefined;
}
