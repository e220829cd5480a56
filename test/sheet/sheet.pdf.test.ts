import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeQR } from 'qr/decode.js';
import type { ClaimQuestion, MatchQuestion, Question, TermQuestion } from '../../src/bank/question.ts';
import type { SheetLayout, SheetPage } from '../../src/sheet/layout.ts';
import type { omrEvaluation, omrTemplate } from '../../src/targets/omr/omr.ts';
import { createTypesetter } from '../../src/typst/native.ts';
import type { Answers } from '../../src/view/answers.ts';
import type { Printing } from '../../src/view/prints.ts';
import { bank, choices, question, quiz, section } from '../quiz/banks.ts';
import { type BuiltQuiz, buildQuiz } from '../targets/build-quiz.ts';
import { runs, testWith } from '../tools.ts';
import { filled, type Picture, pictureOf, scanned } from './picture.ts';
import { darkness, findMarks, type Place, projection } from './reader.ts';

const testPoppler = testWith('poppler-utils (pdftoppm)', runs('pdftoppm', '-v'));
const typesetter = await createTypesetter();
const folder = mkdtempSync(join(tmpdir(), 'recto-sheet-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Choices, with a third of the questions of the other kinds that have bubbles. */
function mixed(count: number): Question[] {
  const others = Array.from({ length: Math.floor(count / 3) }, (_, at): Question => {
    if (at % 3 === 0)
      return question<ClaimQuestion>({
        kind: 'claim',
        id: `k${at}`,
        prompt: `It is ${at}.`,
        verdict: at % 2 === 0,
      });
    if (at % 3 === 1)
      return question<TermQuestion>({
        kind: 'term',
        id: `t${at}`,
        prompt: `Term ${at}`,
        means: `Meaning ${at}`,
      });
    const pairs = ['x', 'y', 'z'].map((left) => ({ left: `${left}${at}`, right: `${left} of ${at}` }));
    return question<MatchQuestion>({ kind: 'match', id: `m${at}`, prompt: 'Match.', pairs, extra: [] });
  });
  return [...choices(count - others.length), ...others];
}

const build = (count: number, own: Partial<ReturnType<typeof quiz>> & Printing = {}): Promise<BuiltQuiz> => {
  const { pupils = [], idDigits = 0, ...rest } = own;
  const questions = mixed(count);
  const of = quiz({ answerSheet: 'bubbles', versions: 3, sections: [section({ pick: count })], ...rest });
  return buildQuiz(bank(questions, [of]), of, {
    readMedia: () => new Uint8Array(),
    typesetter,
    pupils,
    idDigits,
  });
};

const text = (built: BuiltQuiz, name: string): string =>
  new TextDecoder().decode(built.files.find((file) => file.name === name)?.bytes);
const answersIn = (built: BuiltQuiz): Answers => JSON.parse(text(built, 'answers.json'));

/** The sheets of a version as pictures: the last pages of its paper. */
function sheets(built: BuiltQuiz, letter: string, count: number): Picture[] {
  const path = join(folder, `${letter}.pdf`);
  const bytes = built.files.find(({ name }) => name === `${letter}.pdf`)?.bytes ?? new Uint8Array();
  writeFileSync(path, bytes);
  const pages = Number(/\/Count (\d+)/.exec(Buffer.from(bytes).toString('latin1'))?.[1]);
  return Array.from({ length: count }, (_, at) => pictureOf(path, pages - count + at + 1));
}

/** The bubbles of a page that a pupil fills who knows everything. */
const rightBubbles = ({ rows }: SheetPage): Place[] =>
  rows.flatMap(({ key, bubbles }) => bubbles.filter(({ value }) => key.includes(value)));

/** What a program reads that knows nothing but answers.json. */
function read(picture: Picture, layout: SheetLayout, page: SheetPage): string[] {
  const [topLeft, topRight, bottomLeft, bottomRight] = layout.marks;
  const marks = [topLeft, topRight, bottomRight, bottomLeft].map((mark) => mark ?? { x: 0, y: 0 });
  const find = projection(marks, findMarks(picture));
  return page.rows.map(({ bubbles }) =>
    bubbles
      .filter((bubble) => darkness(picture, find, bubble, layout.diameter) > 0.5)
      .map(({ value }) => value)
      .join(''),
  );
}

/** A field block of OMRChecker's template, as far as we use it. */
interface OmrBlock {
  readonly origin: readonly number[];
  readonly bubblesGap: number;
  readonly bubbleValues: readonly string[];
  readonly direction: string;
  readonly fieldLabels: readonly string[];
}

/** What a program reads that knows nothing but OMRChecker's template.json, by the label of each field. */
function readAsOmrChecker(
  picture: Picture,
  template: ReturnType<typeof omrTemplate>,
): Record<string, string> {
  const [width = 0, height = 0] = template.pageDimensions;
  const [across = 0, down = 0] = template.bubbleDimensions;
  const page = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ];
  const find = projection(page, findMarks(picture));
  const fields = Object.values<OmrBlock>(template.fieldBlocks).map((block) => {
    const [x = 0, y = 0] = block.origin;
    const step = (at: number) => at * block.bubblesGap;
    const marked = block.bubbleValues.filter((_, at) => {
      const [dx, dy] = block.direction === 'horizontal' ? [step(at), 0] : [0, step(at)];
      return darkness(picture, find, { x: x + across / 2 + dx, y: y + down / 2 + dy }, across) > 0.5;
    });
    return [block.fieldLabels[0] ?? '', marked.join('')] as const;
  });
  return Object.fromEntries(fields);
}

const builtOf: [number, BuiltQuiz][] = [];
for (const count of [1, 20, 60, 120]) builtOf.push([count, await build(count)]);

describe.each(builtOf)('an answer sheet for %i questions', (_, built) => {
  const { versions } = answersIn(built);

  testPoppler.each(['A', 'B', 'C'])('version %s gives its key back, straight and askew', (letter) => {
    const layout = versions.find(({ version }) => version === letter)?.sheet;
    if (!layout) throw new Error('answers.json has no sheet');
    for (const [at, clean] of sheets(built, letter, layout.pages.length).entries()) {
      const page = layout.pages[at];
      if (!page) throw new Error('a page is missing');
      const marked = filled(clean, rightBubbles(page), layout.diameter);
      const key = page.rows.map((row) => row.key.join(''));
      for (const [degrees, scale] of [
        [2.5, 1.15],
        [-3, 0.9],
        [181, 1],
      ] as const) {
        expect(read(scanned(marked, degrees, scale), layout, page)).toEqual(key);
      }
      expect(read(clean, layout, page)).toEqual(page.rows.map(() => ''));
    }
  });

  testPoppler('OMRChecker’s template leads to the same bubbles, and its key is ours', () => {
    const layout = versions[0]?.sheet;
    const [picture] = layout ? sheets(built, 'A', layout.pages.length) : [];
    const page = layout?.pages[0];
    if (!picture || !page) throw new Error('no sheet');
    const omr = (name: string) =>
      JSON.parse(text(built, `omr/A${(layout?.pages.length ?? 1) > 1 ? '-1' : ''}/${name}`));
    const { options } = omr('evaluation.json') as ReturnType<typeof omrEvaluation>;
    const marked = scanned(filled(picture, rightBubbles(page), layout?.diameter ?? 0), 1.5, 1);
    const found = readAsOmrChecker(marked, omr('template.json'));
    expect(options.questions_in_order.map((label) => found[label])).toEqual(options.answers_in_order);
  });
});

testPoppler('wrong and missing answers are read as they are', async () => {
  const built = await build(40, { versions: 1 });
  const layout = answersIn(built).versions[0]?.sheet;
  const page = layout?.pages[0];
  const [clean] = sheets(built, 'A', 1);
  if (!layout || !page || !clean) throw new Error('no sheet');
  const given = page.rows.map(({ bubbles }, at) =>
    at % 4 === 0 ? [] : [bubbles[at % bubbles.length]].flatMap((one) => one ?? []),
  );
  const marked = scanned(filled(clean, given.flat(), layout.diameter), -1.2, 1.1);
  expect(read(marked, layout, page)).toEqual(
    given.map((bubbles) => bubbles.map(({ value }) => value).join('')),
  );
});

testPoppler('a pupil’s number is read digit by digit', async () => {
  const built = await build(20, { versions: 1, idDigits: 6, paper: 'letter' });
  const layout = answersIn(built).versions[0]?.sheet;
  const [clean] = sheets(built, 'A', 1);
  if (!layout || !clean) throw new Error('no sheet');
  const number = '407193';
  const bubbles = layout.pages[0]?.digits.flatMap(({ place, bubbles }) =>
    bubbles.filter(({ value }) => value === number[place - 1]),
  );
  const found = readAsOmrChecker(
    scanned(filled(clean, bubbles ?? [], layout.diameter), 2, 1),
    JSON.parse(text(built, 'omr/A/template.json')),
  );
  expect([1, 2, 3, 4, 5, 6].map((place) => found[`id${place}`]).join('')).toBe(number);
});

testPoppler('the QR code names quiz, version, copy and page', async () => {
  const pupils = ['Ann', 'Bob', 'Cem'].map((name) => ({ name }));
  const built = await build(3, { versions: 2, pupils });
  const path = join(folder, 'roster.pdf');
  const bytes = built.files.find(({ name }) => name === 'roster.pdf')?.bytes ?? new Uint8Array();
  writeFileSync(path, bytes);
  const said = [2, 4, 6].map((page) => {
    const { width, height, data } = pictureOf(path, page);
    const colours = new Uint8Array(data.length * 4);
    for (const [at, value] of data.entries()) colours.set([value, value, value, 255], at * 4);
    return decodeQR({ width, height, data: colours });
  });
  expect(said).toEqual(['recto:quiz/A/1/1', 'recto:quiz/B/2/1', 'recto:quiz/A/3/1']);
});
