import type { z } from 'zod';
import type { SourceFile } from '../files/source.ts';
import type { Bank, Quiz } from './bank.ts';
import { type Diagnostic, diagnose } from './diagnostic.ts';
import { type DeckFields, deckFile, quizzesFile, topicFile, wholeFile } from './fields/deck.ts';
import { decode } from './fields/decode.ts';
import { mostQuizzes, quizShape, readQuiz } from './fields/quiz.ts';
import type { Question } from './question.ts';
import { readQuestion } from './read-question.ts';
import type { YamlNode } from './yaml/node.ts';
import { parseYaml } from './yaml/parse.ts';
import { itemsOf, valueUnder, wordsUnder } from './yaml/path.ts';

/** The files of a bank as text. Without `topics` and `quizzes` the deck file is a bank of its own. */
export interface BankFiles {
  /** A folder with a deck.yaml, or one file that holds everything. */
  readonly form: 'folder' | 'file';
  readonly deck: SourceFile;
  readonly quizzes?: SourceFile | undefined;
  readonly topics: readonly SourceFile[];
  /** The paths of all files that lie in the folder, relative to it, with `/`. */
  readonly others: ReadonlySet<string>;
  /** In the same way those that are links to files out of the folder: nothing of them is read. */
  readonly outside: ReadonlySet<string>;
  /** The first bytes of one of `others`, at least `headSize` if it has them; undefined when they cannot be read. */
  readonly head: (path: string) => Uint8Array | undefined;
}

/** All files of a bank that are read: deck, quizzes, then the question files. */
export const filesOf = ({ deck, quizzes, topics }: BankFiles): SourceFile[] => [
  deck,
  ...(quizzes ? [quizzes] : []),
  ...topics,
];

/** What came of reading: what is wrong with the files, and the bank without what could not be read. */
export interface Loaded {
  /** Undefined when the deck's own fields are not right. */
  readonly bank: Bank | undefined;
  /** What was read of a bank, whatever its deck's fields are. */
  readonly read: Pick<Bank, 'questions' | 'quizzes'>;
  /** In the order found; see `inReadingOrder`. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many questions the files hold, right or not. */
  readonly questionCount: number;
  readonly files: BankFiles;
}

/**
 * Reads a bank. Pure: the same files give the same bank, and nothing an author writes makes it throw. What is wrong with
 * a bank that can be read is for `checkBank` to say.
 */
export function loadBank(files: BankFiles): Loaded {
  const loader = new Loader(files);
  const bank = loader.load();
  const { diagnostics, questionCount } = loader;
  if (questionCount === 0 && diagnostics.length === 0) diagnostics.push(emptyBank(files));
  return { bank, read: bank ?? loader.read, diagnostics, questionCount, files };
}

/** A passage counts as the questions inside it. */
function countQuestions(node: YamlNode): number {
  const inside = valueUnder(node, 'passage') && valueUnder(node, 'questions');
  return inside?.kind === 'list' ? inside.items.length : 1;
}

function emptyBank(files: BankFiles): Diagnostic {
  const advice =
    files.topics.length > 0 || files.form === 'file'
      ? 'write the first under "questions:"'
      : 'put a file such as 01-first-topic.yaml beside deck.yaml';
  const message = `the bank has no questions: ${advice}`;
  return diagnose(files.deck, { range: { start: 0, end: 1 }, rule: 'empty-bank', message });
}

/** What the deck file of a bank is, by the bank's form. */
const deckFiles = {
  folder: { shape: deckFile, what: 'deck.yaml', needs: 'a deck.yaml needs at least "deck:" and "id:"' },
  file: {
    shape: wholeFile,
    what: 'a bank in one file',
    needs: 'a bank in one file needs "deck:", "id:" and "topics:"',
  },
} as const;

/** One use a bank: gathers questions, quizzes and diagnostics from file after file. */
class Loader {
  readonly diagnostics: Diagnostic[] = [];
  readonly read: { readonly topics: string[]; readonly questions: Question[]; readonly quizzes: Quiz[] } = {
    topics: [],
    questions: [],
    quizzes: [],
  };
  questionCount = 0;
  readonly #files: BankFiles;

  constructor(files: BankFiles) {
    this.#files = files;
  }

