import type {
  ClaimQuestion,
  ClozeQuestion,
  DiagramQuestion,
  DiscussQuestion,
  ListQuestion,
  MatchQuestion,
  NumberQuestion,
  OrderQuestion,
  PassageQuestion,
  Question,
  TypedQuestion,
} from '../../src/bank/question.ts';
import { draw } from '../../src/quiz/draw/draw.ts';
import { type Printed, printedOf } from '../../src/quiz/versions/printed.ts';
import { makeVersions } from '../../src/quiz/versions/versions.ts';
import { parseText } from '../../src/text/markdown.ts';
import { toPlain } from '../../src/text/plain.ts';
import { literal } from '../../src/text/tree.ts';
import { answerOf as answer, answersOf } from '../../src/view/answers.ts';
import type { PrintStyle } from '../../src/view/document.ts';
import { solutionOf } from '../../src/view/solution.ts';
import { layoutOf } from '../../src/view/space.ts';
import { wordsFor } from '../../src/words/index.ts';
import { bank, choice, question, quiz, section } from '../quiz/banks.ts';

const words = wordsFor('en');
const style = (columns: 1 | 2 = 1): PrintStyle => ({
  words,
  columns,
  edition: 'standard',
  onSheet: false,
  read: parseText,
});

/** The one question of a quiz as version A prints it. */
function printed(one: Question, seed = 1): Printed {
  const of = quiz({ seed, sections: [section({ questions: [one.id] })] });
  const [version] = makeVersions(of, draw(bank([one]), of).versions, words);
  const [found] = version ? printedOf(version) : [];
  if (!found) throw new Error(`${one.id} is not printed`);
  return found;
}

const layout = (one: Question, columns: 1 | 2 = 1) => layoutOf(printed(one), style(columns));
const solution = (on: Printed) => solutionOf(on, style());

test('several right options are said on the paper, one is not', () => {
  expect(layout(choice('one')).note).toBeUndefined();
  expect(layout(choice('two', { right: ['x', 'y'] })).note).toBe('Choose all that apply.');
});

test('a cloze’s blanks are of one width, enough for the longest answer, and tell nothing else', () => {
  const cloze = (prompt: string) => question<ClozeQuestion>({ kind: 'cloze', id: 'c', prompt });
  expect(layout(cloze('{{a}} and {{industrialisation}}')).blank).toBe(48);
  expect(layout(cloze('{{a}}')).blank).toBe(20);
  expect(layout(cloze(`{{${'long '.repeat(30)}}}`), 2).blank).toBe(45);
  expect(answer(printed(cloze('{{c2::*two*::hint}} {{c1::one}}')))).toEqual({ answer: ['two', 'one'] });
});

test('ruled lines come from "lines", else from "words", else from the points', () => {
  const essay = (own: Partial<DiscussQuestion>) =>
    layout(question<DiscussQuestion>({ kind: 'discuss', id: 'd', prompt: 'Discuss.', rubric: [], ...own }));
  expect(essay({ lines: 12, words: 120 })).toMatchObject({
    space: { t: 'lines', count: 12 },
    note: 'about 120 words',
  });
  expect(essay({ words: 90 }).space).toEqual({ t: 'lines', count: 10 });
  expect(essay({ points: 4 }).space).toEqual({ t: 'lines', count: 12 });
});

test('a typed answer is no Markdown, in answers.json and in the key', () => {
  const typed = question<TypedQuestion>({
    kind: 'typed',
    id: 't',
    prompt: 'Which?',
    typed: '__init__',
    accept: ['a*b*c'],
  });
  expect(answer(printed(typed))).toEqual({ answer: '__init__' });
  expect(solution(printed(typed)).texts).toEqual([literal('__init__'), literal('a*b*c')]);
});

