import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClozeQuestion, DiscussQuestion, Question } from '../../../src/bank/question.ts';
import { createTypesetter } from '../../../src/typst/native.ts';
import { bank, choice, question, quiz, section } from '../../quiz/banks.ts';
import { runs, testWith } from '../../tools.ts';
import { type BuiltQuiz, buildQuiz } from '../build-quiz.ts';

const testPoppler = testWith('poppler-utils (pdftotext, pdffonts, pdfinfo)', runs('pdftotext', '-v'));
const testQpdf = testWith('qpdf', runs('qpdf', '--version'));

const typesetter = await createTypesetter();
const folder = mkdtempSync(join(tmpdir(), 'recto-paper-'));
afterAll(() => rmSync(folder, { recursive: true }));

const build = (
  questions: readonly Question[],
  own: Partial<ReturnType<typeof quiz>> = {},
): Promise<BuiltQuiz> => {
  const of = quiz({ sections: [section({ pick: questions.length })], ...own });
  return buildQuiz(bank(questions, [of]), of, { readMedia: () => new Uint8Array(), typesetter });
};

/** What a program says of one of the quiz's files. */
function ask(built: BuiltQuiz, name: string, command: string, ...args: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, built.files.find((file) => file.name === name)?.bytes ?? '');
  const rest = command === 'pdftotext' ? ['-'] : [];
  const { status, stdout, stderr } = spawnSync(command, [...args, path, ...rest], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command}: ${stdout}${stderr}`);
  return stdout;
}

const textOf = (built: BuiltQuiz, name: string): string =>
  ask(built, name, 'pdftotext', '-layout').replace(/\s+/g, ' ');

/** A small generator of numbers from 0 to 1, the same for the same seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Questions that begin with a word `s7` and end, where they can, with a word `e7`. */
function marked(count: number, seed: number): Question[] {
  const random = numbers(seed);
  const words = (most: number) => Array.from({ length: Math.ceil(random() * most) }, () => 'lorem').join(' ');
  return Array.from({ length: count }, (_, at): Question => {
    const id = `q${at}`;
    const kind = random();
    if (kind < 0.2) {
      const lines = Math.ceil(random() * 20);
      const prompt = `s${at} ${words(40)}`;
      return question<DiscussQuestion>({
        kind: 'discuss',
        id,
        prompt,
        rubric: [{ text: 'x', points: 1 }],
        lines,
      });
    }
    if (kind < 0.3)
      return question<ClozeQuestion>({ kind: 'cloze', id, prompt: `s${at} ${words(60)} {{word}} e${at}` });
    const wrong = Array.from({ length: Math.ceil(random() * 5) }, (_, n) => `${n} ${words(30)}`);
    // The right option is not last on most papers; that it is on the page of the stem shows that nothing was cut.
    return choice(id, { prompt: `s${at} ${words(50)}`, right: [`${words(30)} e${at}`], wrong });
  });
}

interface Word {
  readonly page: number;
  readonly x: number;
  readonly bottom: number;
  readonly text: string;
}

/** All words of a file with their places in points, and the size of its pages. */
function wordsOf(built: BuiltQuiz, name: string): { words: Word[]; width: number; height: number } {
  const xml = ask(built, name, 'pdftotext', '-bbox');
  const [, width = '0', height = '0'] = /<page width="([\d.]+)" height="([\d.]+)"/.exec(xml) ?? [];
  const words = xml
    .split('<page ')
    .slice(1)
    .flatMap((page, at) =>
      [...page.matchAll(/xMin="([\d.]+)" .*?yMax="([\d.]+)">(.*?)<\/word>/g)].map(
        ([, x, bottom, text = '']) => ({
          page: at + 1,
          x: Number(x),
          bottom: Number(bottom),
          text,
        }),
      ),
    );
  return { words, width: Number(width), height: Number(height) };
}

const thirty = marked(30, 1956);
const thirtyBuilt = await build(thirty, { versions: 3, title: 'Reading check', columns: 2 });

describe('papers as a PDF reader sees them', () => {
  const [questions, built] = [thirty, thirtyBuilt];

  testPoppler.each(['A.pdf', 'B.pdf', 'C.pdf'])('%s has every drawn question once', (name) => {
    const words = wordsOf(built, name).words.map(({ text }) => text);
    for (const at of questions.keys()) expect(words.filter((word) => word === `s${at}`)).toHaveLength(1);
  });

  testPoppler('all fonts are embedded', () => {
    for (const name of ['all.pdf', 'key.pdf']) {
      const fonts = ask(built, name, 'pdffonts').trim().split('\n').slice(2);
      expect(fonts.length).toBeGreaterThan(1);
      for (const font of fonts) expect(font).toMatch(/ yes (yes|no) +yes +\d+ +\d+$/);
    }
  });

  testPoppler('title, language, tags and pages are told', () => {
    expect(ask(built, 'B.pdf', 'pdfinfo')).toMatch(/Title: +Reading check, Version B\n[\s\S]*Tagged: +yes\n/);
    expect(ask(built, 'all.pdf', 'pdfinfo')).toMatch(new RegExp(`Pages: +${built.pages}\n`));
    expect(textOf(built, 'all.pdf')).toContain(`Page 1 of ${built.pages / 3} `);
  });

  testQpdf('qpdf finds no fault', () => {
    for (const name of ['A.pdf', 'all.pdf', 'key.pdf']) {
      expect(ask(built, name, 'qpdf', '--check')).toContain('No syntax or stream encoding errors found');
    }
  });
});

describe('page breaks', () => {
  const layouts = ([1, 2] as const).flatMap((columns) =>
    (['a4', 'letter'] as const).map((paper) => ({ columns, paper })),
  );
  const cases = layouts.flatMap((layout) => [1, 2, 3, 4, 5].map((seed) => ({ ...layout, seed })));

  testPoppler.each(cases)('keep questions whole and pages full: %j', async ({ columns, paper, seed }) => {
    const questions = marked(25, seed);
    const sections = [
      section({ title: 'First', pick: 12 }),
      section({ title: 'Second', instructions: 'Do it.', pick: 13 }),
    ];
    const built = await build(questions, { columns, paper, seed, sections });
    const { words, width, height } = wordsOf(built, 'A.pdf');
    const find = (text: string) => words.find((word) => word.text === text);
    const column = ({ x }: Word) => (columns === 1 || x < width / 2 ? 0 : 1);
    for (const [at, one] of questions.entries()) {
      const start = find(`s${at}`);
      const end = find(`e${at}`) ?? start;
      if (!start || !end) throw new Error(`question ${at} is not printed`);
      expect([at, end.page, column(end)]).toEqual([at, start.page, column(start)]);
      const ruled = one.kind === 'discuss' ? (one.lines ?? 0) * 8 : 0;
      expect(((height - start.bottom) / 72) * 25.4).toBeGreaterThan(ruled + 15);
    }
    // Each page has a question: none is blank, and none has a heading alone.
    const pages = new Set(words.filter(({ text }) => /^s\d+$/.test(text)).map(({ page }) => page));
    expect(pages.size).toBe(built.pages);
    const heading = find('Second');
    expect(
      words.find(
        (word) =>
          word.page === heading?.page &&
          column(word) === column(heading) &&
          /^s\d+$/.test(word.text) &&
          word.bottom > heading.bottom,
      ),
    ).toBeDefined();
  });

  testPoppler('a question longer than a page is broken, and loses nothing', async () => {
    const long = question<DiscussQuestion>({
      kind: 'discuss',
      id: 'long',
      prompt: 's0',
      rubric: [],
      lines: 80,
    });
    const built = await build([long, choice('next', { prompt: 's1' })]);
    expect(built.pages).toBeGreaterThan(2);
    expect(wordsOf(built, 'A.pdf').words.filter(({ text }) => /^s[01]$/.test(text))).toHaveLength(2);
  });
});

testPoppler('what means something to Typst prints as typed', async () => {
  const hostile =
    '#import "x": y; #panic() @ref <label> = head // c /* d */ a_b \\ -- --- ... {c} 5$ #{1+1} ~ "q" /b: c';
  const prompt = hostile.replace(/[\\_]/g, '\\$&');
  const options = ['= no heading', '- no list', '+ nor this', '/ nor: that', '#pagebreak()'];
  const [right = '', ...wrong] = options.map((text) => text.replace(/^[-+]/, '\\$&'));
  const text = textOf(await build([choice('h', { prompt, right: [right], wrong })]), 'A.pdf');
  for (const typed of [hostile, ...options]) expect(text).toContain(typed);
});

testPoppler('words longer than a line stay inside their column', async () => {
  const prompt = `${'a'.repeat(120)} https://example.com/${'b1'.repeat(60)} Donaudampfschifffahrtselektrizitätenhauptbetriebswerk`;
  const built = await build([choice('w', { prompt, right: [`\`${'c'.repeat(90)}\``] })], { columns: 2 });
  const { words, width } = wordsOf(built, 'A.pdf');
  for (const { text, x } of words.filter(({ text }) => /^(a|b1|1b|c){4,}/.test(text))) {
    expect([text, x + text.length * 3 < width / 2]).toEqual([text, true]);
  }
});

describe('the key', () => {
  testPoppler('gives explanation, source and rubric', async () => {
    const essay = question<DiscussQuestion>({
      kind: 'discuss',
      id: 'essay-id',
      prompt: 'Discuss.',
      rubric: [{ text: 'Names the cause', points: 2 }],
      why: 'For this reason.',
      cite: [{ source: 'book', paragraph: 5, quote: 'so it stands' }],
    });
    const of = quiz({ sections: [section({ pick: 1 })] });
    const sources = { book: { author: 'Ann Writer', title: 'The Book' } };
    const built = await buildQuiz(bank([essay], [of], { sources }), of, {
      readMedia: () => new Uint8Array(),
      typesetter,
    });
    const key = textOf(built, 'key.pdf');
    for (const part of [
      'Names the cause',
      '2 points',
      'For this reason.',
      '¶ 5 “so it stands”',
      'essay-id',
      'Ann Writer, The Book',
    ]) {
      expect(key).toContain(part);
    }
  });
});
