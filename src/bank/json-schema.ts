import { z } from 'zod';
import { commonShape } from './common.ts';
import { deckFile, quizzesFile, topicFile, wholeFile } from './deck.ts';
import { heads, kindNames, kinds } from './kinds/index.ts';
import type { Kind } from './question.ts';
import { questionShapes } from './questions.ts';
import { quizShape } from './quizzes.ts';

// JSON Schema for editors, from the shapes that banks are read with. What differs from them has one reason: an editor's
// YAML parser has turned scalars into numbers and booleans before it looks at the schema.

/** A JSON Schema, or a part of one. */
export type Schema = { readonly [keyword: string]: unknown };

/** The files of a bank that have a schema. */
export const schemaFiles = ['question', 'deck', 'bank', 'quizzes'] as const;
export type SchemaFile = (typeof schemaFiles)[number];

/**
 * The schema (draft 2020-12) of one file of a bank; without a name, one that fits them all and tells them apart by
 * their keys. Calls give equal schemas, with their keys in the same order.
 */
export function jsonSchema(file?: SchemaFile): Schema {
  const root = file === undefined ? anyFile() : { ...files[file]() };
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
  bank: () => {
    const bank = withItems(wholeFile, 'quizzes', 'quiz');
    return setItems(bank, 'topics', 'topic');
  },
  quizzes: () => withItems(quizzesFile, 'quizzes', 'quiz'),
};

/** Everything that schemas refer to, each made when it is needed. */
const parts: Readonly<Record<string, () => Schema>> = {
  topic: () => withItems(topicFile, 'questions', 'question'),
  quiz: () => shapeSchema(quizShape),
  question: () => questionSchema(kindNames),
  'question-on-a-passage': () => questionSchema(kindNames.filter((kind) => kind !== 'passage')),
  ...Object.fromEntries(kindNames.map((kind) => [kind, () => kindSchema(kind)])),
  ...Object.fromEntries(
    Object.entries(commonShape).map(([name, shape]) => [commonName(name), () => shapeSchema(shape)]),
  ),
};

function commonName(field: string): string {
  return `common-${field}`;
}

const refer = (part: string): Schema => ({ $ref: `#/$defs/${part}` });

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

/** A shape as JSON Schema, by what may be written rather than what is made of it. */
function shapeSchema(shape: z.ZodType): Schema {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, {
    io: 'input',
    // Older editors know no `prefixItems`; of our tuples all items are alike.
    override: ({ jsonSchema }) => {
      const [item] = (jsonSchema.prefixItems as Schema[] | undefined) ?? [];
      if (!item) return;
      const { description: _, ...alike } = item;
      delete jsonSchema.prefixItems;
      jsonSchema.items = alike as NonNullable<typeof jsonSchema.items>;
    },
  });
  return JSON.parse(JSON.stringify(schema)) as Schema;
}

const withItems = (shape: z.ZodType, list: string, part: string): Schema =>
  setItems(shapeSchema(shape), list, part);

/** Says what the items of one of a map's lists are. */
function setItems(schema: Schema, list: string, part: string): Schema {
  const properties = schema.properties as Record<string, Schema>;
  return { ...schema, properties: { ...properties, [list]: { ...properties[list], items: refer(part) } } };
}

/** Fields of which one must be there. */
const oneNeeded: Partial<Record<Kind, readonly string[]>> = { passage: ['text', 'image'] };

/** One kind's fields; those that all kinds take are defined once. */
function kindSchema(kind: Kind): Schema {
  const { shape } = kinds[kind];
  const whole = shapeSchema(questionShapes[kind]);
  const properties = Object.fromEntries(
    Object.entries(whole.properties as Record<string, Schema>).map(([name, schema]) => [
      name,
      name in commonShape && !(name in shape) ? refer(commonName(name)) : schema,
    ]),
  );
  const needed = oneNeeded[kind];
  const schema = {
    ...whole,
    properties,
    not: { required: ['only', 'except'] },
    ...(needed && { anyOf: needed.map(requires) }),
  };
  return kind === 'passage' ? setItems(schema, 'questions', 'question-on-a-passage') : schema;
}

const requires = (key: string): Schema => ({ required: [key] });

/** A switch: the first of the keys that is there decides what the map must be. */
const byKey = (cases: readonly (readonly [string, Schema])[], otherwise: Schema): Schema =>
  cases.reduceRight<Schema>(
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema's own word.
    (rest, [key, schema]) => ({ if: requires(key), then: schema, else: rest }),
    otherwise,
  );

/**
 * A question of one of these kinds. The head key decides, so that an editor complains of the kind that was meant, and
 * offers its fields; before there is one it offers all head keys.
 */
function questionSchema(among: readonly Kind[]): Schema {
  const cases = heads.flatMap((head): (readonly [string, Schema])[] => {
    const candidates = among.filter((kind) => kinds[kind].head === head);
    return candidates.length === 0 ? [] : [[head, byMark(candidates)]];
  });
  const about = cases.map(([head]) => [head, described(among.filter((kind) => kinds[kind].head === head))]);
  const none = stillOpen(Object.fromEntries(about));
  return { type: 'object', description: 'A question.', ...byKey(cases, none) };
}

/** Kinds of one head are told apart by the field that marks them. */
function byMark(candidates: readonly Kind[]): Schema {
  const [sole] = candidates;
  if (sole && candidates.length === 1) return refer(sole);
  const marks = candidates.map((kind): [string, Kind] => [kinds[kind].mark ?? '', kind]);
  return byKey(
    marks.map(([mark, kind]) => [mark, refer(kind)]),
    stillOpen(Object.fromEntries(marks.map(([mark, kind]) => [mark, described([kind])]))),
  );
}

const described = (among: readonly Kind[]): Schema => ({
  description: `${among.map((kind) => kinds[kind].about).join(', or ')}.`.replace(/^./, (first) =>
    first.toUpperCase(),
  ),
});

/** A question that lacks the one key which decides: any of these. */
const stillOpen = (keys: Readonly<Record<string, Schema>>): Schema => ({
  properties: {
    ...keys,
    ...Object.fromEntries(Object.keys(commonShape).map((name) => [name, refer(commonName(name))])),
  },
  required: ['id'],
  anyOf: Object.keys(keys).map(requires),
});

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
  return {
    type: 'object',
    ...byKey(
      deciding.map(([key, file]) => [key, files[file]()]),
      otherwise,
    ),
  };
}

/** A schema as a file; short lists stand on one line. */
export const formatSchema = (schema: Schema): string =>
  `${JSON.stringify(schema, null, 2).replace(shortList, (list) => list.replace(/\s+/g, ' '))}\n`;

const shortList = /\[\s+"[\w-]+"(?:,\s+"[\w-]+"){0,7}\s+\]/g;
