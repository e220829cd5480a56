import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import type { DiscussQuestion, Question } from '../../src/bank/question.ts';
import { buildQuiz } from '../../src/quiz/build.ts';
import { inFormats } from '../../src/quiz/formats.ts';
import { createTypesetter } from '../../src/quiz/paper/typeset.ts';
import { runs, testWith } from '../tools.ts';
import { bank, choice, question, quiz, section } from './banks.ts';
import { everyKind, picture } from './every-kind.ts';

const places = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const executablePath = places.find((place) => place !== '' && existsSync(place));
const testBrowser = testWith(
  'Chromium and poppler-utils (pdftotext)',
  executablePath !== undefined && runs('pdftotext', '-v'),
);
const typesetter = await createTypesetter();
const folder = mkdtempSync(join(tmpdir(), 'recto-html-'));
let browser: Browser | undefined;
beforeAll(async () => {
  if (!executablePath) return;
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  browser = await chromium.launch({ executablePath, args: [...args, ...quiet] });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** Builds a quiz and opens one of its pages. */
async function open(questions: readonly Question[], own: Partial<ReturnType<typeof quiz>>, name: string) {
  const of = quiz({ sections: [section({ pick: questions.length })], ...own });
  const readMedia = () => new TextEncoder().encode(picture);
  const { files } = await inFormats(await buildQuiz(bank(questions, [of]), of, { readMedia, typesetter }), [
    'pdf',
    'html',
  ]);
  for (const file of files) writeFileSync(join(folder, file.name), file.bytes);
  if (!browser) throw new Error('no browser');
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  await page.goto(`file://${join(folder, name)}`);
  return { page, complaints };
}

/** The text of each sheet that a page prints on. */
async function printed({ page }: Awaited<ReturnType<typeof open>>): Promise<string[]> {
  const path = join(folder, 'printed.pdf');
  await page.pdf({ path, preferCSSPageSize: true });
  return textOf('printed.pdf').split('\f').slice(0, -1);
}

const textOf = (name: string): string =>
  spawnSync('pdftotext', ['-layout', join(folder, name), '-'], { encoding: 'utf8' }).stdout;

const lorem = (count: number) => 'lorem ipsum '.repeat(count);
const long: readonly Question[] = Array.from({ length: 40 }, (_, at): Question => {
  const prompt = `s${at} ${lorem((at * 7) % 40)} e${at}`;
  if (at % 5 === 0)
    return question<DiscussQuestion>({
      kind: 'discuss',
      id: `d${at}`,
      prompt,
      rubric: [],
      lines: (at % 18) + 2,
    });
  return choice(`c${at}`, {
    prompt,
    right: [`r${at} ${lorem(at % 9)}`],
    wrong: [`o${at}a`, `o${at}b`, `o${at}c`],
  });
});

describe('a long quiz, printed from Chromium', () => {
  const layouts = ([1, 2] as const).flatMap((columns) =>
    (['a4', 'letter'] as const).map((paper) => ({ columns, paper })),
  );

  testBrowser.each(layouts)(
    'has no question on two sheets, no blank sheet, and its version on each: %j',
    async (layout) => {
      const sheets = await printed(await open(long, { ...layout, versions: 2 }, 'B.html'));
      expect(sheets.length).toBeGreaterThan(4);
      for (const [at, sheet] of sheets.entries()) {
        expect(sheet).toMatch(/\bs\d+\b/);
        expect(sheet).toMatch(new RegExp(`Version B +Page ${at + 1} of ${sheets.length}\\s*$`));
      }
      for (const at of long.keys()) {
        const words =
          at % 5 === 0 ? [`s${at}`, `e${at}`] : [`s${at}`, `r${at}`, `o${at}a`, `o${at}b`, `o${at}c`];
        const on = words.map((word) => sheets.findIndex((sheet) => new RegExp(`\\b${word}\\b`).test(sheet)));
        expect([at, new Set(on).size, Math.min(...on) >= 0]).toEqual([at, 1, true]);
      }
    },
    60_000,
  );

  testBrowser(
    'has the numbers and letters of the PDF, and so has its key',
    async () => {
      const short = Array.from({ length: 12 }, (_, at) =>
        choice(`c${at}`, { prompt: `s${at}`, right: [`r${at}`], wrong: [`o${at}a`, `o${at}b`] }),
      );
      const sections = [section({ title: 'One', pick: 6 }), section({ title: 'Two', pick: 6 })];
      const marks = (text: string) =>
        [...text.matchAll(/\b(\d+|[A-D]) +([sro]\d+[a-d]?)\b/g)].map(([, ...found]) => found.join(' '));
      const keys = (text: string) =>
        [...text.matchAll(/\b(\d+) +([A-D]) +(r\d+)\b/g)].map(([, ...found]) => found.join(' '));
      const paper = (await printed(await open(short, { versions: 2, sections }, 'A.html'))).join('');
      expect(marks(paper)).toHaveLength(12 * 4);
      expect(marks(paper)).toEqual(marks(textOf('A.pdf')));
      const key = (await printed(await open(short, { versions: 2, sections }, 'key.html'))).join('');
      expect(keys(key)).toHaveLength(24);
      expect(keys(key)).toEqual(keys(textOf('key.pdf')));
    },
    60_000,
  );
});

testBrowser(
  'a page of every kind reads on a telephone and a screen, without a complaint of the browser',
  async () => {
    const { page, complaints } = await open(everyKind, { columns: 2 }, 'A.html');
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    }
    const box = (selector: string) => page.locator(selector).first().boundingBox();
    const [drawn, cover] = [await box('figure:has(.covers) img'), await box('.covers')];
    expect(cover).toEqual(drawn);
    expect(complaints).toEqual([]);
  },
  60_000,
);
