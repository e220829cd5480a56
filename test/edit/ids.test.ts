import type { BankFiles } from '../../src/bank/load.ts';
import { giveIds } from '../../src/edit/give-ids.ts';
import { bankFiles, brief } from '../bank/bank-of.ts';
import { everyKind } from '../bank/every-kind.ts';
import { withMedia } from '../bank/media.ts';

/** A question file's text with ids, when nothing stands in the way. */
function withIds(text: string, extra: Record<string, string> = {}, reserved: string[] = []): string {
  const files: BankFiles = { ...bankFiles('', extra), topics: [{ path: '01.yaml', text }] };
  const { files: edited, unsafe, diagnostics } = giveIds(files, reserved);
  expect([...unsafe.map(({ path }) => path), ...diagnostics.map(brief)]).toEqual([]);
  return edited[0]?.text ?? text;
}

const head = 'topic: T\nquestions:\n';

/** Layouts: a name, what an author has, what it becomes. */
const layouts: [string, string, string][] = [
  [
    'a question after its dash',
    '  - ask: Who spoke first?\n    answer: X\n',
    '  - id: spoke-first\n    ask: Who spoke first?\n    answer: X\n',
  ],
  [
    'no indentation',
    '- ask: Who spoke first?\n  answer: X\n',
    '- id: spoke-first\n  ask: Who spoke first?\n  answer: X\n',
  ],
  [
    'spaces after the dash',
    '  -   ask: Who spoke first?\n      answer: X',
    '  -   id: spoke-first\n      ask: Who spoke first?\n      answer: X',
  ],
  [
    'the map on the next line',
    '  -\n      ask: Who spoke first?\n      answer: X\n\n',
    '  -\n      id: spoke-first\n      ask: Who spoke first?\n      answer: X\n\n',
  ],
  [
    'comments and tabs before the first key',
    '  - # why\t# this 🙂\n    # and\tthis\n    ask: Who spoke first?\t# here\n    answer: X\n',
    '  - # why\t# this 🙂\n    # and\tthis\n    id: spoke-first\n    ask: Who spoke first?\t# here\n    answer: X\n',
  ],
  [
    'an anchored question',
    '  - &q\n    ask: Who spoke first?\n    answer: X\n',
    '  - &q\n    id: spoke-first\n    ask: Who spoke first?\n    answer: X\n',
  ],
  [
    'an anchored key',
    '  - &k ask: &v Who spoke first?\n    answer: *v\n',
    '  - id: spoke-first\n    &k ask: &v Who spoke first?\n    answer: *v\n',
  ],
  [
    'quoted keys',
    `  - 'ask': "Who: spoke first?"\n    "answer": 'X'\n`,
    `  - id: spoke-first\n    'ask': "Who: spoke first?"\n    "answer": 'X'\n`,
  ],
  [
    'explicit keys',
    '  - ? ask\n    : Who spoke first?\n    ? answer\n    : X\n',
    '  - id: spoke-first\n    ? ask\n    : Who spoke first?\n    ? answer\n    : X\n',
  ],
  [
    'block scalars',
    '  - ask: |-\n      Who spoke\n\n      first?\n    answer: >+\n      X\n\n\n  - claim: No\n    verdict: true\n',
    '  - id: spoke-first\n    ask: |-\n      Who spoke\n\n      first?\n    answer: >+\n      X\n\n\n  - id: claim-1ea442\n    claim: No\n    verdict: true\n',
  ],
  [
    'flow style',
    '  - {ask: Who spoke first?, answer: X}\n  - { "ask": Who spoke last?, "answer": X }\n',
    '  - {id: spoke-first, ask: Who spoke first?, answer: X}\n  - { "id": "spoke-last", "ask": Who spoke last?, "answer": X }\n',
  ],
  [
    'flow style over lines',
    '  - {\n      # yes\n      ask: Who spoke first?,\n      answer: X\n    }\n',
    '  - {\n      # yes\n      id: spoke-first,\n      ask: Who spoke first?,\n      answer: X\n    }\n',
  ],
  [
    'an anchored question in flow style',
    '  - &q {&k ask: Who spoke first?, answer: X}\n',
    '  - &q {id: spoke-first, &k ask: Who spoke first?, answer: X}\n',
  ],
  [
    'an empty id',
    '  - ask: Who spoke first?\n    id:   # soon\n    answer: X\n  - {id:, ask: Who spoke last?, answer: X}\n  - {id, ask: Who spoke?, answer: X}\n',
    '  - ask: Who spoke first?\n    id: spoke-first   # soon\n    answer: X\n  - {id: spoke-last, ask: Who spoke last?, answer: X}\n  - {id: who-spoke, ask: Who spoke?, answer: X}\n',
  ],
  [
    'an empty id in quotation marks',
    `  - id: ""\n    ask: Who spoke first?\n    answer: X\n`,
    `  - id: "spoke-first"\n    ask: Who spoke first?\n    answer: X\n`,
  ],
  [
    'questions in a passage',
    '  - ask: Read, then answer the lot.\n    answer: X\n    questions:\n    - ask: Who spoke first?\n      answer: X\n    - {ask: Who spoke last?, answer: X}\n',
    '  - id: read-answer-lot\n    ask: Read, then answer the lot.\n    answer: X\n    questions:\n    - id: spoke-first\n      ask: Who spoke first?\n      answer: X\n    - {id: spoke-last, ask: Who spoke last?, answer: X}\n',
  ],
];

