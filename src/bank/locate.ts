import type { Range, SourceFile } from '../files/source.ts';
import type { BankFiles } from './load.ts';
import type { Question } from './question.ts';
import type { YamlNode } from './yaml/node.ts';
import { parseYaml } from './yaml/parse.ts';
import { itemsOf, nodeAt, type Path, rangeAt, rangeOf, type Words, wordsUnder } from './yaml/path.ts';

/** A stretch of one of the bank's files. */
export interface Located {
  readonly file: SourceFile;
  readonly range: Range;
}

/**
 * Finds where in the YAML a thing of the bank stands. A bank keeps no positions but where its questions begin: what is
 * wrong is rare, and its file is then parsed once more.
 *
 * @throws {Error} when asked for what is not in these files
 */
export function locator(files: BankFiles) {
  const all = [files.deck, ...(files.quizzes ? [files.quizzes] : []), ...files.topics];
  const roots = new Map<string, YamlNode | undefined>();
  const questions = new Map<string, Map<number, YamlNode>>();

  const rootOf = (file: SourceFile): YamlNode | undefined => {
    if (!roots.has(file.path)) roots.set(file.path, parseYaml(file).root);
    return roots.get(file.path);
  };

  const questionsIn = (file: SourceFile): Map<number, YamlNode> => {
    const known = questions.get(file.path);
    if (known) return known;
    const index = new Map<number, YamlNode>();
    const root = rootOf(file);
    for (const topic of [root, ...itemsOf(root, 'topics')]) {
      for (const node of itemsOf(topic, 'questions')) {
        index.set(node.start, node);
        for (const inner of itemsOf(node, 'questions')) index.set(inner.start, inner);
      }
    }
    questions.set(file.path, index);
    return index;
  };

  return {
    /** The place of `path` inside a question, or of words there, if it writes them as they are. */
    question({ place }: Question, path: Path, words: Words | undefined): Located {
      const file = all.find((each) => each.path === place.file);
      const node = file && questionsIn(file).get(place.start);
      if (!node) throw new Error(`no question begins at ${place.file}:${place.start}`);
      const found = nodeAt(node, path);
      const range = rangeOf(file, found, words);
      return { file, range: range === found ? rangeAt(node, path) : range };
    },

    /** The place of `path` inside the quiz of this id; of several with one id, inside the `nth`, from 0. */
    quiz(id: string, path: Path, nth: number): Located {
      const blueprints = files.quizzes ? [files.deck, files.quizzes] : [files.deck];
      const found = blueprints.flatMap((file) =>
        itemsOf(rootOf(file), 'quizzes').map((node) => ({ file, node })),
      );
      const one = found.filter(({ node }) => wordsUnder(node, 'id') === id)[nth];
      if (!one) throw new Error(`no quiz "${id}" in these files`);
      return { file: one.file, range: rangeAt(one.node, path) };
    },

    /** The place of `path` in the deck file; its beginning without a path. */
    deck(path: Path): Located {
      const root = path.length === 0 ? undefined : rootOf(files.deck);
      return { file: files.deck, range: root ? rangeAt(root, path) : { start: 0, end: 1 } };
    },
  };
}
