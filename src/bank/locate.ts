import type { Range, SourceFile } from '../files/source.ts';
import { once } from '../text/once.ts';
import { type BankFiles, filesOf } from './load.ts';
import type { Question } from './question.ts';
import type { YamlMap, YamlNode } from './yaml/node.ts';
import { parseYaml } from './yaml/parse.ts';
import { itemsOf, nodeAt, type Path, rangeAt, rangeOf, type Words, wordsUnder } from './yaml/path.ts';

/** A stretch of one of the bank's files. */
export interface Located {
  readonly file: SourceFile;
  readonly range: Range;
}

/** The questions in a file, those inside other questions after the one they stand in. */
export interface QuestionNodes {
  /** Each once, in reading order. */
  readonly questions: readonly YamlMap[];
  /** Those that stand there a second time, by an alias. */
  readonly repeated: readonly YamlMap[];
}

/** The questions below the root of a file. */
export function questionNodes(root: YamlNode | undefined): QuestionNodes {
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
  for (const owner of [root, ...itemsOf(root, 'topics')]) gather(owner);
  // An alias puts a question's map where its anchor is.
  return { questions: [...found].sort((a, b) => a.start - b.start), repeated };
}

/** A file's questions by the offsets at which they begin. */
const questionsOf = once(
  (file: SourceFile) =>
    new Map(questionNodes(parseYaml(file).root).questions.map((node) => [node.start, node])),
  new WeakMap(),
);

/**
 * Finds where in the YAML a thing of the bank stands: a bank keeps no positions but where its questions begin.
 *
 * @throws {Error} when asked for what is not in these files
 */
export function locator(files: BankFiles) {
  const all = new Map(filesOf(files).map((file) => [file.path, file]));

  return {
    /** The place of `path` inside a question, or of words there, if it writes them as they are. */
    question({ place }: Question, path: Path, words: Words | undefined): Located {
      const file = all.get(place.file);
      const node = file && questionsOf(file).get(place.start);
      if (!node) throw new Error(`no question begins at ${place.file}:${place.start}`);
      const found = nodeAt(node, path);
      const range = rangeOf(file, found, words);
      return { file, range: range === found ? rangeAt(node, path) : range };
    },

    /** The place of `path` inside the quiz of this id; of several with one id, inside the `nth`, from 0. */
    quiz(id: string, path: Path, nth: number): Located {
      const blueprints = files.quizzes ? [files.deck, files.quizzes] : [files.deck];
      const found = blueprints.flatMap((file) =>
        itemsOf(parseYaml(file).root, 'quizzes').map((node) => ({ file, node })),
      );
      const one = found.filter(({ node }) => wordsUnder(node, 'id') === id)[nth];
      if (!one) throw new Error(`no quiz "${id}" in these files`);
      return { file: one.file, range: rangeAt(one.node, path) };
    },

    /** The place of `path` in the deck file; its beginning without a path. */
    deck(path: Path): Located {
      const root = path.length === 0 ? undefined : parseYaml(files.deck).root;
      return { file: files.deck, range: root ? rangeAt(root, path) : { start: 0, end: 1 } };
    },
  };
}