describe('a file becomes the same file with ids', () => {
  test.each(layouts)('%s', (_name, before, after) => {
    expect(withIds(head + before)).toBe(head + after);
    expect(withIds(head + after)).toBe(head + after);
  });

  test.each(layouts)('%s, with the line ends of Windows', (_name, before, after) => {
    const windows = (text: string) => text.replaceAll('\n', '\r\n');
    expect(withIds(windows(head + before))).toBe(windows(head + after));
  });

  test('a whole bank in one file, flow style throughout', () => {
    const text = 'deck: D\nid: d\ntopics: [{topic: T, questions: [{ask: Who spoke first?, answer: X}]}]';
    const deck = { path: 'bank.yaml', text };
    const { files } = giveIds({ form: 'file', deck, topics: [], ...withMedia() }, []);
    expect(files[0]?.text).toBe(text.replace('{ask', '{id: spoke-first, ask'));
  });
});

test('a passage is named by its title', () => {
  const text = `${head}  - passage: Read and answer.\n    title: The bore\n    text: X\n    questions: [{claim: It runs, verdict: true}]\n`;
  expect(withIds(text)).toContain('  - id: the-bore\n    passage:');
});

test('questions of every kind', () => {
  const bare = everyKind.replace(/id: q-[a-z0-9-]+(, |\n {4})/g, '');
  const given = giveIds(bankFiles(bare), []).files[0]?.given;
  expect(given?.length).toBe(everyKind.match(/id: q-/g)?.length);
});

describe('an id', () => {
  test('is taken by no other question, was by none, and is not reserved', () => {
    const question = (words: string) => `  - ask: ${words}\n    answer: X\n`;
    const text = `${head}${question('Who spoke first?').repeat(2)}  - id: spoke-first\n    was: [spoke-first-3]\n    ask: Q\n    answer: X\n`;
    const extra = { '02.yaml': 'topic: U\nquestions:\n  - {id: spoke-first-5, ask: Q, answer: X}\n' };
    const files = {
      ...bankFiles('', extra),
      topics: [
        { path: '01.yaml', text },
        { path: '02.yaml', text: extra['02.yaml'] },
      ],
    };
    const { files: edited } = giveIds(files, ['spoke-first-2']);
    expect(edited[0]?.given.map(({ id }) => id)).toEqual(['spoke-first-4', 'spoke-first-6']);
  });

  test('says where it stands, before and after', () => {
    const files = bankFiles(
      '  - ask: Who spoke first?\n    answer: X\n  - ask: Who spoke last?\n    answer: X\n',
    );
    expect(giveIds(files, []).files[0]?.given).toEqual([
      { id: 'spoke-first', lineBefore: 3, line: 3 },
      { id: 'spoke-last', lineBefore: 5, line: 6 },
    ]);
  });
});

describe('what is left alone', () => {
  test('files that are not valid YAML, while the others are done and their ids not used again', () => {
    const broken = { path: '02.yaml', text: 'topic: U\nquestions:\n  - id: spoke-first\n   ask: Q\n' };
    const files = bankFiles('  - ask: Who spoke first?\n    answer: X\n');
    const result = giveIds({ ...files, topics: [...files.topics, broken] }, []);
    expect(result.files.map(({ given }) => given.map(({ id }) => id))).toEqual([['spoke-first-2']]);
    expect(result.diagnostics.map(({ rule, file }) => [file, rule])).toEqual([['02.yaml', 'yaml-syntax']]);
  });

  test('files that are not UTF-8, for they were not read as they stand', () => {
    const files = bankFiles('  - {ask: Who spoke first?, answer: \ufffd}\n');
    const topics = files.topics.map((file) => ({ ...file, notUtf8: 40 }));
    const result = giveIds({ ...files, topics }, []);
    expect(result.files).toEqual([]);
    expect(result.diagnostics.map(({ rule }) => rule)).toEqual(['not-utf8']);
  });

  test('questions without words, and those that stand there twice', () => {
    const result = giveIds(
      bankFiles('  - answer: X\n  - &q {ask: Who spoke first?, answer: X}\n  - *q\n'),
      [],
    );
    expect(result.files).toEqual([]);
    expect(result.diagnostics.map(({ rule, line }) => [line, rule])).toEqual([
      [3, 'no-head'],
      [4, 'yaml-alias'],
    ]);
  });

  test('files where an id cannot be added without changing more', () => {
    const result = giveIds(bankFiles('  [ask: Who spoke first?]\n'), []);
    expect(result.files).toEqual([]);
    expect(result.unsafe.map(({ path }) => path)).toEqual(['01-topic.yaml']);
  });
});
