import { createTypesetter } from '../../../src/typst/native.ts';
import { bank as bankOf, choices, quiz as quizOf, section } from '../../quiz/banks.ts';
import { anyPicture, everyBank } from '../../quiz/every-bank.ts';
import { runs, testWith } from '../../tools.ts';
import { buildQuiz } from '../build-quiz.ts';
import { readWords, runOn } from './pdf.ts';

const testPoppler = testWith('poppler-utils (pdftotext)', runs('pdftotext', '-v'));
const testQpdf = testWith('qpdf', runs('qpdf', '--version'));
const typesetter = await createTypesetter();
const { bank, quiz } = everyBank('en-GB', { columns: 2 });
const built = await buildQuiz(bank, quiz, {
  readMedia: anyPicture,
  typesetter,
  editions: ['large-print', 'dyslexia'],
});
const pdf = (name: string) => built.files.find((file) => file.name === name)?.bytes ?? new Uint8Array();
const drawing = (name: string) => runOn(pdf(name), 'qpdf', ['--qdf', '--object-streams=disable'], ['-']);

const plain = quizOf({ versions: 2, columns: 1, sections: [section({ pick: 12 })] });
const lettered = await buildQuiz(bankOf(choices(12), [plain]), plain, {
  readMedia: anyPicture,
  typesetter,
  editions: ['large-print', 'dyslexia'],
});

/** "3 c7" for each question and "B right c7" for each of its options, in the order of print. */
function asked(name: string): string[] {
  const file = lettered.files.find((each) => each.name === name);
  const text = readWords(file?.bytes ?? new Uint8Array())
    // Without the running head, and without the marks, which stand between two lines of a question.
    .words.filter(({ bottom }) => bottom > 60)
    .map((word) => word.text)
    .filter((word) => !/^\/[\d.]+$/.test(word))
    .join(' ');
  const printed = /(\d+) Which is the answer to (c\d+)|([A-D]) (right|wrong \d) of (c\d+)/g;
  return [...text.matchAll(printed)].map((found) => found.slice(1).filter(Boolean).join(' '));
}

testPoppler.each(['A', 'B'])('version %s has the same questions and letters in every edition', (version) => {
  const standard = asked(`${version}.pdf`);
  expect(standard).toHaveLength(12 * 5);
  for (const edition of ['large-print', 'dyslexia'])
    expect(asked(`${edition}/${version}.pdf`)).toEqual(standard);
});

testQpdf('large print is set in 18 points or more, but for the small signs in formulas, and in black', () => {
  const page = drawing('large-print/A.pdf');
  const sizes = [...page.matchAll(/\/f\d+ ([\d.]+) Tf/g)].map(([, size]) => Number(size));
  expect(sizes.length).toBeGreaterThan(100);
  // x², and a and b of a fraction; the picture's inside is its own.
  expect(sizes.filter((size) => size < 18).length).toBeLessThanOrEqual(3);
  const greys = new Set([...page.matchAll(/^([\d.]+) (?:scn|SCN)$/gm)].map(([, grey]) => Number(grey)));
  expect([...greys].sort()).toEqual([0, 1]);
  expect(drawing('A.pdf')).toMatch(/^0\.\d+ scn$/m);
});

testPoppler('the edition for dyslexia is set in OpenDyslexic, large print in Atkinson Hyperlegible', () => {
  expect(runOn(pdf('dyslexia/A.pdf'), 'pdffonts', [])).toMatch(/OpenDyslexic-Regular/);
  expect(runOn(pdf('dyslexia/A.pdf'), 'pdffonts', [])).not.toMatch(/LibertinusSerif-Regular/);
  expect(runOn(pdf('large-print/A.pdf'), 'pdffonts', [])).toMatch(/AtkinsonHyperlegible-Regular/);
});

testPoppler('editions have one column', () => {
  for (const edition of ['large-print', 'dyslexia']) {
    const { words, width } = readWords(pdf(`${edition}/A.pdf`));
    const numbers = words.filter(
      ({ text, left }) => /^\d+$/.test(text) && left > width * 0.45 && left < width * 0.6,
    );
    expect(numbers).toEqual([]);
  }
});
