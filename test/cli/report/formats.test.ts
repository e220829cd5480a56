import { readFileSync } from 'node:fs';
import AjvDraft4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { ruleOf } from '../../../src/check/catalogue.ts';
import { github } from '../../../src/cli/report/github.ts';
import { recto, removeWorkplaces, workplace } from '../terminal.ts';

const deck = 'deck: A deck\nid: a-bank\n';
const first = 'topic: A topic\nquestions:\n  - id: a\n    claim: 🧑‍🧑‍🧒 ![](a.png)\n    verdict: yes\n';
const second = 'topic: T\nquestions:\n  - id: b\n    claim: Look ![](c%d.png)\n    verdict: true\n';

const banks = {
  'one/deck.yaml': deck,
  'one/01, 50%: a.yaml': first,
  'two/deck.yaml': deck.replace('a-bank', 'b-bank'),
  'two/01.yaml': second,
};

const run = (...args: string[]) => recto(workplace(banks), 'check', 'one', 'two', ...args);

afterEach(removeWorkplaces);

test('json is one object over all banks', async () => {
  const { code, stdout, stderr } = await run('--format', 'json');
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(JSON.parse(stdout)).toEqual({
    diagnostics: [
      {
        rule: 'wrong-type',
        level: 'error',
        message: '"verdict" takes true or false, not "yes"',
        file: 'one/01, 50%: a.yaml',
        line: 5,
        column: 14,
        question: 'a',
      },
      {
        rule: 'missing-alt',
        level: 'error',
        message: 'say what the picture shows, for those who cannot see it: ![a map of Kent](map.png)',
        file: 'two/01.yaml',
        line: 4,
        column: 17,
        question: 'b',
      },
      {
        rule: 'missing-file',
        level: 'error',
        message: 'there is no file "c%d.png" in the bank\'s folder; put it there, or mend the path',
        file: 'two/01.yaml',
        line: 4,
        column: 17,
        question: 'b',
      },
    ],
    summary: { errors: 3, warnings: 0, advice: 0, questions: 2 },
  });
});

test('json of a bank that is right', async () => {
  const files = { 'b/deck.yaml': deck, 'b/01.yaml': first.replace('yes', 'true').replace('![](a.png)', '') };
  const { code, stdout } = await recto(workplace(files), 'check', 'b', '--format', 'json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    diagnostics: [],
    summary: { errors: 0, warnings: 0, advice: 0, questions: 1 },
  });
});

test('github gets a workflow command a problem, with its signs escaped', async () => {
  const { stdout } = await run('--format', 'github');
  expect(stdout.split('\n')[0]).toBe(
    '::error file=one/01%2C 50%25%3A a.yaml,line=5,col=14,endColumn=17,title=wrong-type::"verdict" takes true or false, not "yes"',
  );
  expect(stdout.split('\n')[2]).toMatch(/::there is no file "c%25d.png" in/);
});

test('github tells errors, warnings and notices apart, and keeps a message on one line', () => {
  const diagnostic = {
    rule: 'no-head',
    message: 'a\r\nb',
    file: 'f',
    line: 1,
    column: 2,
    length: 3,
    question: null,
  } as const;
  const diagnostics = (['error', 'warning', 'advice'] as const).map((level) => ({ ...diagnostic, level }));
  expect(github({ diagnostics, sources: new Map(), questions: 0 }, { columns: 80, color: false })).toBe(
    ['error', 'warning', 'notice']
      .map((command) => `::${command} file=f,line=1,col=2,endColumn=5,title=no-head::a%0D%0Ab\n`)
      .join(''),
  );
});

describe('sarif', () => {
  const schema = JSON.parse(readFileSync('test/cli/report/schema/sarif-2.1.0-rtm.5.json', 'utf8'));
  const ajv = new AjvDraft4.default({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);

  test('is valid, and names rules, places and questions', async () => {
    const { code, stdout, stderr } = await run('--format', 'sarif');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const log = JSON.parse(stdout);
    validate(log);
    expect(validate.errors ?? []).toEqual([]);
    const [{ tool, columnKind, results }] = log.runs;
    expect(columnKind).toBe('unicodeCodePoints');
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual([
      'missing-alt',
      'missing-file',
      'wrong-type',
    ]);
    expect(tool.driver.rules[2]).toMatchObject({
      shortDescription: { text: ruleOf('wrong-type').summary },
      helpUri: expect.stringMatching(/#docs\/diagnostics\/wrong-type\.md$/),
      help: { markdown: readFileSync('docs/diagnostics/wrong-type.md', 'utf8') },
    });
    expect(results[0]).toEqual({
      ruleId: 'wrong-type',
      ruleIndex: 2,
      level: 'error',
      message: { text: '"verdict" takes true or false, not "yes"' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'one/01%2C%2050%25%3A%20a.yaml' },
            region: { startLine: 5, startColumn: 14, endColumn: 17 },
          },
          logicalLocations: [{ name: 'a', kind: 'object' }],
        },
      ],
    });
  });

  test('is valid when there is nothing to say', async () => {
    const files = {
      'b/deck.yaml': deck,
      'b/01.yaml': first.replace('yes', 'true').replace('![](a.png)', ''),
    };
    const { code, stdout } = await recto(workplace(files), 'check', 'b', '--format', 'sarif');
    expect(code).toBe(0);
    expect(validate(JSON.parse(stdout))).toBe(true);
  });

  test('the schema does refuse', () => {
    expect(validate({ version: '2.1.0' })).toBe(false);
  });
});
