import type { BasicQuestion, PassageQuestion, Question } from '../../src/bank/question.ts';
import { type BuiltQuiz, buildQuiz } from '../../src/quiz/build.ts';
import type { Edition } from '../../src/quiz/kinds/kind.ts';
import { createTypesetter } from '../../src/quiz/paper/typeset.ts';
import { runs, testWith } from '../tools.ts';
import { bank, choices, question, quiz, section } from './banks.ts';
import { anyPicture } from './every-bank.ts';
import { type PdfPages, type PdfWord, readWords } from './pdf.ts';
import { randomQuestions } from './random-quiz.ts';

const testPoppler = testWith('poppler-utils (pdftotext)', runs('pdftotext', '-v'));
const typesetter = await createTypesetter();
const editions = ['large-print', 'dyslexia'] as const;

const build = (
  questions: readonly Question[],
  own: Partial<ReturnType<typeof quiz>>,
  all = false,
): Promise<BuiltQuiz> => {
  const of = quiz({ sections: [section({ pick: questions.length })], ...own });
  const workshop = { readMedia: anyPicture, typesetter, editions: all ? editions : [] };
  return buildQuiz(bank(questions, [of]), of, workshop);
};
const open = (built: BuiltQuiz, name = 'A.pdf'): PdfPages =>
  readWords(built.files.find((file) => file.name === name)?.bytes ?? new Uint8Array());
const find = ({ words }: PdfPages, text: string): PdfWord => {
  const found = words.find((word) => word.text === text);
  if (!found) throw new Error(`${text} is not printed`);
  return found;
};

/** What must hold of any paper: questions whole, no page empty, no heading or passage left behind. */
function expectHandsome(
  paper: PdfPages,
  questions: readonly Question[],
  columns: 1 | 2,
  edition: Edition = 'standard',
): void {
  const column = ({ left }: PdfWord) => (columns === 1 || left < paper.width / 2 ? 0 : 1);
  const place = (word: PdfWord) => [word.page, column(word)];
  for (const [at, { kind }] of questions.entries()) {
    const [start, end] = [find(paper, `s${at}`), find(paper, `e${at}`)];
    expect([at, ...place(end)]).toEqual([at, ...place(start)]);
    if (kind === 'passage') expect([at, ...place(find(paper, `q${at}`))]).toEqual([at, ...place(start)]);
  }
  const numbered = paper.words.filter(({ text }) => /^[sp]\d+$/.test(text));
  // In large letters the head of the paper may fill the first page.
  const pages = new Set([...numbered.map(({ page }) => page), ...(edition === 'standard' ? [] : [1])]);
  expect(pages.size).toBe(paper.pages);
  for (const title of ['Firstly', 'Secondly']) {
    // The table of points names it first.
    const heading = paper.words.findLast(({ text }) => text === title) ?? find(paper, title);
    const follows = (word: PdfWord) =>
      word.page === heading.page && column(word) === column(heading) && word.top > heading.top;
    expect([title, numbered.some(follows)]).toEqual([title, true]);
  }
  for (const { left, right } of paper.words) {
    expect(left).toBeGreaterThan(20);
    expect(right).toBeLessThan(paper.width - 20);
  }
}

const shapes = ([1, 2] as const).flatMap((columns) =>
  (['a4', 'letter'] as const).flatMap((paper) => [1, 2, 3, 4].map((seed) => ({ columns, paper, seed }))),
);
const sections = [
  section({ title: 'Firstly', pick: 9 }),
  section({ title: 'Secondly', instructions: 'Do this.', pick: 9 }),
];

testPoppler.each(shapes)(
  'questions, options and passages stay whole: %j',
  async ({ columns, paper, seed }) => {
    const questions = randomQuestions(18, seed * 31 + columns);
    expectHandsome(open(await build(questions, { columns, paper, seed, sections })), questions, columns);
  },
);

testPoppler.each([1, 2, 3])('and so they do in the editions, seed %i', async (seed) => {
  const questions = randomQuestions(18, seed).map(fitting);
  const built = await build(questions, { columns: 2, seed, sections }, true);
  for (const edition of editions) expectHandsome(open(built, `${edition}/A.pdf`), questions, 1, edition);
});

/** In 18 points neither a long text with its question nor a picture with long options fits on a page. */
function fitting(one: Question): Question {
  if (one.kind === 'passage') return { ...one, text: shortened(one.text ?? '') };
  if (one.kind !== 'choice' || !one.image) return one;
  return { ...one, options: one.options.map((option) => ({ ...option, text: option.text.slice(0, 20) })) };
}

const shortened = (text: string): string =>
  text
    .split(' ')
    .toSpliced(30, 1e9, text.split(' ').at(-1) ?? '')
    .join(' ');

testPoppler('a table of points lists the sections where there are several, and only there', async () => {
  const text = (built: BuiltQuiz) =>
    open(built)
      .words.map((word) => word.text)
      .join(' ');
  const two = await build(choices(6), {
    sections: [section({ title: 'Firstly', pick: 4, points: 2 }), section({ pick: 2, points: 0.5 })],
  });
  expect(text(two)).toMatch(/ Section Points .*Firstly 8 Section 2 1 Total 9 /);
  expect(text(await build(choices(6), {}))).not.toContain('Score');
});

