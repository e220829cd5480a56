import { deckFile, quizzesFile, topicFile, wholeFile } from '../fields/deck.ts';
import { commonShape } from '../fields/every-kind.ts';
import { quizShape } from '../fields/quiz.ts';
import { kindNames } from '../kinds/index.ts';
import { commonName, kindSchema, questionSchema } from './question.ts';
import { byKey, requires, type Schema, setItems, shapeSchema, withItems } from './shape.ts';

// JSON Schema for editors, from the shapes that banks are read with. What differs from them has one reason: an editor's
// YAML parser has turned scalars into numbers and booleans before it looks at the schema.

/** The files of a bank that have a schema. */
export const schemaFiles = ['question', 'deck', 'bank', 'quizzes'] as const;
export type SchemaFile = (typeof schemaFiles)[number];

/**
 * The schema (draft 2020-12) of one file of a bank; without a name, one that fits them all and tells them apart by
 * their keys. Calls give equal schemas, with their keys in the same order.
 */
export function jsonSchema(file?: SchemaFile): Schema {
  const root = file === undefined ? anyFile() : files[file]();
  const title = file === undefined ? 'A file of a Recto Verso bank' : titles[file];
  const schema = { $schema: 'https://json-schema.org/draft/2020-12/schema', title, ...root };
  const definitions: Record<string, Schema> = {};
  collect(schema, definitions);
  return { ...schema, $defs: definitions };
}

const titles: Record<SchemaFile, string> = {
  question: 'A Recto Verso question file',
  deck: "A Recto Verso bank's deck.yaml",
  bank: 'A Recto Verso bank in one file',
  quizzes: "A Recto Verso bank's quizzes.yaml",
};

const files: Record<SchemaFile, () => Schema> = {
  question: () => withItems(topicFile, 'questions', 'question'),
  deck: () => withItems(deckFile, 'quizzes', 'quiz'),
  bank: () => setItems(withItems(wholeFile, 'quizzes', 'quiz'), 'topics', 'topic'),
  quizzes: () => withItems(quizzesFile, 'quizzes', 'quiz'),
};

/** Everything that schemas refer to, each made when it is needed. */
const parts: Readonly<Record<string, () => Schema>> = {
  topic: files.question,
  quiz: () => shapeSchema(quizShape),
  question: () => questionSchema(kindNames),
  'question-on-a-passage': () => questionSchema(kindNames.filter((kind) => kind !== 'passage')),
  ...Object.fromEntries(kindNames.map((kind) => [kind, () => kindSchema(kind)])),
  ...Object.fromEntries(
    Object.entries(commonShape).map(([name, shape]) => [commonName(name), () => shapeSchema(shape)]),
  ),
};

/** Puts the parts that a schema refers to, and those that these refer to, among its definitions. */
function collect(schema: unknown, into: Record<string, Schema>): void {
  if (typeof schema !== 'object' || schema === null) return;
  for (const [keyword, value] of Object.entries(schema)) {
    const name = keyword === '$ref' ? /^#\/\$defs\/(.+)$/.exec(String(value))?.[1] : undefined;
    const make = name === undefined ? undefined : parts[name];
    if (name === undefined) collect(value, into);
    else if (make && !into[name]) {
      into[name] = make();
      collect(into[name], into);
    }
  }
}

/** Any file of a bank, told by its keys. */
function anyFile(): Schema {
  const deciding: readonly (readonly [string, SchemaFile])[] = [
    ['topics', 'bank'],
    ['topic', 'question'],
    ['questions', 'question'],
    ['deck', 'deck'],
    ['id', 'deck'],
    ['quizzes', 'quizzes'],
  ];
  const keys = Object.fromEntries(deciding.map(([key, file]) => [key, { description: `${titles[file]}.` }]));
  const otherwise = { properties: keys, anyOf: Object.keys(keys).map(requires) };
  const cases = deciding.map(([key, file]): [string, Schema] => [key, files[file]()]);
  return { type: 'object', ...byKey(cases, otherwise) };
}

/** A schema as a file; short lists stand on one line. */
export const formatSchema = (schema: Schema): string =>
  `${JSON.stringify(schema, null, 2).replace(shortList, (list) => list.replace(/\s+/g, ' '))}\n`;

const shortList = /\[\s+"[\w-]+"(?:,\s+"[\w-]+"){0,7}\s+\]/g;
