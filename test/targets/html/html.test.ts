import type { MatchQuestion, Question } from '../../../src/bank/question.ts';
import { inFormats } from '../../../src/targets/prints/formats.ts';
import { createTypesetter } from '../../../src/typst/native.ts';
import { bank, choice, choices, question, quiz, section } from '../../quiz/banks.ts';
import { everyKind, picture } from '../../quiz/every-kind.ts';
import { buildQuiz } from '../build-quiz.ts';

const typesetter = await createTypesetter();

async function build(
  questions: readonly Question[],
  own: Partial<ReturnType<typeof quiz>> = {},
  language = 'en-GB',
): Promise<Record<string, string>> {
  const of = quiz({ sections: [section({ questions: questions.map(({ id }) => id) })], ...own });
  const readMedia = () => new TextEncoder().encode(picture);
  const built = await buildQuiz(bank(questions, [of], { language }), of, { readMedia, typesetter });
  const { files } = await inFormats(built, ['html']);
  return Object.fromEntries(files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]));
}

test('a quiz is a page for each version and one for the key', async () => {
  const pages = await build(choices(3), { versions: 2 });
  expect(Object.keys(pages).sort()).toEqual(['A.html', 'B.html', 'answers.json', 'key.html']);
  expect(await build(choices(3), { versions: 2 })).toEqual(pages);
});

test('a page fetches nothing, runs nothing, and has its pictures in itself', async () => {
  for (const [name, page] of Object.entries(await build(everyKind))) {
    if (!name.endsWith('.html')) continue;
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`);
    expect(page.match(/(?:src|href)="[^"]*"|url\([^)]*\)|<(?:script|link|iframe)/g) ?? []).toEqual(
      name === 'key.html'
        ? ['href="https://example.com/list"']
        : [
            'href="https://example.com/tides"',
            expect.stringMatching(/^src="data:image\/svg\+xml;base64,/),
            expect.stringMatching(/^src="data:image\/svg\+xml;base64,/),
          ],
    );
  }
});

test('language, title, headings and the words of pictures and blanks are told', async () => {
  const { 'A.html': page = '' } = await build(everyKind, { title: 'Gezeiten *heute*' }, 'de-AT');
  expect(page).toContain('<html lang="de-AT" dir="ltr">');
  expect(page).toContain('<title>Gezeiten heute, Version A</title>');
  expect(page).toContain('<h1>Gezeiten <em>heute</em></h1>');
  expect(page).toContain('alt="The Earth and the Moon"');
  expect(page).toContain('role="img" aria-label="Lücke"');
});

test('formulas are MathML, and what cannot be read is its source', async () => {
  const { 'A.html': page = '' } = await build([choice('m', { prompt: 'Is $\\frac{a}{b}$ or $\\nope{x}$?' })]);
  expect(page).toContain('<math class="tall"><mfrac><mi>a</mi><mi>b</mi></mfrac></math>');
  expect(page).toContain('<code>\\nope{x}</code>');
});

test('a formula that is longer than half a line may break after its relations and operators', async () => {
  const sum = Array.from({ length: 20 }, (_, at) => `a_{${at}}`).join(' + ');
  const { 'A.html': page = '' } = await build([
    choice('m', { prompt: `Is $b = ${sum}$ right, or $c = d$?` }),
  ]);
  expect(page.match(/<math.*?<\/math>(?:<wbr>)?/g)).toHaveLength(22);
  expect(page).toContain('<mi>b</mi><mo form="infix">=</mo></mrow></math><wbr><math');
  expect(page).toContain('<math><mrow><mi>c</mi><mo>=</mo><mi>d</mi></mrow></math>');
});

test('the key’s table of all versions stands under the quiz’s title', async () => {
  const { 'key.html': key = '' } = await build(choices(3), { versions: 2, title: 'Tides' });
  expect(key).toContain('<p class="deck">Tides</p><h1>Answer key, All versions</h1>');
});

test('where letters go on an answer sheet, a match has names instead of lines, and the head says so', async () => {
  const pairs = ['x', 'y'].map((left) => ({ left, right: `${left} of it` }));
  const match = question<MatchQuestion>({ kind: 'match', id: 'm', prompt: 'Match.', pairs, extra: [] });
  const said = 'Mark the answers that have bubbles on the answer sheet.';
  const { 'A.html': on = '', 'sheets.pdf': sheets } = await build([match], { answerSheet: 'bubbles' });
  expect(sheets).toMatch(/^%PDF/);
  expect(on).toContain(said);
  expect(on.match(/class="part">\w/g)).toEqual(['class="part">a', 'class="part">b']);
  const { 'A.html': off = '' } = await build([match]);
  expect(off).not.toContain(said);
  expect(off).not.toContain('class="part"');
});

test('what means something in HTML or CSS prints as typed', async () => {
  const hostile = '</style><script>alert(1)</script> " { } \\ &amp;';
  const { 'A.html': page = '' } = await build([choice('h', { prompt: hostile })], {
    title: `\`${hostile}\``,
  });
  expect(page).not.toContain('<script');
  expect(page.match(/<\/style>/g)).toHaveLength(1);
  expect(page).toContain('&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt; &quot; { } \\ &amp;amp;');
});
