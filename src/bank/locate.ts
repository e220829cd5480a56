import type { Range, SourceFile } from '../files/source.ts';
import { groupBy } from '../text/group.ts';
import { once } from '../text/once.ts';
import { present } from '../text/present.ts';
import type { Where } from './finding.ts';
import { type BankFiles, filesOf } from './load.ts';
import type { Question } from './question.ts';
import type { YamlMap, YamlNode } from './yaml/node.ts';
import { parseYaml } from './yaml/parse.ts';
import { itemsOf, nodeAt, rangeAt, wordsFinder, wordsUnder } from './yaml/path.ts';

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

/**
 * Finds where in the YAML a place of the bank stands; its `question` is given, for several may have one id. A bank keeps no
 * positions but where its questions begin: what is wrong is rare, and its file is then parsed once more.
 *
 * @throws {Error} when asked for what is not in these files
 */
export function locator(files: BankFiles) {
  const rootOf = once((file: SourceFile) => ({ root: parseYaml(file).root }), new Map());
  const questionsOf = once(
    (file: SourceFile) =>
      new Map(questionNodes(rootOf(file).root).questions.map((node) => [node.start, node])),
    new Map(),
  );
  const quizzesOf = once(({ deck, quizzes = deck }: BankFiles) => {
    const nodes = [...new Set([deck, quizzes])].flatMap((file) =>
      itemsOf(rootOf(file).root, 'quizzes').map((node) => ({ file, node })),
    );
    return groupBy(nodes, ({ node }) => wordsUnder(node, 'id') ?? '');
  }, new Map());
  const wordsIn = wordsFinder();
  const fileOf = new Map(filesOf(files).map((file) => [file.path, file]));
  return ({ quiz, nth = 0, path = [], words }: Where, question: Question | undefined): Located => {
    if (quiz !== undefined) {
      const { file, node } = present(quizzesOf(files).get(quiz)?.[nth], `quiz "${quiz}" in these files`);
      return { file, range: wordsIn(file, nodeAt(node, path), words) ?? rangeAt(node, path) };
    }
    if (question) {
      const { file: name, start } = question.place;
      const file = present(fileOf.get(name), `file "${name}" in this bank`);
      const node = present(questionsOf(file).get(start), `question that begins at ${name}:${start}`);
      return { file, range: wordsIn(file, nodeAt(node, path), words) ?? rangeAt(node, path) };
    }
    const root = path.length === 0 ? undefined : rootOf(files.deck).root;
    return { file: files.deck, range: root ? rangeAt(root, path) : { start: 0, end: 1 } };
  };
}
