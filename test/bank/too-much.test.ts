import { loadBank } from '../../src/bank/load.ts';
import { giveIds } from '../../src/edit/give-ids.ts';
import { effortOf } from '../effort.ts';
import { bankFiles, check, load } from './bank-of.ts';

const listed = (count: number, one: (at: number) => string, between = '') =>
  Array.from({ length: count }, (_, at) => one(at)).join(between);

/** What is said of a file of these questions, by place and rule, and the seconds that it took. */
function said(questions: string) {
  let found: string[] = [];
  const effort = effortOf(() => {
    found = check(load(questions)).map(({ line, column, rule }) => `${line}:${column} ${rule}`);
  });
  return { found, effort };
}

const options = (count: number) => `[${listed(count, (at) => `o${at}`, ', ')}]`;
const sharing = (count: number) =>
  listed(count, (at) => `  - {id: q${at}, choose: Which ${at}?, right: y, wrong: *o}\n`);

describe('aliases', () => {
  test('may share a list of options among some dozens, and a picture among hundreds', () => {
    const shared = `  - {id: z, choose: x, right: y, wrong: &o ${options(20)}}\n${sharing(60)}`;
    const picture =
      '  - {id: y, ask: x, answer: y, image: &p {file: a.png, alt: A map of the coast of Kent}}\n';
    const pictures = listed(900, (at) => `  - {id: p${at}, ask: What ${at}?, answer: y, image: *p}\n`);
    const { bank, diagnostics } = load(shared + picture + pictures);
    expect(diagnostics).toEqual([]);
    expect(bank?.questions).toHaveLength(962);
  });

  test('may repeat a million characters, and no more', () => {
    // The text is as long as its words and two quotation marks.
    const text = `"${'a'.repeat(9998)}"`;
    const first = `  - {id: z, ask: &t ${text}, answer: y}\n`;
    const repeating = (count: number) =>
      first + listed(count, (at) => `  - {id: q${at}, ask: *t, answer: y}\n`);
    expect(said(repeating(100)).found).toEqual([]);
    expect(said(repeating(103)).found).toEqual(['104:21 yaml-alias']);
  });

  test('of a longer file may repeat ten times as much as it has', () => {
    const first = `  - {id: z, choose: x, right: y, wrong: &o ${options(3000)}}\n`;
    const others = listed(
      4000,
      (at) => `  - {id: a${at}, ask: What is number ${at} of them all?, answer: y}\n`,
    );
    expect(said(first + sharing(80) + others).found).toEqual([]);
  });

  test('that make three million questions of a small file are named at once', () => {
    const topic = `  - &a {topic: A, questions: [${listed(1000, (at) => `{id: q${at}, ask: What ${at}?, answer: y}`, ', ')}]}\n`;
    const deck = `deck: D\nid: d\ntopics:\n${topic}${'  - *a\n'.repeat(3000)}`;
    const files = {
      ...bankFiles(''),
      form: 'file' as const,
      topics: [],
      deck: { path: 'd.yaml', text: deck },
    };
    let found: string[] = [];
    const effort = effortOf(() => {
      const loaded = loadBank(files);
      const given = giveIds(files, []);
      found = [...loaded.diagnostics, ...given.diagnostics].map(
        ({ line, column, rule }) => `${line}:${column} ${rule}`,
      );
    });
    expect(found).toEqual(['30:5 yaml-alias', '30:5 yaml-alias']);
    expect(effort).toBeLessThan(1);
  });

  test('that give three thousand questions a list of three thousand options are named at once', () => {
    const { found, effort } = said(
      `  - {id: z, choose: x, right: y, wrong: &o ${options(3000)}}\n${sharing(3000)}`,
    );
    expect(found).toEqual(['100:51 yaml-alias']);
    expect(effort).toBeLessThan(1);
  });
});

describe('a text', () => {
  const asking = (text: string) => `  - id: a\n    ask: ${text}\n    answer: y\n`;

  test('has at most 100,000 characters', () => {
    expect(said(asking('a'.repeat(100_000))).found).toEqual([]);
    expect(said(asking('a'.repeat(100_001))).found).toEqual(['4:10 text-too-long']);
  });

  const long = 'word '.repeat(300_000);
  test.each([
    ['plain', asking(long), '4:10'],
    ['in quotes', asking(`"${long}"`), '4:10'],
    ['folded', asking(`>\n      ${long}`), '5:7'],
    ['on many lines', asking(`|\n${'      word\n'.repeat(300_000)}`), '5:7'],
    ['a key', `  - id: a\n    ? ${long}\n    : x\n`, '4:7'],
  ])('of a million and a half, %s, is named, and its file left alone', (_name, questions, place) => {
    expect(said(questions).found).toEqual([`${place} text-too-long`]);
    const { files, diagnostics } = giveIds(bankFiles(questions.replace('id: a', 'hint: a')), []);
    expect(files).toEqual([]);
    expect(diagnostics).toHaveLength(1);
  });
});