test('a typed answer and a number get a short blank, the number its unit', () => {
  const typed = question<TypedQuestion>({
    kind: 'typed',
    id: 't',
    prompt: 'Who?',
    typed: 'Marx',
    accept: ['K. Marx'],
  });
  expect(layout(typed).space).toEqual({ t: 'short', width: 20, unit: [] });
  expect(solution(printed(typed)).texts).toHaveLength(2);
  const number = question<NumberQuestion>({
    kind: 'number',
    id: 'n',
    prompt: 'How fast?',
    number: '9.81',
    tolerance: 0.05,
    unit: 'm/s^2^',
  });
  expect(layout(number).space).toMatchObject({
    unit: [{ text: 'm/s' }, { type: 'sup', children: [{ text: '2' }] }],
  });
  expect(answer(printed(number))).toEqual({ answer: '9.81 ± 0.05 m/s²' });
});

test('a match’s key leads from each left text to its own right one', () => {
  const pairs = ['a', 'b', 'c'].map((left) => ({ left, right: `right of ${left}` }));
  const match = question<MatchQuestion>({
    kind: 'match',
    id: 'm',
    prompt: 'Match.',
    pairs,
    extra: ['none of them'],
  });
  for (let seed = 0; seed < 10; seed++) {
    const found = answer(printed(match, seed));
    if (!('key' in found)) throw new Error('a match has a key');
    expect(found.options).toHaveLength(4);
    expect(found.key.map((letter) => found.options[letter.charCodeAt(0) - 65])).toEqual(
      pairs.map(({ right }) => right),
    );
  }
});

test('items to put in order are never printed in order, and the key numbers them as printed', () => {
  const order = question<OrderQuestion>({ kind: 'order', id: 'o', prompt: 'Order.', items: ['one', 'two'] });
  for (let seed = 0; seed < 10; seed++) {
    const on = printed(order, seed);
    expect(on.options.map(({ text }) => toPlain(text))).toEqual(['two', 'one']);
    expect(solution(on).mark).toBe('2 1');
    expect(answer(on)).toEqual({ answer: ['one', 'two'] });
  }
});

test('a list has as many places as items are needed, a diagram one for each part', () => {
  const list = question<ListQuestion>({
    kind: 'list',
    id: 'l',
    prompt: 'Name two.',
    items: ['a', 'b', 'c'],
    need: 2,
    ordered: false,
  });
  expect(layout(list).space).toEqual({ t: 'places', count: 2 });
  const regions = [{ label: 'lens', rect: [0, 0, 0.5, 0.5] as const }];
  const image = { file: 'eye.png', alt: 'An eye' };
  const diagram = question<DiagramQuestion>({ kind: 'diagram', id: 'd', prompt: 'Name.', image, regions });
  expect(layout(diagram)).toMatchObject({ covers: [[0, 0, 0.5, 0.5]], space: { t: 'places', count: 1 } });
});

test('a passage is followed by its questions, in their order, without the retired', () => {
  const claim = (id: string, retired?: string) =>
    question<ClaimQuestion>({
      kind: 'claim',
      id,
      prompt: id,
      verdict: true,
      ...(retired ? { retired } : {}),
    });
  const passage = question<PassageQuestion>({
    kind: 'passage',
    id: 'p',
    prompt: 'Read.',
    text: 'A text.',
    questions: [claim('first'), claim('gone', '2026-01-01'), claim('second')],
  });
  const of = quiz({ sections: [section({ pick: 2 })] });
  const versions = makeVersions(of, draw(bank([passage, choice('other')]), of).versions, words);
  const ids = versions.flatMap(printedOf).map(({ number, question: { id } }) => [number, id]);
  const at = ids.findIndex(([, id]) => id === 'first');
  expect(ids[at + 1]).toEqual([at + 2, 'second']);
  expect(ids).toHaveLength(3);
  const answers = answersOf({ quiz: of, versions, sheets: [], classFiles: [] });
  expect(answers.versions[0]?.questions).toHaveLength(3);
});
