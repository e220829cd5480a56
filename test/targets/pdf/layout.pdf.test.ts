import type {
  BasicQuestion,
  ClozeQuestion,
  DiscussQuestion,
  PassageQuestion,
  Question,
} from '../../../src/bank/question.ts';
import type { Edition } from '../../../src/quiz/editions.ts';
import { createTypesetter } from '../../../src/typst/native.ts';
import { bank, choice, choices, question, quiz, section } from '../../quiz/banks.ts';
import { anyPicture } from '../../quiz/every-bank.ts';
import { randomQuestions } from '../../quiz/random-quiz.ts';
import { runs, testWith } from '../../tools.ts';
import { type BuiltQuiz, buildQuiz } from '../build-quiz.ts';
import { type PdfPages, type PdfWord, readWords } from './pdf.ts';

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

describe('what is larger than its place', () => {
  /** Pairs of words whose boxes lie over each other. */
  const covering = ({ words }: PdfPages): string[] =>
    words.flatMap((one, at) =>
      words
        .slice(at + 1)
        .filter(
          (other) =>
            other.page === one.page &&
            Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0.5 &&
            Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 4,
        )
        .map((other) => `${one.text} ${other.text}`),
    );
  const names = ['A.pdf', 'large-print/A.pdf', 'dyslexia/A.pdf'];

  testPoppler('a table of many columns fits, with no word over another', async () => {
    const heads = ['River', 'Country', 'Height', 'Length', 'Discharge', 'Discovered'];
    const row = ['Qiantang', 'China', '9.00', '459', '1480', 'prehistory'];
    const table = [heads, heads.map(() => '--'), row].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
    const asked = question<BasicQuestion>({
      kind: 'basic',
      id: 't',
      prompt: `Which?\n\n${table}`,
      answer: 'It.',
    });
    for (const columns of [1, 2] as const) {
      const built = await build([asked], { columns }, true);
      for (const name of names) {
        const paper = open(built, name);
        const top = paper.words.find(({ text }) => text === 'River')?.top ?? 0;
        const below = paper.words.filter((word) => word.top >= top);
        expect([columns, name, covering({ ...paper, words: below })]).toEqual([columns, name, []]);
        const edge = columns === 2 && name === 'A.pdf' ? paper.width / 2 : paper.width - 40;
        for (const { text, right } of paper.words.filter(({ text }) => heads.includes(text)))
          expect([text, right < edge]).toEqual([text, true]);
      }
    }
  });

  testPoppler('a blank in a table has its name, and room to write on', async () => {
    const cloze = question<ClozeQuestion>({
      kind: 'cloze',
      id: 't',
      prompt: '| In | Out |\n|--|--|\n| {{first}} | {{second}} |\n| {{third}} | last |',
    });
    const built = await build([cloze], {}, true);
    expect(built.findings).toEqual([]);
    const { words } = open(built);
    const [head, last] = ['In', 'last'].map((text) => words.find((word) => word.text === text));
    expect((last?.top ?? 0) - (head?.top ?? 0)).toBeGreaterThan(40);
  });

  testPoppler('formulas in options stand clear of each other', async () => {
    const option = (at: number) => `$\\frac{${at}1}{${at}2}$`;
    const asked = { ...choice('f', { right: [option(1)], wrong: [2, 3, 4].map(option) }) };
    const built = await build([asked], {}, true);
    for (const name of names) {
      const { words } = open(built, name);
      const parts = words.filter(({ text }) => /^[1-4][12]$/.test(text)).sort((a, b) => a.top - b.top);
      expect([name, parts.map(({ text }) => text[1])]).toEqual([
        name,
        ['1', '2', '1', '2', '1', '2', '1', '2'],
      ]);
      for (const [at, part] of parts.entries()) {
        const next = parts[at + 1];
        if (at % 2 === 1 && next) expect([name, next.top - part.bottom > -2]).toEqual([name, true]);
      }
    }
  });

  testPoppler('a long title leaves the next page’s first line alone', async () => {
    const title = `Examination in ${'Geography and Earth Sciences '.repeat(3)}`;
    const built = await build(choices(30), { title }, true);
    for (const name of names) {
      const { words } = open(built, name);
      const second = words.filter(({ page }) => page === 2);
      expect(Math.min(...second.map(({ top }) => top))).toBeGreaterThan(20);
      expect(second.find(({ text }) => text === 'Examination')).toBeDefined();
    }
  });

  testPoppler('sections without a title are told by their numbers, on the paper and in the key', async () => {
    const sections = [section({ pick: 1 }), section({ title: 'Own', pick: 1 }), section({ pick: 1 })];
    const built = await build(choices(3), { sections });
    const textOf = (name: string) =>
      open(built, name)
        .words.map(({ text }) => text)
        .join(' ');
    // In the table of points and over the questions.
    for (const told of ['Section 1', 'Own', 'Section 3']) expect(textOf('A.pdf').split(told)).toHaveLength(3);
    for (const told of ['Section 1', 'Own', 'Section 3'])
      expect(textOf('key.pdf').split(told)).toHaveLength(2);
  });
});

describe('a question taller than a page', () => {
  testPoppler('takes three lines to write on along with its stem, wherever it begins', async () => {
    const essay = (lines: number) =>
      question<DiscussQuestion>({ kind: 'discuss', id: `d${lines}`, prompt: `s${lines}`, rubric: [], lines });
    const rest = choices(1);
    for (let above = 10; above <= 30; above++) {
      const [first, second] = [essay(above), essay(70)];
      const built = await build([first, second, ...rest], {
        sections: [section({ questions: [first.id, second.id, ...rest.map(({ id }) => id)] })],
      });
      const { words, height } = open(built);
      const stem = words.find(({ text }) => text === 's70');
      // Three lines of 8 mm and the margin.
      expect([above, (stem?.bottom ?? height) < height - (24 * 72) / 25.4 - 57]).toEqual([above, true]);
    }
  });

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

  testPoppler.each([
    [1, 300],
    [2, 180],
  ] as const)(
    'in %i columns and of any length leaves no page or heading without text',
    async (columns, least) => {
      for (let count = least; count < least + 200; count += 10) {
        const sections = [section({ title: 'Reading', instructions: 'Read with care.', questions: ['p'] })];
        const { words, pages } = open(await build([long(count)], { columns, sections }));
        const pageOf = (text: string) => words.findLast((word) => word.text === text)?.page;
        const texts = words.filter(({ text }) => text === 'lorem' || text === 'w0');
        expect([count, pageOf('Reading'), pageOf('Title')]).toEqual([count, texts[0]?.page, texts[0]?.page]);
        expect([count, texts[0]?.page]).toEqual([count, 1]);
        const full = new Set([...texts.map(({ page }) => page), pageOf('right')]);
        expect([count, full.size]).toEqual([count, pages]);
      }
    },
  );

  testPoppler('after another begins to count its lines anew', async () => {
    const passages = ['first', 'second'].map((id) => ({ ...long(100), id, questions: choices(1, 1, id) }));
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
