import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { createTypesetter } from '../../../src/typst/native.ts';
import { bank, choice, quiz, section } from '../../quiz/banks.ts';
import { runs, testWith } from '../../tools.ts';
import { buildQuiz } from '../build-quiz.ts';

const testPoppler = testWith('poppler-utils (pdftotext, pdfinfo)', runs('pdftotext', '-v'));
const typesetter = await createTypesetter();
const folder = mkdtempSync(join(tmpdir(), 'recto-maths-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Prints a quiz of one question for each text, and gives what a program says of the papers. */
async function printed(texts: readonly string[], columns: 1 | 2 = 1) {
  const questions = texts.map((prompt, at) => choice(`q${at}`, { prompt, right: ['$x$'] }));
  const of = quiz({ sections: [section({ pick: texts.length })], columns });
  const built = await buildQuiz(bank(questions, [of]), of, { readMedia: () => new Uint8Array(), typesetter });
  const path = join(folder, 'A.pdf');
  writeFileSync(path, built.files.find(({ name }) => name === 'A.pdf')?.bytes ?? '');
  const ask = (command: string, ...args: string[]) =>
    spawnSync(command, [...args, path, ...(command === 'pdftotext' ? ['-'] : [])], { encoding: 'utf8' })
      .stdout;
  return { findings: built.findings, ask };
}

/** A PDF with its compressed streams laid open. */
function inflated(pdf: Buffer): string {
  const raw = pdf.toString('latin1');
  const streams = [...raw.matchAll(/stream\r?\n(.*?)\r?\nendstream/gs)].map(([, stream = '']) => {
    try {
      return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  return [raw, ...streams].join('\n');
}

const formulas: Record<string, string> = {
  fractions: '\\frac{-b \\pm \\sqrt{b^2-4ac}}{2a} + \\dfrac{1}{2} + \\tfrac12 + \\cfrac{1}{1+\\cfrac{1}{x}}',
  roots: '\\sqrt{1+\\sqrt{2+\\sqrt[3]{x}}}',
  'sums and integrals':
    '\\sum_{i=1}^n i^2 \\int_0^\\infty e^{-x}\\,dx \\lim_{x\\to0} \\prod\\limits_k \\iint_D \\max_{x}',
  matrices:
    '\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix} \\begin{bmatrix}1&0\\end{bmatrix} \\begin{vmatrix}x\\end{vmatrix}',
  cases: '|x| = \\begin{cases} x & \\text{if } x \\ge 0 \\\\ -x & \\text{otherwise} \\end{cases}',
  arrays:
    '\\left[\\begin{array}{cc|c}1&2&3\\\\ \\hline 4&5&6\\end{array}\\right] \\begin{array}{|c|}\\hline p\\\\ \\hline\\end{array}',
  'aligned equations': '\\begin{aligned}(a+b)^2 &= (a+b)(a+b) \\\\[6pt] &= a^2+2ab+b^2\\end{aligned}',
  binomials: '\\binom{n}{k} = \\frac{n!}{k!\\,(n-k)!}',
  accents:
    '\\hat x \\bar y \\vec v \\dot a \\ddot a \\tilde n \\widehat{abc} \\overline{AB} \\overrightarrow{AB} \\underbrace{a+b}_{n}',
  fonts:
    '\\text{if } x \\in \\mathbb{R}, \\mathcal{L}, \\mathfrak{g}, \\mathbf{v}, \\boldsymbol{\\alpha}, \\mathrm{kg}',
  delimiters:
    '\\left( \\frac12 \\middle| x \\right) \\left.\\frac{df}{dx}\\right|_0 \\Bigl[ \\bigr) \\lVert x \\rVert',
  greek: '\\alpha\\beta\\gamma\\varepsilon\\theta\\varphi\\Gamma\\Delta\\Omega',
  reaction: '\\ce{2H2 + O2 -> 2H2O}',
  ions: '\\ce{SO4^2-} + \\ce{^{14}_{6}C} + \\ce{A <=>[k] B v}',
  spaces:
    'a\\quad\\phantom{xx}\\vphantom{\\frac12}\\rule{1cm}{0.4pt}\\cancel{x}\\boxed{y}\\color{red}z \\xrightarrow[a]{b}',
};

describe('maths on paper', () => {
  test.each(Object.entries(formulas))('%s are PDF/UA', async (_, tex) => {
    expect((await printed([`Inline $${tex}$ and\n\n$$${tex}$$`])).findings).toEqual([]);
  });

  testPoppler('is set, not printed as LaTeX', async () => {
    const texts = Object.values(formulas).map((tex) => `$$${tex}$$`);
    const text = (await printed(texts)).ask('pdftotext').normalize('NFKC');
    expect(text).not.toMatch(/\\[a-z]/);
    for (const sign of ['∑', '∫', '√', 'α', 'Ω', 'R', '⟶|→', 'otherwise', 'lim', 'kg'])
      expect(text).toMatch(new RegExp(sign));
  });

  test('has its LaTeX as alternative text', async () => {
    await printed(['What is $\\frac{1}{2}$?']);
    expect(inflated(readFileSync(join(folder, 'A.pdf')))).toContain('/Alt (\\\\frac{1}{2})');
  });

  testPoppler('is code where it cannot be read', async () => {
    const { ask, findings } = await printed(['What is $\\fraction{1}{2}$?']);
    expect(findings).toEqual([]);
    expect(ask('pdftotext').replace(/\u200b/g, '')).toContain('\\fraction{1}{2}');
  });

  testPoppler('a formula wider than its column stays inside', async () => {
    const tex = Array.from({ length: 30 }, (_, at) => `a_{${at}}`).join(' + ');
    const xml = (await printed([`$$${tex}$$`], 2)).ask('pdftotext', '-bbox');
    const [, width = ''] = /<page width="([\d.]+)"/.exec(xml) ?? [];
    const rights = [...xml.matchAll(/xMax="([\d.]+)" yMax="[\d.]+">𝑎.*?</gu)].map(([, right]) =>
      Number(right),
    );
    expect(rights.length).toBeGreaterThan(10);
    expect(Math.max(...rights)).toBeLessThan(Number(width) / 2);
  });
});
