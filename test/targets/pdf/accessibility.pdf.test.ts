import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTypesetter } from '../../../src/typst/native.ts';
import { anyPicture, everyBank } from '../../quiz/every-bank.ts';
import { runs, testWith } from '../../tools.ts';
import { buildQuiz } from '../build-quiz.ts';
import { buildFlashcards } from '../flashcards/build-flashcards.ts';
import { runOn } from './pdf.ts';

/** Where the jars of veraPDF are, as `.ci/run` had Maven write it down. */
const jars = '.verapdf-classpath';
const testVera = testWith('veraPDF', existsSync(jars) && runs('java', '-version'));
const testQpdf = testWith('qpdf', runs('qpdf', '--version'));

const folder = mkdtempSync(join(tmpdir(), 'recto-ua-'));
afterAll(() => rmSync(folder, { recursive: true }));

const typesetter = await createTypesetter();

/** Every sort of PDF there is, of a bank with every kind of question, by name. */
const documents = new Map<string, Uint8Array>();
for (const [name, own] of [
  ['one-column', { columns: 1 }],
  ['two-columns', { columns: 2, paper: 'letter' }],
  ['bubbles', { columns: 1, answerSheet: 'bubbles' }],
] as const) {
  const { bank, quiz } = everyBank('en-GB', own);
  const editions = name === 'one-column' ? (['large-print', 'dyslexia'] as const) : [];
  const { files } = await buildQuiz(bank, quiz, { readMedia: anyPicture, typesetter, editions });
  for (const file of files.filter((file) => file.name.endsWith('.pdf')))
    documents.set(`${name}-${file.name.replace('/', '-')}`, file.bytes);
}
for (const fold of [false, true]) {
  const layout = { perPage: 8, flip: 'long', fold } as const;
  const cards = await buildFlashcards(everyBank().bank, { readMedia: anyPicture, typesetter }, layout);
  documents.set(fold ? 'cards-fold.pdf' : 'cards.pdf', cards.bytes ?? new Uint8Array());
}

testVera(
  'veraPDF finds every document to be PDF/UA-1',
  () => {
    const paths = [...documents].map(([name, bytes]) => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    });
    const output = run(
      'java',
      '-cp',
      readFileSync(jars, 'utf8'),
      'test/targets/pdf/verapdf/Check.java',
      ...paths,
    );
    const said = output.trim().split('\n');
    const verdicts = said.filter((line) => line.includes('\t')).map((line) => line.split('\t'));
    expect(said.filter((line) => !line.includes('\t'))).toEqual([]);
    expect(verdicts.map(([path, compliant]) => [path, compliant])).toEqual(
      paths.map((path) => [path, 'true']),
    );
    for (const [path, , checks] of verdicts) expect([path, Number(checks) > 500]).toEqual([path, true]);
  },
  300_000,
);

function run(command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1e9 });
  if (status !== 0) throw new Error(`${command}: ${stdout}${stderr}`);
  return stdout;
}

interface QpdfOutline {
  readonly title: string;
  readonly kids: readonly QpdfOutline[];
}

/** What veraPDF does not ask for: that the title is what a reader would call it, and that bookmarks lead through. */
testQpdf('title, language and bookmarks are those of the quiz', () => {
  const bytes = documents.get('one-column-all.pdf') ?? new Uint8Array();
  const { outlines, qpdf } = JSON.parse(runOn(bytes, 'qpdf', ['--json', '--json-stream-data=none'])) as {
    outlines: QpdfOutline[];
    qpdf: [unknown, Record<string, { value?: Record<string, unknown> }>];
  };
  const plain = ({ title, kids }: QpdfOutline): unknown => [title, kids.map(plain)];
  const sections = [
    ['Choose', []],
    ['The rest', []],
  ];
  expect(outlines.map(plain)).toEqual([
    ['What moves the sea, Version A', sections],
    ['What moves the sea, Version B', sections],
  ]);
  const catalog = Object.values(qpdf[1]).find((each) => each.value?.['/Type'] === '/Catalog')?.value;
  expect(catalog?.['/Lang']).toBe('u:en-GB');
  expect(catalog?.['/ViewerPreferences']).toMatchObject({ '/DisplayDocTitle': true });
  expect(runOn(bytes, 'pdfinfo', [])).toMatch(/Title: +What moves the sea\n/);
});

testQpdf('each figure and formula of the paper has words of its own', () => {
  const bytes = documents.get('one-column-A.pdf') ?? new Uint8Array();
  const { qpdf } = JSON.parse(runOn(bytes, 'qpdf', ['--json', '--json-stream-data=none'])) as {
    qpdf: [unknown, Record<string, { value?: Record<string, unknown> }>];
  };
  const elements = Object.values(qpdf[1]).map(({ value }) => value);
  const alt = (kind: string) =>
    elements.filter((element) => element?.['/S'] === kind).map((element) => String(element?.['/Alt'] ?? ''));
  expect(alt('/Figure')).toEqual(
    expect.arrayContaining(['u:A map of the coast', 'u:a wave', 'u:A beach from the side']),
  );
  expect(alt('/Formula')).toEqual(expect.arrayContaining(['u:blank', 'u:h = \\frac{a}{b} + x^2']));
  for (const kind of ['/Figure', '/Formula']) expect(alt(kind)).not.toContain('');
});
