import { check, load } from '../../bank/bank-of.ts';
import { atMost, effortOf } from '../../effort.ts';

const listed = (count: number, one: (at: number) => string, between = '') =>
  Array.from({ length: count }, (_, at) => one(at)).join(between);

/** The rules that speak of a bank with these questions and quizzes, each once, and the seconds that it took. */
function said(questions: string, quizzes: string) {
  const deck = `deck: A deck\nid: a-bank\nquizzes:\n${quizzes}`;
  let rules: string[] = [];
  const effort = effortOf(() => {
    rules = [...new Set(check(load(questions, { 'deck.yaml': deck })).map(({ rule }) => rule))];
  });
  return { rules, effort };
}

const one = '  - {id: a, ask: x, answer: y}\n';
const others = (count: number, at: number) =>
  listed(count, (other) => `q${other === at ? count : other}`, ', ');

const banks: [string, string, string, string[]][] = [
  [
    'forty quizzes that all avoid each other',
    one,
    listed(40, (at) => `  - {id: q${at}, title: Q, avoid: [${others(40, at)}], sections: [{pick: 1}]}\n`),
    ['avoid-circle', 'blueprint-short', 'unknown-quiz'],
  ],
  [
    'a hundred quizzes that each avoid all those before',
    one,
    listed(100, (at) =>
      `  - {id: q${at}, title: Q, avoid: [${listed(at, (b) => `q${b}`, ', ')}], sections: [{pick: 1}]}\n`.replace(
        'avoid: [], ',
        '',
      ),
    ),
    ['blueprint-short'],
  ],
  [
    'a thousand quizzes that each avoid the next',
    one,
    listed(
      1000,
      (at) => `  - {id: q${at}, title: Q, ${at < 999 ? `avoid: q${at + 1}, ` : ''}sections: [{pick: 1}]}\n`,
    ),
    ['blueprint-short'],
  ],
  [
    'a hundred sections that all want what one question can give',
    one,
    `  - {id: q, title: Q, sections: [${listed(100, () => '{pick: 1000}', ', ')}]}\n`,
    ['blueprint-short'],
  ],
  [
    'more sections',
    one,
    `  - {id: q, title: Q, sections: [${listed(101, () => '{pick: 1}', ', ')}]}\n`,
    ['wrong-type'],
  ],
  [
    'more quizzes',
    one,
    listed(1001, (at) => `  - {id: q${at}, title: Q, sections: [{pick: 1}]}\n`),
    ['wrong-type'],
  ],
  [
    'eight hundred questions of which many give away another',
    listed(
      1600,
      (at) => `  - {id: q${at}, ask: What is number${at} or number${at + 1}?, answer: number${at + 2}}\n`,
    ),
    '  - {id: q, title: Q, sections: [{pick: 800}]}\n',
    ['cueing'],
  ],
  [
    'a thousand questions of which each gives away all others',
    listed(1000, (at) => `  - {id: q${at}, ask: What is the number of ${at}?, answer: The number}\n`),
    '  - {id: q, title: Q, sections: [{pick: 1000}]}\n',
    ['cueing'],
  ],
  [
    'two thousand questions that waive what none of them does',
    listed(2000, (at) => `  - {id: q${at}, ask: What is ${at}?, answer: Number${at}, waive: {cueing: x}}\n`),
    '  - {id: q, title: Q, sections: [{pick: 1}]}\n',
    ['idle-waiver'],
  ],
];

test.each(banks)('%s are checked in no time', (_name, questions, quizzes, expected) => {
  const { rules, effort } = said(questions, quizzes);
  expect(rules.sort()).toEqual(expected);
  expect(effort).toBeLessThan(2 * atMost);
});
