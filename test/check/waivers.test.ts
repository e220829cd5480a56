import { loadBank } from '../../src/bank/load.ts';
import type { RuleId } from '../../src/check/catalogue.ts';
import { checkPrinted } from '../../src/check/engine.ts';
import { bankFiles, brief, check, load } from '../bank/bank-of.ts';

const asks = (id: string, question: string, answer: string, waive = '') =>
  `  - {id: ${id}, ask: "${question}", answer: "${answer}"${waive && `, waive: {${waive}}`}}\n`;

const answer = (waive = '') => asks('answer', 'What do stars burn?', 'hydrogen gas', waive);
const clue = (waive = '') => asks('clue', 'How heavy is hydrogen gas?', 'Not at all.', waive);

const quizzes = (sections: string, more = '') => ({
  'quizzes.yaml': `quizzes:\n  - {id: q, title: Q, ${more}sections: [${sections}]}\n`,
});

const rules = (questions: string, extra: Record<string, string> = {}): string[] =>
  check(load(questions, extra)).map(({ rule, question }) => `${rule} ${question}`);

describe('a waiver', () => {
  test('switches a warning off for its question', () => {
    const avoided = {
      'quizzes.yaml':
        'quizzes:\n  - {id: p, title: P, sections: [{questions: [answer]}]}\n  - {id: q, title: Q, avoid: p, sections: [{questions: [answer]}]}\n',
    };
    expect(rules(answer(), avoided)).toEqual(['named-though-avoided answer']);
    expect(rules(answer('named-though-avoided: It is short.'), avoided)).toEqual([]);
  });

  test('of cueing may stand in either of the two questions', () => {
    const both = quizzes('{questions: [answer, clue]}');
    expect(rules(answer() + clue(), both)).toEqual(['cueing null']);
    expect(rules(answer('cueing: So be it.') + clue(), both)).toEqual([]);
    expect(rules(answer() + clue('cueing: So be it.'), both)).toEqual([]);
  });

  test('switches no error off, and is told so', () => {
    const choice =
      '  - {id: c, choose: Which?, right: A, wrong: [a], waive: {equal-options: They look different.}}\n';
    expect(check(load(choice)).map(brief)).toEqual([
      '01-topic.yaml:3:47 equal-options: "a" stands in "right" and in "wrong"; keep one of them',
      '01-topic.yaml:3:59 idle-waiver: "equal-options" is an error, which cannot be waived; delete this waiver',
    ]);
  });

  test('of a rule that does not exist is told with the one that is near', () => {
    expect(check(load(answer('cuing: So be it.'))).map(brief)).toEqual([
      '01-topic.yaml:3:78 unknown-rule: there is no rule "cuing"; did you mean "cueing"?',
    ]);
    expect(check(load(answer('toString: So be it.'))).map(({ rule }) => rule)).toEqual(['unknown-rule']);
  });
});

describe('a waiver that does nothing', () => {
  test('is told where its rule has nothing to say', () => {
    expect(rules(answer('cueing: So be it.'))).toEqual(['idle-waiver answer']);
    expect(rules(answer('named-though-avoided: So be it.'))).toEqual(['idle-waiver answer']);
  });

  test('is not one of cueing while another question of the bank clashes, drawn or not', () => {
    expect(rules(answer('cueing: So be it.') + clue())).toEqual([]);
  });

  test('is not told of what only printing finds', () => {
    expect(rules(answer('card-too-full: So be it., character-without-font: So be it.'))).toEqual([]);
  });

  test('is not told while a question, or the deck, cannot be read', () => {
    const broken = '  - {id: b, ask: Which?}\n';
    expect(rules(answer('cueing: So be it.') + broken)).toEqual(['missing-field b']);
    expect(rules(answer('cueing: So be it.'), { 'deck.yaml': 'deck: A\n' })).toEqual(['missing-field null']);
  });

  test('may itself be waived', () => {
    expect(rules(answer('cueing: So be it., idle-waiver: It is for next year.'))).toEqual([]);
  });

  test('stands in a passage for its questions, which are drawn with it', () => {
    const passage = (own: string, inner: string) =>
      `  - id: p\n    passage: Read.\n    text: Hydrogen gas is light.\n${own && `    waive: {${own}}\n`}    questions:\n${asks('in', 'Why?', 'So.', inner).replace(/^/, '    ')}`;
    expect(rules(answer() + passage('cueing: So be it.', ''))).toEqual([]);
    expect(rules(answer() + passage('', 'cueing: So be it.'))).toEqual(['idle-waiver in']);
  });
});

describe('what printing has found', () => {
  const files = bankFiles(answer('card-too-full: So be it.') + clue());
  const { bank } = loadBank(files);
  const full = (question: string) => ({ rule: 'card-too-full' as const, message: 'much', question });
  const printed = (found: string[], tried: RuleId[] = []) => {
    if (!bank) throw new Error('no bank');
    const all = tried.map((rule) => ({ rule, questions: ['answer', 'clue'] }));
    return checkPrinted(bank, files, found.map(full), all).map(brief);
  };

  test('is placed in the files, and waived as anything else', () => {
    expect(printed(['answer', 'clue'])).toEqual(['01-topic.yaml:4:6 card-too-full: much']);
  });

  test('tells of an idle waiver once its rule was tried', () => {
    expect(printed([])).toEqual([]);
    expect(printed(['answer'], ['card-too-full'])).toEqual([]);
    expect(printed([], ['card-too-full'])).toEqual([
      '01-topic.yaml:3:78 idle-waiver: "card-too-full" has nothing to say of this question; delete this waiver',
    ]);
  });
});
