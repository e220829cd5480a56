import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { type Browser, chromium } from 'playwright-core';
import type { ClaimQuestion, ClozeQuestion, DiscussQuestion, Question } from '../../../src/bank/question.ts';
import { html } from '../../../src/targets/html/html.ts';
import { pdf } from '../../../src/targets/pdf/pdf.ts';
import type { Target } from '../../../src/targets/target.ts';
import { el, markup, xml } from '../../../src/text/markup.ts';
import { createTypesetter } from '../../../src/typst/native.ts';
import { choice, question, type quiz, section } from '../../quiz/banks.ts';
import { everyKind } from '../../quiz/every-kind.ts';
import { runs, testWith } from '../../tools.ts';
import { print } from './print.ts';

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
const typesetter = () => createTypesetter();
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

/** Writes a quiz as a target prints it. */
async function write(
  target: Target,
  questions: readonly Question[],
  own: Partial<ReturnType<typeof quiz>>,
  given = {},
) {
  const sections = [section({ pick: questions.length })];
  const { files } = await print(target, questions, { sections, ...own }, { typesetter, ...given });
  for (const { path, bytes } of files) writeFileSync(join(folder, basename(path)), bytes);
}

/** Writes a quiz as pages, and opens one of them. */
async function open(
  questions: readonly Question[],
  own: Partial<ReturnType<typeof quiz>>,
  name: string,
  given: { language?: string; media?: string } = {},
) {
  await write(html, questions, own, given);
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
      await write(pdf, short, { versions: 2, sections });
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

describe('two columns on paper', () => {
  const strip =
    '<svg xmlns="http://www.w3.org/2000/svg" width="1500" height="40"><rect width="9" height="9"/></svg>';
  const sum = Array.from({ length: 30 }, (_, at) => `a_{${at}}`).join(' + ');
  const matrix = `\\begin{pmatrix}${Array.from({ length: 20 }, (_, at) => at).join(' & ')}\\end{pmatrix}`;
  const row = `|${' 1000000 |'.repeat(12)}`;
  const wide: readonly Question[] = [
    choice('picture', { image: { file: 'a.svg', alt: 'A strip' }, right: ['![strip](a.svg)'] }),
    choice('formula', { prompt: `Solve\n$$x = ${sum}$$\nor $${matrix}$.`, right: [`$${sum}$`] }),
    choice('table', { prompt: `${row}\n${row.replaceAll(' 1000000 ', '-')}\n${row}\n\nWhich?` }),
    question<ClozeQuestion>({
      kind: 'cloze',
      id: 'cloze',
      prompt: '| A | B | C | D |\n|-|-|-|-|\n| {{a}} | {{b}} | {{c}} | {{d}} |',
    }),
  ];

  testBrowser(
    'nothing reaches out of its column, and a table’s blanks not out of its cells',
    async () => {
      const { page } = await open(wide, { columns: 2 }, 'A.html', { media: strip });
      await page.setViewportSize({ width: 643, height: 900 });
      await page.emulateMedia({ media: 'print' });
      const out = await page.evaluate(`[...document.querySelectorAll('img, table, math, .blank')]
        .filter((one) => one.getBoundingClientRect().right > one.closest('td, li').getBoundingClientRect().right + 1)
        .map((one) => one.outerHTML.slice(0, 60))`);
      expect(out).toEqual([]);
      expect(await page.locator('img, table, math, .blank').count()).toBeGreaterThan(60);
    },
    60_000,
  );

  testBrowser.each([14, 17, 19])(
    'a section’s heading and instructions stand whole on the sheet of its first question, after %i claims',
    async (before) => {
      const claims = Array.from({ length: before }, (_, at) =>
        question<ClaimQuestion>({ kind: 'claim', id: `c${at}`, prompt: `Claim ${at}.`, verdict: true }),
      );
      const last = question<DiscussQuestion>({
        kind: 'discuss',
        id: 'd',
        prompt: 'Why?',
        rubric: [],
        lines: 6,
      });
      const sections = [
        section({ title: 'First', questions: claims.map(({ id }) => id) }),
        section({ title: 'Next', instructions: `Begin ${lorem(14)} end.`, questions: ['d'] }),
      ];
      const opened = await open([...claims, last], { columns: 2, sections }, 'A.html');
      // Nothing but the sections, for the table of points names them too.
      await opened.page.addStyleTag({ content: 'header { visibility: hidden; }' });
      const sheets = await printed(opened);
      const on = ['Next', 'Begin', 'end\\.', 'Why'].map((word) =>
        sheets.findIndex((sheet) => new RegExp(`\\b${word}`).test(sheet)),
      );
      expect([new Set(on).size, Math.min(...on) >= 0]).toEqual([1, true]);
    },
    60_000,
  );
});

testBrowser(
  'in Arabic, phrases in English keep their order, and a circle stands with its word',
  async () => {
    const claim = question<ClaimQuestion>({ kind: 'claim', id: 'c', prompt: 'المد عالٍ.', verdict: true });
    const { page } = await open([claim], { minutes: 45 }, 'A.html', { language: 'ar' });
    const places = await page.evaluate(`(() => {
      const range = (from, to) => {
        const one = document.createRange();
        const text = document.querySelector('.told span').firstChild;
        one.setStart(text, from);
        one.setEnd(text, to);
        return one.getBoundingClientRect().left;
      };
      const [yes, no] = [...document.querySelectorAll('.tick')].map((one) => one.getBoundingClientRect());
      return { number: range(0, 2) < range(3, 10), apart: no.right < yes.left };
    })()`);
    expect(places).toEqual({ number: true, apart: true });
  },
  60_000,
);

const hostile = ['</p><script>', '"><img src=x>', ' onload="x"', '&lt;', ']]>', '<!--', '\r\n\t', '`', "'"];

testBrowser(
  'text comes out of a browser’s readers of HTML and XML as it went in, and so does an attribute',
  async () => {
    if (!browser) throw new Error('no browser');
    const page = await browser.newPage();
    const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constantFrom(...hostile));
    const texts = fc
      .sample(fc.array(text, { maxLength: 4 }), { numRuns: 300, seed: 1 })
      .map((parts) => parts.join(''));
    const pieces = texts.map((each) => [
      markup(el('p', { title: each }, each)),
      markup(xml('p', { title: each }, each)),
    ]);
    const read = await page.evaluate(`${JSON.stringify(pieces)}.map((each) => each.map((piece, at) => {
      const root = new DOMParser().parseFromString(piece, at === 0 ? 'text/html' : 'text/xml');
      const [first, ...others] = root.querySelectorAll('p, p *');
      return [others.length, first.getAttribute('title'), first.textContent];
    }))`);
    const once = texts.map((each) => [0, each, each]);
    expect(read).toEqual(once.map((each) => [each, each]));
  },
  60_000,
);
