import { formatSchema, jsonSchema, type SchemaFile, schemaFiles } from '../../src/bank/schema/schema.ts';
import { everyKind } from './every-kind.ts';
import { beyond, right, stricter, wrong } from './schema-corpus.ts';
import { brokenRules, questionFile, schemaErrors } from './schema-of.ts';

/** Both the schema of the file itself and the one for all files. */
const valid = (text: string, file: SchemaFile): boolean[] =>
  [file, undefined].map((each) => schemaErrors(text, each).length === 0);

describe('a file that is right', () => {
  test.each(right)('%s: %s', (file, _name, text) => {
    expect(schemaErrors(text, file)).toEqual([]);
    expect(valid(text, file)).toEqual([true, true]);
    expect(brokenRules(text, file)).toEqual([]);
  });

  test('holds every kind', () => {
    const text = `topic: T\nquestions:\n${everyKind}`;
    expect(schemaErrors(text, 'question')).toEqual([]);
    expect(brokenRules(text, 'question')).toEqual([]);
  });
});

describe('a file that is wrong', () => {
  test.each(wrong)('%s: %s', (file, _name, text) => {
    expect(valid(text, file)).toEqual([false, false]);
    expect(brokenRules(text, file)).not.toEqual([]);
  });
});

describe('what a schema cannot say', () => {
  test.each(beyond)('%s in a %s file', (rule, file, text) => {
    expect(valid(text, file)).toEqual([true, true]);
    expect(brokenRules(text, file)).toContain(rule);
  });
});

describe('what the schema does not take though the reader does, for there is a plainer way to write it', () => {
  test.each(stricter)('%s', (_name, text) => {
    expect(valid(text, 'question')).toEqual([false, false]);
    expect(brokenRules(text, 'question')).toEqual([]);
  });
});

describe('what an editor shows', () => {
  const messages = (question: string) =>
    schemaErrors(questionFile(question), 'question')
      .filter(({ keyword }) => keyword !== 'if')
      .map(({ instancePath, message, params }) => [
        instancePath,
        message,
        Object.values(params as Record<string, unknown>)[0],
      ]);

  test('is about the kind that was meant', () => {
    expect(messages('- {id: a, choose: C, rigth: R, wrong: [W]}')).toEqual([
      ['/questions/0', "must have required property 'right'", 'right'],
      ['/questions/0', 'must NOT have additional properties', 'rigth'],
    ]);
    expect(messages('- {id: a, claim: C, verdict: maybe}')).toEqual([
      ['/questions/0/verdict', 'must be boolean', 'boolean'],
    ]);
  });

  test('says of every field what it is for', () => {
    const silent: string[] = [];
    const look = (schema: unknown, path: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      for (const [key, value] of Object.entries(schema)) {
        if (key === 'properties') {
          for (const [name, field] of Object.entries(value as Record<string, Record<string, unknown>>)) {
            if (field.description === undefined && field.$ref === undefined) silent.push(`${path}.${name}`);
          }
        }
        look(value, `${path}/${key}`);
      }
    };
    for (const file of schemaFiles) look(jsonSchema(file), file);
    expect(silent).toEqual([]);
  });
});

test('a schema is the same text every time, and refers to nothing outside itself', () => {
  for (const file of [undefined, ...schemaFiles]) {
    const text = formatSchema(jsonSchema(file));
    expect(formatSchema(jsonSchema(file))).toBe(text);
    const defined = Object.keys(jsonSchema(file).$defs as object);
    const referred = [...text.matchAll(/"\$ref": "#\/\$defs\/([^"]+)"/g)].map(([, name]) => name);
    expect([...new Set(referred)].sort()).toEqual(defined.sort());
    expect(text.match(/"\$ref"/g)?.length).toBe(referred.length);
  }
});
