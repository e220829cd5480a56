import type { MatchQuestion, Question } from '../../../src/bank/question.ts';
import { html } from '../../../src/targets/html/html.ts';
import type { How } from '../../../src/targets/target.ts';
import { choice, choices, question, type quiz } from '../../quiz/banks.ts';
import { everyKind } from '../../quiz/every-kind.ts';
import { print } from './print.ts';

/** The pages of a quiz by their names. */
async function build(
  questions: readonly Question[],
  own: Partial<ReturnType<typeof quiz>> = {},
  given: { language?: string; media?: string; how?: How } = {},
): Promise<Record<string, string>> {
  const { files } = await print(html, questions, own, given);
  const folder = 'quizzes/quiz/';
  return Object.fromEntries(
    files.map(({ path, bytes }) => {
      expect(path.startsWith(folder)).toBe(true);
      return [path.slice(folder.length), new TextDecoder().decode(bytes)];
    }),
  );
}

test('a quiz is a page for each version and one for the key, where there is no typesetter too', async () => {
  const pages = await build(choices(3), { versions: 2 });
  expect(Object.keys(pages).sort()).toEqual(['A.html', 'B.html', 'key.html']);
  expect(await build(choices(3), { versions: 2 })).toEqual(pages);
});

test('each edition has its papers in its folder, and one key serves all', async () => {
  const pages = await build(choices(3), { columns: 2 }, { how: { editions: ['large-print', 'dyslexia'] } });
  expect(Object.keys(pages).sort()).toEqual(['A.html', 'dyslexia/A.html', 'key.html', 'large-print/A.html']);
  const looks = Object.values(pages).map((page) => /<body class="([^"]*)"/.exec(page)?.[1]);
  expect(looks).toEqual([
    'standard columns-2',
    'large-print columns-1',
    'dyslexia columns-1',
    'standard columns-1',
  ]);
});

test('the summary has a row for the quiz, and a quiz with an error has neither row nor pages', async () => {
  const { files, rows } = await print(html, choices(3), { versions: 2 });
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  expect(rows).toEqual([{ path: 'quizzes/quiz/*.html', questions: 3, size }]);
  const broken = [choice('c', { image: { file: 'a.txt', alt: 'No picture' } })];
  expect(await print(html, broken, {}, { media: 'words' })).toEqual({ files: [], rows: [], findings: [] });
});

test('a picture of any length is in the page as its bytes', async () => {
  const media = `<svg xmlns="http://www.w3.org/2000/svg"><desc>${'long '.repeat(20_000)}</desc></svg>`;
  const { 'A.html': page = '' } = await build([choice('c', { prompt: '![p](a.svg)' })], {}, { media });
  const [, data = ''] = /src="data:image\/svg\+xml;base64,([^"]*)"/.exec(page) ?? [];
  expect(Buffer.from(data, 'base64').toString()).toBe(media);
});

test('a page fetches nothing, runs nothing, and has its pictures in itself', async () => {
  for (const [name, page] of Object.entries(await build(everyKind))) {
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
  const { 'A.html': page = '' } = await build(
    everyKind,
    { title: 'Gezeiten *heute*' },
    { language: 'de-AT' },
  );
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

test('in a formula that is made smaller the columns of a matrix come closer, and words stay as typed', async () => {
  const matrix = `\\begin{pmatrix}${Array.from({ length: 40 }, (_, at) => at).join(' & ')}\\end{pmatrix}`;
  const prompt = `Is $${matrix} = \\text{padding-left:5pt}$?`;
  const { 'A.html': page = '' } = await build([choice('m', { prompt })]);
  expect(page).toMatch(/<math class="tall" style="font-size:\d+%">/);
  expect(page).toMatch(/<mtd[^>]* style="[^"]*padding-left:[\d.]+em;/);
  expect(page).toContain('padding-left:5pt</mtext>');
});

test('the key’s table of all versions stands under the quiz’s title', async () => {
  const { 'key.html': key = '' } = await build(choices(3), { versions: 2, title: 'Tides' });
  expect(key).toContain('<p class="deck">Tides</p><h1>Answer key, All versions</h1>');
});

test('where letters go on an answer sheet, a match has names instead of lines, and the head says so', async () => {
  const pairs = ['x', 'y'].map((left) => ({ left, right: `${left} of it` }));
  const match = question<MatchQuestion>({ kind: 'match', id: 'm', prompt: 'Match.', pairs, extra: [] });
  const said = 'Mark the answers that have bubbles on the answer sheet.';
  const { 'A.html': on = '' } = await build([match], { answerSheet: 'bubbles' });
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
