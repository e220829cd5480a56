import { brief, goodBank, load } from './bank-of.ts';

const briefs = (questions: string, extra: Record<string, string> = {}, media: string[] = []) =>
  load(questions, extra, media).diagnostics.map(brief);

describe('a bank that is right', () => {
  test('keeps plain scalars as they are written', () => {
    const bank = goodBank(
      '  - id: a\n    ask: 1956-10\n    answer: 1.10\n  - id: b\n    ask: no\n    answer: ~\n  - id: c\n    ask: 007\n    answer: "true"\n',
    );
    const written = bank.questions.map((question) => [
      question.prompt,
      'answer' in question && question.answer,
    ]);
    expect(written).toEqual([
      ['1956-10', '1.10'],
      ['no', '~'],
      ['007', 'true'],
    ]);
  });

  test('reads options as text or as maps', () => {
    const bank = goodBank(
      '  - id: a\n    choose: Which?\n    right: {text: X, why: because}\n    wrong:\n      - Y\n      - {text: None, pin: last}\n',
    );
    expect(bank.questions[0]).toMatchObject({
      kind: 'choice',
      options: [
        { text: 'X', right: true, why: 'because' },
        { text: 'Y', right: false },
        { text: 'None', right: false, pin: 'last' },
      ],
    });
  });
});

describe('mistakes', () => {
  const cases: [string, string, string[]][] = [
    [
      'an unknown field',
      '  - id: a\n    choose: Which?\n    rigth: X\n    wrong: [Y]\n',
      [
        '01-topic.yaml:3:5 missing-field: a choice question needs "right": the right option, or a list of them',
        '01-topic.yaml:5:5 unknown-field: unknown field "rigth"; did you mean "right"?',
      ],
    ],
  ];
  test.each(cases)('%s', (_name, questions, expected) => expect(briefs(questions)).toEqual(expected));
});
