import type { Range, SourceFile } from '../files/source.ts';
import type { BankFiles } from './load.ts';
import type { Question } from './question.ts';
import type { YamlNode } from './yaml/node.ts';
import { parseYaml } from './yaml/parse.ts';
import { type Path, rangeAt, rangeOf, valueUnder } from './yaml/path.ts';

/** A stretch of one of the bank's files. */
export interface Located {
  readonly file: SourceFile;
  readonly range: Range;
}

/**
 * Finds where in the YAML a thing of the bank stands. A bank keeps no positions but where its questions begin: what is
 * wrong is rare, and its file is then parsed once more.
 */
export function locator(files: BankFiles) {
  const all = [files.deck, ...(files.quizzes ? [files.quizzes] : []), ...files.topics];
  const roots = new Map<string, YamlNode | undefined>();
  const questions = new Map<string, Map<number, YamlNode>>();

  const rootOf = (file: SourceFile): YamlNode | undefined => {
    if (!roots.has(file.path)) roots.set(file.path, parseYaml(file).root);
    return roots.get(file.path);
  };

  const questionAt = (file: SourceFile, start: number): YamlNode | undefined => {
    let index = questions.get(file.path);
    if (!index) {
      index = new Map();
      const root = rootOf(file);
      for (const topic of [root, ...itemsOf(root, 'topics')]) {
        for (const node of itemsOf(topic, 'questions')) {
          index.set(node.start, node);
          for (const inner of itemsOf(node, 'questions')) index.set(inner.start, inner);
        }
      }
      questions.set(file.path, index);
    }
    return index.get(start);
  };

  return {
    /** The place of `path` inside a question, or of words that it mentions, if it writes them as they are. */
    question(question: Question, path: Path, mention?: string): Located {
      const file = all.find((each) => each.path === question.place.file) ?? files.deck;
      const node = questionAt(file, question.place.start);
      const { start } = question.place;
      if (!node) return { file, range: { start, end: start + 1 } };
      const words = mention === undefined ? node : rangeOf(file, node, { find: mention });
      return { file, range: words === node ? rangeAt(node, path) : words };
    },

    /** The place of `path` inside the quiz of this id; of several with one id, inside the `nth`, from 0. */
    quiz(id: string, path: Path, nth = 0): Located {
      let before = 0;
      for (const file of files.quizzes ? [files.deck, files.quizzes] : [files.deck]) {
        for (const node of itemsOf(rootOf(file), 'quizzes')) {
          const own = valueUnder(node, 'id');
          if (own?.kind !== 'scalar' || own.value !== id || before++ < nth) continue;
          return { file, range: rangeAt(node, path) };
        }
      }
      return { file: files.deck, range: { start: 0, end: 1 } };
    },
  };
}

function itemsOf(node: YamlNode | undefined, key: string): readonly YamlNode[] {
  const value = valueUnder(node, key);
  return value?.kind === 'list' ? value.items : [];
}
