import fc from 'fast-check';
import { loadBank } from '../../src/bank/load.ts';
import { giveIds } from '../../src/edit/give-ids.ts';
import { bankFiles, check } from '../bank/bank-of.ts';

/** Words as authors write them, with all that YAML, Markdown and Unicode have in store. */
const words = fc
  .array(
    fc.constantFrom(
      'Who',
      'spoke',
      'first',
      'the',
      'Café',
      '1956',
      '007',
      'Straße',
      '🙂',
      'что',
      '東京',
      '*em*',
      '$x$',
      '~',
      "it's",
      '#1',
      'a:b',
      '-',
      '"q"',
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(' '));

const comment = fc.constantFrom('', '# note', '#\ttab \t', '# {id: fake, [', '# - ask: 🙂');

const question = fc.record({
  words,
  answer: words,
  id: fc.constantFrom('none', 'none', 'none', 'empty', 'own'),
  gap: fc.constantFrom(' ', '   '),
  style: fc.constantFrom('dash', 'below', 'flow', 'wide flow', 'folded'),
  double: fc.boolean(),
  comment,
});

type Drawn = typeof question extends fc.Arbitrary<infer Value> ? Value : never;

/** The question's lines; with `id` as they should be once it was given that id, where it has none of its own. */
function write(drawn: Drawn, at: number, indent: string, id?: string): string[] {
  const quoted = (value: string) =>
    drawn.double ? JSON.stringify(value) : `'${value.replaceAll("'", "''")}'`;
  const note = drawn.comment && ` ${drawn.comment}`;
  const fields = [`ask: ${quoted(drawn.words)}`, `answer: ${quoted(drawn.answer)}`];
  if (drawn.id === 'own') fields.push(`id: own-${at}`);
  if (drawn.id === 'empty') fields.splice(at % 2, 0, id ? `id: ${id}` : 'id:');
  const added = drawn.id === 'none' && id ? [`id: ${id}`] : [];
  const dash = `${indent}-`;
  const start = dash + drawn.gap;
  const inner = start.replace('-', ' ');
  if (drawn.style === 'flow') return [`${start}{ ${[...added, ...fields].join(', ')} }${note}`];
  if (drawn.style === 'wide flow') {
    const lines = [...added.map((field) => `${field},`), ...fields.map((field) => `${field},${note}`)];
    return [`${start}{${note}`, ...lines.map((line) => `${inner}\t${line}`), `${inner}}`];
  }
  const lines = [...added, ...fields.map((field) => field + note)];
  if (drawn.style === 'below') return [dash + note, ...lines.map((line) => inner + line)];
  if (drawn.style === 'folded')
    lines.push(`hint: >-${note}`, `  ${drawn.words}`, '', `  id: ${drawn.answer}`);
  return lines.map((line, nth) => (nth === 0 ? start : line && inner) + line);
}

const bank = fc.record({
  questions: fc.array(question, { minLength: 1, maxLength: 12 }),
  indent: fc.constantFrom('', '  ', '    '),
  between: fc.array(fc.constantFrom('', '# between', '   # deep\t🙂'), { maxLength: 2 }),
  end: fc.constantFrom('\n', '\r\n'),
  last: fc.constantFrom(0, 1, 3),
});

type DrawnBank = typeof bank extends fc.Arbitrary<infer Value> ? Value : never;

function writeBank({ questions, indent, between, end, last }: DrawnBank, ids: readonly string[]): string {
  const left = [...ids];
  const lines = questions.flatMap((each, at) => {
    const id = each.id === 'own' ? undefined : left.shift();
    return [...write(each, at, indent, id), ...between];
  });
  return ['# top\t', 'topic: T', 'questions:', ...lines].join(end) + end.repeat(last);
}

const filesOf = (text: string) => ({ ...bankFiles(''), topics: [{ path: '01.yaml', text }] });

test('any bank keeps every byte, gains ids, and gains nothing the second time', () => {
  fc.assert(
    fc.property(bank, (drawn) => {
      const before = writeBank(drawn, []);
      const { files, unsafe, diagnostics } = giveIds(filesOf(before), []);
      expect([unsafe, diagnostics]).toEqual([[], []]);
      const given = files.flatMap((file) => file.given);
      expect(given.length).toBe(drawn.questions.filter(({ id }) => id !== 'own').length);
      const after = files[0]?.text ?? before;
      const ids = given.map(({ id }) => id);
      expect(after).toBe(writeBank(drawn, ids));
      const lines = after.split('\n');
      for (const { id, line } of given) expect(lines[line - 1]).toContain(`id: ${id}`);
      expect(giveIds(filesOf(after), [])).toEqual({ files: [], unsafe: [], diagnostics: [] });
      const rules = check(loadBank(filesOf(after))).map(({ rule }) => rule);
      expect(rules).not.toContain('missing-field');
      expect(rules).not.toContain('duplicate-id');
    }),
    { numRuns: 150 },
  );
});

test('ten thousand questions get ids, each its own', () => {
  const one = (at: number) =>
    `  - ask: What did **speaker ${at % 100}** say of the *egalitarian* undercurrent? # ${at}\n    answer: X\n`;
  const text = `topic: T\nquestions:\n${Array.from({ length: 10_000 }, (_, at) => one(at)).join('')}`;
  const { files } = giveIds(filesOf(text), []);
  expect(new Set(files[0]?.given.map(({ id }) => id)).size).toBe(10_000);
});
