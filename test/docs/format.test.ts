import { z } from 'zod';
import { deckFile, topicFile } from '../../src/bank/fields/deck.ts';
import { commonShape } from '../../src/bank/fields/every-kind.ts';
import { quizShape } from '../../src/bank/fields/quiz.ts';
import { kindNames, kinds } from '../../src/bank/kinds/index.ts';
import { loadBank } from '../../src/bank/load.ts';
import { brief, check } from '../bank/bank-of.ts';
import { schemaErrors } from '../bank/schema-of.ts';
import { bankFilesOf, type Example, examplesOf, formatPage } from './format.ts';

const examples = examplesOf(formatPage).map((example): [string, Example] => [
  `${example.heading} (line ${example.line})`,
  example,
]);

/** What is wrong with an example only because the rest of its bank is not shown. */
const elsewhere = ['empty-bank', 'unknown-question', 'unknown-topic', 'unknown-tag'];

describe('docs/format.md', () => {
  test.each(examples)('shows right YAML under %s', (_name, example) => {
    expect(schemaErrors(example.text, example.file)).toEqual([]);
    const own = check(loadBank(bankFilesOf(example))).filter(({ rule }) => !elsewhere.includes(rule));
    expect(own.map(brief)).toEqual([]);
  });

  test('shows every kind in a part of its own, with an example of it and its two pictures', () => {
    for (const kind of kindNames) {
      const [example] = examplesOf(formatPage).filter(({ heading }) => heading === kind);
      const { bank } = loadBank(bankFilesOf(example as Example));
      expect(bank?.questions.map((question) => question.kind)).toEqual([kind]);
      for (const side of ['card', 'paper']) expect(partOf(kind)).toContain(`pictures/${kind}-${side}.png`);
    }
  });

  test.each(kindNames.map((kind) => [kind]))('names every field of %s', (kind) => {
    const own = fieldsOf(z.strictObject(kinds[kind].shape));
    for (const name of own) expect(partOf(kind)).toContain(`\`${name}\``);
  });

  test.each([
    ['What every question takes', Object.keys(commonShape)],
    ['deck.yaml', fieldsOf(deckFile)],
    ['Question files', fieldsOf(topicFile)],
    ['Quizzes', fieldsOf(quizShape)],
  ])('names every field under "%s"', (heading, names) => {
    const missing = names.filter((name) => !partOf(heading).includes(`\`${name}\``));
    expect(missing).toEqual([]);
  });

  test('leads nowhere that is not there', () => {
    const headings = [...formatPage.matchAll(/^#{2,3} (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^a-z0-9 -]/g, '')
        .replaceAll(' ', '-'),
    );
    const links = [...formatPage.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
    expect(links.filter((anchor) => !headings.includes(anchor ?? ''))).toEqual([]);
  });
});

/** The page's words under a heading, up to the next. */
function partOf(heading: string): string {
  const part = formatPage.split(/^#{2,3} /m).find((each) => each.startsWith(`${heading}\n`));
  if (part === undefined) throw new Error(`docs/format.md has no part "${heading}"`);
  return part;
}

/** The keys of a shape and of the maps inside it, each once. */
function fieldsOf(shape: z.ZodType): string[] {
  const def = shape.def as unknown as Record<string, unknown> & { shape?: Record<string, z.ZodType> };
  const inside = [def.innerType, def.in, def.element, def.valueType, ...((def.options as unknown[]) ?? [])];
  const own = Object.entries(def.shape ?? {}).flatMap(([name, field]) => [name, ...fieldsOf(field)]);
  return [...new Set([...own, ...inside.flatMap((inner) => (inner ? fieldsOf(inner as z.ZodType) : []))])];
}