testPoppler('how many to choose is said where no instructions of the section say it', async () => {
  const mixed = [...choices(2), question({ kind: 'basic', id: 'b', prompt: 'Why?', answer: 'So.' } as never)];
  const text = async (questions: readonly Question[], own = {}) =>
    open(await build(questions, { sections: [section({ pick: questions.length, ...own })] }))
      .words.map((word) => word.text)
      .join(' ');
  expect((await text(mixed)).match(/Choose one\./g)).toHaveLength(2);
  expect(await text(choices(2))).toContain('Choose one answer unless a question asks for more.');
  expect(await text(choices(2))).not.toContain('Choose one.');
  expect(await text(mixed, { instructions: 'Tick.' })).not.toContain('Choose one.');
});

describe('a question taller than a page', () => {
  const stem = (lead: string) =>
    Array.from(
      { length: 18 },
      (_, at) => `${at === 0 ? lead : ''}p${at} ${'lorem ipsum dolor '.repeat(20)}`,
    ).join('\n\n');
  const asked = (id: string, prompt: string) =>
    question<BasicQuestion>({ kind: 'basic', id, prompt, answer: 'So.' });
  const link = '[x](https://example.org) ';

  testPoppler.each([
    ['first', [asked('t', stem('s0 '))]],
    ['with a link in it', [asked('b', 's0 Why?'), asked('t', stem(`s1 ${link}`))]],
    [
      'before one with a link',
      [asked('b', 's0 Why?'), asked('t', stem('s1 ')), asked('l', `s2 See ${link}`)],
    ],
  ])('%s begins where there is room, beside its number, and loses nothing', async (_, questions) => {
    const built = await build(
      questions,
      { sections: [section({ questions: questions.map(({ id }) => id) })] },
      true,
    );
    expect(built.findings).toEqual([]);
    for (const name of ['A.pdf', 'large-print/A.pdf']) {
      const { words, pages } = open(built, name);
      const starts = questions.map((_, at) => words.filter(({ text }) => text === `s${at}`));
      expect(starts.map(({ length }) => length)).toEqual(questions.map(() => 1));
      for (const [at, [start]] of starts.entries()) {
        const beside = words.filter(
          ({ page, top }) => page === start?.page && Math.abs(top - (start?.top ?? 0)) < 3,
        );
        expect(beside.map(({ text }) => text)).toContain(String(at + 1));
      }
      expect(words.filter(({ text }) => /^p\d+$/.test(text))).toHaveLength(18);
      const full = new Set(
        words.filter(({ text }) => text === 'ipsum' || /^s\d$/.test(text)).map(({ page }) => page),
      );
      // The last page may have the lines to write on alone.
      for (let page = 1; page < pages; page++)
        expect([name, page, full.has(page)]).toEqual([name, page, true]);
    }
  });
});

describe('a passage', () => {
  const long = (count: number): PassageQuestion =>
    question<PassageQuestion>({
      kind: 'passage',
      id: 'p',
      prompt: 'Read the text and answer.',
      title: 'Title',
      text: Array.from({ length: count }, (_, at) => `w${at} lorem${at % 90 === 89 ? '\n\n' : ''}`).join(' '),
      questions: choices(1),
    });

  testPoppler('after another begins to count its lines anew', async () => {
    const passages = ['first', 'second'].map((id) => ({ ...long(100), id, questions: choices(1, id) }));
    const built = await build(passages, {
      versions: 2,
      sections: [section({ questions: ['first', 'second'] })],
    });
    for (const name of ['A.pdf', 'all.pdf']) {
      const { words, pages, width } = open(built, name);
      const marks = words.filter(({ text, right }) => /^\d+$/.test(text) && right < Math.min(62, width));
      expect(marks.map(({ text }) => text)).toEqual(
        Array.from({ length: name === 'A.pdf' ? 2 : 4 }, () => ['5', '10']).flat(),
      );
      expect(pages).toBe(name === 'A.pdf' ? 1 : 2);
    }
  });

  testPoppler.each([
    [250, 1],
    [250, 2],
    [900, 1],
    [900, 2],
  ] as const)('of %i words in %i columns has each fifth line numbered as printed', async (count, columns) => {
    const paper = open(await build([long(count)], { columns, sections: [section({ questions: ['p'] })] }));
    const column = ({ left }: PdfWord) => (columns === 1 || left < paper.width / 2 ? 0 : 1);
    const lines: PdfWord[] = [];
    const place = (word: PdfWord) => (word.page * 2 + column(word)) * 10_000 + Math.round(word.top);
    const words = paper.words.filter(({ text }) => /^(w\d+|lorem)$/.test(text));
    for (const word of words.sort((a, b) => place(a) - place(b) || a.left - b.left)) {
      const before = lines.at(-1);
      const same = before && before.page === word.page && column(before) === column(word);
      if (!same || word.top - before.top > 5) lines.push(word);
    }
    const marks = paper.words.filter(({ text, left, right }) => {
      const inner = columns === 1 ? [62, paper.width - 62] : [52, paper.width - 52];
      return /^\d+$/.test(text) && (right < (inner[0] ?? 0) || left > (inner[1] ?? 0));
    });
    expect(marks.map(({ text }) => Number(text))).toEqual(
      Array.from({ length: Math.floor(lines.length / 5) }, (_, at) => 5 * (at + 1)),
    );
    for (const mark of marks) {
      const line = lines[Number(mark.text) - 1];
      expect(mark.page).toBe(line?.page);
      expect(
        Math.abs((mark.top + mark.bottom) / 2 - ((line?.top ?? 0) + (line?.bottom ?? 0)) / 2),
      ).toBeLessThan(3);
    }
  });
});