  load(): Bank | undefined {
    const { form, deck: file, quizzes, topics } = this.#files;
    const { shape, what, needs } = deckFiles[form];
    const root = this.#parse(file, needs);
    const deck = root && this.#decode(file, root, shape, what);
    const source = wordsUnder(root, 'source') ?? soleSource(deck);
    if (form === 'file') for (const topic of itemsOf(root, 'topics')) this.#topic(file, topic, source);
    this.#quizzes(file, root);
    for (const topic of topics) {
      const node = this.#parse(topic, 'a question file needs "topic:" and "questions:"');
      if (node) this.#topic(topic, node, source);
    }
    const quizRoot = quizzes && this.#parse(quizzes, 'quizzes.yaml needs "quizzes:"');
    if (quizzes && quizRoot) {
      this.#decode(quizzes, quizRoot, quizzesFile, 'quizzes.yaml');
      this.#quizzes(quizzes, quizRoot);
    }
    return deck && this.#bank(deck);
  }

  /** One by one, for they may be more than a call takes as arguments. */
  #say(diagnostics: readonly Diagnostic[]): void {
    for (const each of diagnostics) this.diagnostics.push(each);
  }

  #parse(file: SourceFile, needs: string): YamlNode | undefined {
    const { root, diagnostics } = parseYaml(file);
    this.#say(diagnostics);
    if (root?.kind === 'map') return root;
    if (diagnostics.length === 0) {
      const empty = !root || (root.kind === 'scalar' && root.empty);
      const message = empty
        ? `the file is empty: ${needs}`
        : `this is not a map of keys and values: ${needs}`;
      const range = empty ? { start: 0, end: 1 } : root;
      this.diagnostics.push(diagnose(file, { range, rule: 'empty-file', message }));
    }
    return undefined;
  }

  #decode<Shape extends z.ZodType>(file: SourceFile, node: YamlNode, shape: Shape, what: string) {
    const { value, wrong } = decode(node, shape, { what });
    this.#say(wrong.map((each) => diagnose(file, each)));
    return value;
  }

  #topic(file: SourceFile, root: YamlNode, fallback: string | undefined): void {
    const inDeck = file === this.#files.deck;
    const topic = this.#decode(file, root, topicFile, inDeck ? 'a topic' : 'a question file');
    const title = topic?.topic ?? wordsUnder(root, 'topic') ?? '';
    if (title !== '' && !this.read.topics.includes(title)) this.read.topics.push(title);
    const { source = fallback, defaults = {} } = topic ?? {};
    const context = { file, topic: title, source, defaults };
    for (const node of itemsOf(root, 'questions')) {
      this.questionCount += countQuestions(node);
      const { question, diagnostics } = readQuestion(node, context);
      this.#say(diagnostics);
      if (question) this.read.questions.push(question);
    }
  }

  #quizzes(file: SourceFile, root: YamlNode | undefined): void {
    for (const node of itemsOf(root, 'quizzes').slice(0, mostQuizzes)) {
      const id = wordsUnder(node, 'id');
      const what = id === undefined ? 'a quiz' : `quiz "${id}"`;
      const quiz = this.#decode(file, node, quizShape, what);
      if (quiz) this.read.quizzes.push(readQuiz(quiz));
    }
  }

  #bank(deck: DeckFields): Bank {
    const anki = deck.anki ?? {};
    return {
      deck: deck.deck,
      id: deck.id,
      language: deck.language ?? 'en',
      description: deck.description,
      authors: deck.author ?? [],
      license: deck.license,
      version: deck.version,
      date: deck.date,
      tags: deck.tags ?? [],
      subdecks: deck.subdecks ?? 'none',
      targets: deck.targets,
      sources: deck.sources ?? {},
      anki: { newPerDay: anki['new-per-day'], retention: anki.retention },
      topics: this.read.topics,
      questions: this.read.questions,
      quizzes: this.read.quizzes,
    };
  }
}

/** What a citation means that names no source: the bank's only one, if there is only one. */
function soleSource(deck: DeckFields | undefined): string | undefined {
  const [sole, another] = Object.keys(deck?.sources ?? {});
  return another === undefined ? sole : undefined;
}
