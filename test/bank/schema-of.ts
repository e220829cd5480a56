import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { load as parse } from 'js-yaml';
import { type BankFiles, loadBank } from '../../src/bank/load.ts';
import { jsonSchema, type SchemaFile } from '../../src/bank/schema/schema.ts';
import { bankFiles, check } from './bank-of.ts';
import { withMedia } from './media.ts';

const addFormats = formats as unknown as (ajv: Ajv2020) => void;

function compiled(file: SchemaFile | undefined) {
  const ajv = new Ajv2020({
    allowUnionTypes: true,
    strictTypes: false,
    strictRequired: false,
    allErrors: true,
  });
  addFormats(ajv);
  return ajv.compile(jsonSchema(file));
}

const validators = new Map<SchemaFile | undefined, ReturnType<typeof compiled>>();

/** What a schema says of a file's text, read as an editor reads YAML; nothing where it is valid. */
export function schemaErrors(text: string, file?: SchemaFile): readonly ErrorObject[] {
  let validate = validators.get(file);
  if (!validate) {
    validate = compiled(file);
    validators.set(file, validate);
  }
  return validate(parse(text)) ? [] : (validate.errors ?? []);
}

/** A bank in which `text` stands as this file, with nothing wrong in the others. */
export function bankWith(text: string, file: SchemaFile): BankFiles {
  const media = ['map.png', 'word.mp3'];
  const deck = 'deck: D\nid: d\nsources: {essay: {title: An essay}}\n';
  const question = '  - {id: q-one, ask: Q, answer: A, tags: [moon], level: remember, difficulty: 2}\n';
  if (file === 'bank') {
    return { form: 'file', deck: { path: 'bank.yaml', text }, topics: [], ...withMedia(...media) };
  }
  if (file === 'question') {
    const files = bankFiles('', { 'deck.yaml': deck }, media);
    return { ...files, topics: [{ path: '01-topic.yaml', text }] };
  }
  return bankFiles(question, { 'deck.yaml': deck, [`${file}.yaml`]: text }, media);
}

/** The rules that a bank with this file breaks. */
export const brokenRules = (text: string, file: SchemaFile): string[] => [
  ...new Set(check(loadBank(bankWith(text, file))).map(({ rule }) => rule)),
];

/** A question file that holds these questions, each a YAML list item without indentation. */
export const questionFile = (questions: string): string =>
  `topic: T\nquestions:\n${questions.trim().replace(/^/gm, '  ')}\n`;
