import fc from 'fast-check';
import { z } from 'zod';
import { kindNames, kinds } from '../../src/bank/kinds/index.ts';
import type { Kind } from '../../src/bank/question.ts';
import { brokenRules, schemaErrors } from './schema-of.ts';

// Files are written as JSON, which YAML takes as it is.

type Fields = Record<string, unknown>;

const words = fc
  .array(fc.constantFrom('tide', 'Mond', 'мир', '潮', '1956', 'no', '*so*', '🙂', '$x^2$', '#1', "it's"), {
    minLength: 1,
    maxLength: 4,
  })
  .map((some) => some.join(' '));

/** Numbers, booleans and nothing are text as well, as they are written. */
const text = fc.oneof({ weight: 4, arbitrary: words }, fc.integer(), fc.boolean());
const texts = fc.uniqueArray(words, { minLength: 2, maxLength: 4, selector: (one) => one.toLowerCase() });
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const id = fc.stringMatching(/^q-[a-z0-9-]{0,8}$/);
const picture = fc.record({ file: fc.constant('map.png'), alt: words });

const option = fc.oneof(
  words,
  fc.record({ text: words, why: optional(words) }).map((one) => defined(one)),
);
const textOf = (one: unknown): string =>
  typeof one === 'object' ? (one as { text: string }).text : String(one);

const own: Record<Kind, fc.Arbitrary<Fields>> = {
  basic: fc.record({ ask: text, answer: text }),
  typed: fc.record({ ask: text, typed: text, accept: optional(texts) }),
  number: fc.record({
    ask: text,
    number: fc.oneof(fc.integer(), fc.constantFrom('1.10', '007', '-3e5')),
    tolerance: optional(fc.constantFrom(0, 0.5, 12)),
    unit: optional(words),
  }),
  term: fc.record({ term: text, means: text }),
  cloze: fc.tuple(words, words).map(([a, b]) => ({ cloze: `${a} {{${b}}} and {{c7::${a}::${b}}}` })),
  choice: fc
    .uniqueArray(option, { minLength: 3, maxLength: 6, selector: (one) => textOf(one).trim().toLowerCase() })
    .chain((options) =>
      fc.record({
        choose: text,
        right: fc.constantFrom(options[0], options.slice(0, 2)),
        wrong: fc.constant(options.slice(2)),
      }),
    ),
  claim: fc.record({ claim: text, verdict: fc.boolean() }),
  match: texts.chain((keys) =>
    fc.record({
      match: text,
      pairs: fc.constant(Object.fromEntries(keys.map((key, at) => [key, `r${at}`]))),
    }),
  ),
  order: fc.record({ order: text, items: texts }),
  list: fc.record({ list: text, items: texts, need: optional(fc.constant(1)) }),
  discuss: fc.record({
    discuss: text,
    rubric: texts,
    words: optional(fc.integer({ min: 1, max: 5000 })),
    lines: optional(fc.integer({ min: 1, max: 200 })),
  }),
  diagram: fc.record({
    diagram: text,
    image: picture,
    regions: fc.array(
      fc.record({
        label: text,
        rect: fc.constantFrom([0, 0, 1, 1], [0.25, 0.5, 0.5, 0.125]),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  passage: fc.record({
    passage: text,
    text,
    title: optional(text),
    questions: fc.constant([{ id: 'inside', ask: 'Q', answer: 'A' }]),
  }),
};

const common = fc.record({
  id,
  why: optional(text),
  hint: optional(text),
  tags: optional(fc.constantFrom('moon', ['moon', 'sea::tide'])),
  level: optional(fc.constantFrom('remember', 'create')),
  difficulty: optional(fc.integer({ min: 1, max: 5 })),
  points: optional(fc.constantFrom(0, 1.5, 3)),
  cite: optional(fc.constantFrom({ paragraph: 3 }, [{ quote: 'a reversal' }])),
  only: optional(fc.constantFrom('anki', ['quiz', 'anki'])),
  retired: optional(fc.constant('2026-11-23')),
  note: optional(text),
});

const defined = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const questionOf = (kind: Kind): fc.Arbitrary<Fields> =>
  fc.tuple(common, own[kind]).map(([shared, fields]) => defined({ ...shared, ...fields }));

const fileOf = (question: Fields): string => JSON.stringify({ topic: 'T', questions: [question] });

/** Whether each of the two takes it: the schema, and the reader. */
const verdicts = (question: Fields): { schema: boolean; reader: boolean } => ({
  schema: schemaErrors(fileOf(question), 'question').length === 0,
  reader: brokenRules(fileOf(question), 'question').length === 0,
});

const both = (verdict: boolean) => ({ schema: verdict, reader: verdict });
const without = (question: Fields, key: string): Fields => {
  const { [key]: _, ...rest } = question;
  return rest;
};
const runs = { numRuns: 25 };

describe.each(kindNames)('a %s question', (kind) => {
  const required = Object.entries(kinds[kind].shape)
    .filter(([, shape]) => !z.safeParse(shape, undefined).success)
    .map(([key]) => key);

  test('that is right is right to both', () => {
    fc.assert(
      fc.property(questionOf(kind), (question) => expect(verdicts(question)).toEqual(both(true))),
      runs,
    );
  });

  test('without a key that it needs is wrong to both', () => {
    fc.assert(
      fc.property(questionOf(kind), fc.constantFrom('id', ...required), (question, key) =>
        expect(verdicts(without(question, key))).toEqual(both(false)),
      ),
      runs,
    );
  });

  test('with a key misspelt is wrong to both', () => {
    const misspelt = questionOf(kind).chain((question) =>
      fc.constantFrom(...Object.keys(question)).map((key) => {
        const { [key]: value, ...rest } = question;
        return { ...rest, [`${key}${key.at(-1)}`]: value };
      }),
    );
    fc.assert(
      fc.property(misspelt, (question) => expect(verdicts(question)).toEqual(both(false))),
      runs,
    );
  });

  test('with a value of another form is wrong to both', () => {
    const forms = fc.constantFrom<unknown>([['a']], { x: { y: 'z' } }, [], { x: [1] });
    const deformed = fc
      .tuple(questionOf(kind), forms)
      .chain(([question, form]) =>
        fc.constantFrom(...Object.keys(question)).map((key) => ({ ...question, [key]: form })),
      );
    fc.assert(
      fc.property(deformed, (question) => expect(verdicts(question)).toEqual(both(false))),
      runs,
    );
  });
});
