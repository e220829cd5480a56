import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { ChoiceQuestion, Question, TermQuestion } from '../../../src/bank/question.ts';
import { docx } from '../../../src/targets/docx/docx.ts';
import { pdf } from '../../../src/targets/pdf/pdf.ts';
import { createTypesetter } from '../../../src/typst/native.ts';
import { bank, choice, question, quiz, section } from '../../quiz/banks.ts';
import { everyKind } from '../../quiz/every-kind.ts';
import { runs, testWith } from '../../tools.ts';
import { wordJob } from './word.ts';

const testOffice = testWith(
  'LibreOffice and poppler-utils (soffice, pdftotext)',
  runs('soffice', '--version') && runs('pdftotext', '-v'),
);
const typesetter = await createTypesetter();
const folder = mkdtempSync(join(tmpdir(), 'recto-docx-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function build(questions: readonly Question[], own: Partial<ReturnType<typeof quiz>>) {
  const of = quiz({ sections: [section({ pick: questions.length })], ...own });
  const from = bank(questions, [of], { sources: { book: { title: 'The Book' } } });
  const { job, workshop } = wordJob(from, of);
  for (const target of [pdf, docx]) {
    const asked = new Set([pdf, docx]);
    const { files } = await target.make(
      { ...job, asked },
      { ...workshop, typesetter: async () => typesetter },
    );
    for (const { path, bytes } of files) writeFileSync(join(folder, basename(path)), bytes);
  }
}

/** Opens Word files in LibreOffice, with settings of its own, and writes them as PDF into `from-word`. */
function open(names: readonly string[]): void {
  const settings = `-env:UserInstallation=file://${join(folder, 'settings')}`;
  const out = ['--convert-to', 'pdf', '--outdir', join(folder, 'from-word')];
  const files = names.map((name) => join(folder, name));
  const { status, stderr } = spawnSync('soffice', [settings, '--headless', ...out, ...files], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`soffice: ${stderr}`);
}

const textOf = (path: string, ...options: string[]): string =>
  spawnSync('pdftotext', [...options, join(folder, path), '-'], { encoding: 'utf8' }).stdout;

/**
 * Each marked word with the number or letter that is printed before it: the numbers in their order, then the letters,
 * for a pool's terms and meanings stand side by side and readers take turns differently.
 */
function marks(text: string, words: RegExp): string[] {
  const pattern = new RegExp(`\\b(\\d+|[A-Z])\\s+(?:_+\\s+)?(${words.source})\\b`, 'g');
  const found = [...text.matchAll(pattern)].map(([, label, word]) => `${label} ${word}`);
  return [...found.filter((mark) => /^\d/.test(mark)), ...found.filter((mark) => /^[A-Z]/.test(mark))];
}

const words = /[sroTm]\d+[a-d]?/;

const choiceAt = (at: number): ChoiceQuestion =>
  choice(`c${at}`, { prompt: `s${at} asks`, right: [`r${at}`], wrong: [`o${at}a`, `o${at}b`, `o${at}c`] });
const termAt = (at: number) =>
  question<TermQuestion>({ kind: 'term', id: `t${at}`, prompt: `T${at}`, means: `m${at}` });

testOffice(
  'LibreOffice shows the questions, letters and key of the PDFs, in their order, for each version',
  async () => {
    const questions = [...Array.from({ length: 12 }, (_, at) => choiceAt(at)), ...[0, 1, 2, 3].map(termAt)];
    const sections = [
      section({ title: 'Choose', pick: 6, from: { kinds: ['choice'] } }),
      section({ title: 'Terms', pick: 4, from: { kinds: ['term'] } }),
      section({ title: 'Choose again', pick: 6, from: { kinds: ['choice'] } }),
    ];
    await build(questions, { versions: 3, sections });
    open(['A.docx', 'B.docx', 'C.docx', 'key.docx']);
    for (const name of ['A', 'B', 'C']) {
      const printed = marks(textOf(`${name}.pdf`, '-layout'), words);
      expect(printed.length).toBe(12 * 5 + 4 * 2);
      expect([name, ...marks(textOf(`from-word/${name}.pdf`, '-layout'), words)]).toEqual([name, ...printed]);
    }
    const key = (path: string) =>
      [...textOf(path, '-layout').matchAll(/\b(\d+)\s+([A-D])\s+([rm]\d+)\b/g)].map(([, ...found]) =>
        found.join(' '),
      );
    expect(key('key.pdf')).toHaveLength(3 * 16);
    expect(key('from-word/key.pdf')).toEqual(key('key.pdf'));
  },
  120_000,
);

testOffice(
  'no question is split over pages, and no page is blank',
  async () => {
    const lorem = (count: number) => 'lorem ipsum '.repeat(count);
    const questions = Array.from({ length: 24 }, (_, at) =>
      choice(`c${at}`, {
        prompt: `s${at} ${lorem((at * 7) % 30)}`,
        right: [`r${at}`],
        wrong: [`o${at}a ${lorem(at % 12)}`, `o${at}b`, `o${at}c`],
      }),
    );
    await build(questions, {});
    open(['A.docx']);
    const pages = textOf('from-word/A.pdf').split('\f').slice(0, -1);
    expect(pages.length).toBeGreaterThan(4);
    for (const page of pages) expect(page).toMatch(/\bs\d+\b/);
    for (const at of questions.keys()) {
      const on = [`s${at}`, `r${at}`, `o${at}a`, `o${at}b`, `o${at}c`].map((word) =>
        pages.findIndex((page) => new RegExp(`\\b${word}\\b`).test(page)),
      );
      expect([at, new Set(on).size]).toEqual([at, 1]);
    }
    expect(pages.at(-1)).toContain(`Page ${pages.length} of ${pages.length}`);
  },
  120_000,
);

testOffice(
  'every kind of question opens, with nothing missing that the PDF has',
  async () => {
    await build(everyKind, { columns: 2 });
    open(['A.docx', 'key.docx']);
    const plain = (path: string) => textOf(path).replace(/[\s_]+/g, ' ');
    for (const name of ['A', 'key']) {
      const [word, pdf] = [plain(`from-word/${name}.pdf`), plain(`${name}.pdf`)];
      const capitals = [...new Set(pdf.match(/\b[A-Z]{3,}\b/g))];
      for (const each of capitals) expect(word).toContain(each);
      for (const text of ['Perigee', 'satellite', 'Sirius'])
        expect([name, text, word.includes(text)]).toEqual([name, text, pdf.includes(text)]);
    }
  },
  120_000,
);
