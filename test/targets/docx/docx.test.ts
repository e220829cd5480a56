import { unzipSync } from 'fflate';
import UPNG from 'upng-js';
import type {
  ClaimQuestion,
  DiscussQuestion,
  MatchQuestion,
  Question,
  TermQuestion,
} from '../../../src/bank/question.ts';
import { pdf } from '../../../src/targets/pdf/pdf.ts';
import { answersOf } from '../../../src/view/answers.ts';
import type { Printing } from '../../../src/view/prints.ts';
import { svg } from '../../files/hostile-pictures.ts';
import { photo } from '../../files/photo.ts';
import { bank, choice, choices, question, quiz, section } from '../../quiz/banks.ts';
import { everyKind } from '../../quiz/every-kind.ts';
import { linesOf, partsOf } from './docx-text.ts';
import { bytesOf, wordJob, wordOf } from './word.ts';

function asked(
  questions: readonly Question[],
  own: Partial<ReturnType<typeof quiz>> = {},
  language = 'en-GB',
  how: Printing = {},
): Parameters<typeof wordOf> {
  const of = quiz({ sections: [section({ questions: questions.map(({ id }) => id) })], ...own });
  const from = bank(questions, [of], {
    language,
    authors: ['Ann Writer'],
    sources: { book: { title: 'The Book' } },
  });
  return [from, of, how];
}
const build = (...all: Parameters<typeof asked>) => wordOf(...asked(...all));
const documentOf = async (...all: Parameters<typeof build>) => {
  const parts = partsOf(bytesOf(await build(...all), 'A.docx'));
  return { parts, body: parts['word/document.xml'] ?? '' };
};

test('a quiz is a Word file for each version and one for the key, an edition one for each version', async () => {
  const { files, rows } = await build(choices(3), { versions: 2 }, 'en-GB', { editions: ['large-print'] });
  const names = ['A.docx', 'B.docx', 'key.docx', 'large-print/A.docx', 'large-print/B.docx'];
  expect(files.map(({ path }) => path).sort()).toEqual(names.map((name) => `quizzes/quiz/${name}`));
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  expect(rows).toEqual([{ path: 'quizzes/quiz/*.docx', questions: 3, size }]);
});

test('a quiz that cannot be printed has no files', async () => {
  const { files, rows, prints } = await build(choices(1), { sections: [section({ pick: 2 })] });
  expect(prints.problems).toMatchObject([{ is: 'shortage' }]);
  expect([files, rows]).toEqual([[], []]);
});

/** A clock that stands at a day in 2031. */
class Later extends Date {
  constructor(...given: [] | [number]) {
    super(given.length > 0 ? (given[0] as number) : Date.UTC(2031, 4, 5));
  }
}

test('the same bank gives the same bytes in another time zone, language and hour', async () => {
  const before = await build(everyKind, { versions: 2 });
  const { TZ, LANG } = process.env;
  const now = Date;
  globalThis.Date = Later as DateConstructor;
  try {
    Object.assign(process.env, { TZ: 'Pacific/Kiritimati', LANG: 'ru_RU.UTF-8' });
    const again = await build(everyKind, { versions: 2 });
    expect(before.files).toHaveLength(3);
    for (const [at, { path, bytes }] of again.files.entries())
      expect([path, Buffer.from(bytes).equals(before.files[at]?.bytes ?? Buffer.of())]).toEqual([path, true]);
  } finally {
    globalThis.Date = now;
    process.env.TZ = TZ ?? '';
    process.env.LANG = LANG ?? '';
    if (TZ === undefined) delete process.env.TZ;
    if (LANG === undefined) delete process.env.LANG;
  }
});

test('numbers and letters are Word’s lists: they count on over sections, and begin anew in each question', async () => {
  const sections = ['c0 c1', 'c2'].map((ids) => section({ title: 'Part', questions: ids.split(' ') }));
  const lines = linesOf(bytesOf(await build(choices(3), { sections }), 'A.docx'));
  const stems = lines.filter(({ style }) => style === 'Question');
  expect(stems.map(({ label }) => label)).toEqual(['1', '2', '3']);
  const options = lines.filter(({ style }) => style === 'Option');
  expect(options.map(({ label }) => label).join(' ')).toBe('○ A ○ B ○ C ○ D ○ A ○ B ○ C ○ D ○ A ○ B ○ C ○ D');
  for (const { text } of [...stems, ...options]) expect(text).toMatch(/^(Which|right|wrong)/);
});

test('the letters of answers.json lead to the right options in every version, past Z too', async () => {
  const pairs = Array.from({ length: 30 }, (_, at) => ({ left: `left ${at}`, right: `right of ${at}.` }));
  const match = question<MatchQuestion>({ kind: 'match', id: 'm', prompt: 'Match.', pairs, extra: [] });
  const built = await build([...choices(6), match], { versions: 3 });
  for (const { version, questions } of answersOf(built.prints).versions) {
    const lines = linesOf(bytesOf(built, `${version}.docx`));
    const letterOf = (text: string) => lines.find((line) => line.text === text)?.label.replace('○ ', '');
    expect(questions).toHaveLength(7);
    for (const one of questions) {
      const right = one.question === 'm' ? pairs.map((pair) => pair.right) : [`right of ${one.question}`];
      expect({ ...one, key: right.map(letterOf) }).toEqual(one);
    }
  }
});

test('where letters go on an answer sheet, a match has names instead of lines, and the head says so', async () => {
  const pairs = ['x', 'y'].map((left) => ({ left, right: `${left} of it` }));
  const match = question<MatchQuestion>({ kind: 'match', id: 'm', prompt: 'Match.', pairs, extra: [] });
  const said = 'Mark the answers that have bubbles on the answer sheet.';
  const textsOf = async (answerSheet: 'none' | 'bubbles') => {
    const all = asked([match], { answerSheet });
    expect(pdf.beside?.(wordJob(...all).job)).toBe(answerSheet === 'bubbles');
    const built = await wordOf(...all);
    return linesOf(bytesOf(built, 'A.docx')).map(({ text }) => text);
  };
  const [on, off] = [await textsOf('bubbles'), await textsOf('none')];
  expect(on).toEqual(expect.arrayContaining([said, 'a x', 'b y']));
  expect(off).toEqual(expect.arrayContaining(['_____ x', '_____ y']));
  expect(off).not.toContain(said);
});

test('texts hang from the lines for their letters, those of a pool from their numbers too', async () => {
  const pairs = ['x', 'y'].map((left) => ({ left, right: `${left} of it` }));
  const match = question<MatchQuestion>({ kind: 'match', id: 'm', prompt: 'Match.', pairs, extra: [] });
  const terms = ['s', 't'].map((id) =>
    question<TermQuestion>({ kind: 'term', id, prompt: `Term ${id}`, means: `Meaning ${id}` }),
  );
  const { body } = await documentOf([match, ...terms]);
  const hung = [...body.matchAll(/<w:p>(?:(?!<\/w:p>).)*?_____<\/w:t><\/w:r><w:r><w:tab\/>/gs)].map(
    ([xml]) => {
      const [, left, hanging] = /<w:ind w:left="(\d+)" w:right="0" w:hanging="(\d+)"/.exec(xml) ?? [];
      return [Number(left) - Number(hanging), Number(left) > 550, /<w:tab w:val="left"/.test(xml)];
    },
  );
  expect(hung).toEqual([
    [0, true, false],
    [0, true, false],
    [0, true, true],
    [0, true, true],
  ]);
});

test('a section’s points are one word, apart from its title', async () => {
  const sections = [section({ title: 'Part', questions: ['c0', 'c1'] })];
  expect((await documentOf(choices(2), { sections })).body).toContain('>\u00a0\u00a02\u00a0points<');
});

test('the key’s table of all versions names the quiz, repeats its head, and gives answers their room', async () => {
  const pairs = Array.from({ length: 24 }, (_, at) => ({ left: `left ${at}`, right: `right of ${at}.` }));
  const match = question<MatchQuestion>({ kind: 'match', id: 'm', prompt: 'Match.', pairs, extra: [] });
  const key = bytesOf(await build([match, ...choices(2)], { versions: 2, title: 'Tides' }), 'key.docx');
  expect(
    linesOf(key)
      .slice(0, 2)
      .map(({ text }) => text),
  ).toEqual(['Tides', 'Answer key, All versions']);
  const [table = ''] = /<w:tbl>.*?<\/w:tbl>/s.exec(partsOf(key)['word/document.xml'] ?? '') ?? [];
  expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  const [ids = 0, ...marks] = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) =>
    Number(width),
  );
  for (const mark of marks) expect(mark).toBeGreaterThan(3000);
  expect(ids).toBeGreaterThan(1000);
});

describe('a table of the text', () => {
  const cells = (rows: readonly string[]) => [rows[0], rows[0]?.replace(/[^|]+/g, '-'), ...rows.slice(1)];
  const tableOf = async (columns: 1 | 2, ...rows: string[]) => {
    const { body } = await documentOf([choice('t', { prompt: `${cells(rows).join('\n')}\n\nWhich?` })], {
      columns,
    });
    const [table = ''] = /<w:tbl>.*?<\/w:tbl>/s.exec(body) ?? [];
    const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    return { widths, narrow: table.includes('NarrowCell') };
  };

  test('is as wide as its texts need', async () => {
    const { widths, narrow } = await tableOf(1, '| Sea | Tide |', '| North | high and low |');
    const [sea = 0, tide = 0] = widths;
    expect([narrow, sea < tide, sea + tide < 4000]).toEqual([false, true, true]);
  });

  test('gives the columns room by their words first, then by their text', async () => {
    const long =
      'Water that rises and falls twice on most days of the year, as the Earth turns under the Moon.';
    const { widths } = await tableOf(1, '| Donaudampfschiff | Is |', `| ${long.repeat(2)} | ${long} |`);
    const [first = 0, second = 0] = widths;
    expect([first > 1.5 * second, second > 2000]).toEqual([true, true]);
  });

  test('has smaller letters where its words have no room beside each other', async () => {
    const row = '| River | Country | Height | Length | Discharge | Discovered |';
    const { widths, narrow } = await tableOf(2, row, row);
    const [river = 0, , , , , discovered = 0] = widths;
    expect([narrow, discovered > 1.5 * river]).toEqual([true, true]);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(4200);
    expect((await tableOf(1, row, row)).narrow).toBe(false);
  });
});

describe('a quiz in Arabic', () => {
  const claim = question<ClaimQuestion>({ kind: 'claim', id: 'c', prompt: 'المد عالٍ.', verdict: true });

  test('goes from right to left: paragraphs, columns, tables and runs', async () => {
    const sections = [section({ questions: ['c'] }), section({ questions: ['c0'] })];
    const { body, parts } = await documentOf([claim, ...choices(1)], { columns: 2, sections }, 'ar');
    const [defaults = ''] = /<w:pPrDefault>.*?<\/w:pPrDefault>/s.exec(parts['word/styles.xml'] ?? '') ?? [];
    expect(defaults).toContain('<w:bidi/>');
    expect(body.match(/<w:tblPr><w:bidiVisual\/>/g)).toHaveLength(body.match(/<w:tbl>/g)?.length ?? 0);
    expect(body.match(/<w:bidi\/>(?=<w:docGrid|<\/w:sectPr>)/g)).toHaveLength(2);
    expect(body).toMatch(/<w:rPr><w:rtl\/><\/w:rPr><w:t xml:space="preserve">المد عالٍ\.</);
  });

  test('keeps the order of phrases that are not Arabic', async () => {
    const { body, parts } = await documentOf([claim], { minutes: 45 }, 'ar');
    expect(body).toMatch(/<w:t xml:space="preserve">\u200e45 minutes\u20031 point\u200e</);
    expect(body).toMatch(/<w:rtl\/><\/w:rPr><w:t xml:space="preserve">\u200f○ \u200f<.*?>\u200eTrue\u200e</);
    expect(parts['word/footer1.xml']).toMatch(/\u200ePage \u200e.*\u200e<\/w:t><\/w:r><\/w:p>/);
  });

  test('keeps a web address from left to right among its words', async () => {
    const address = 'https://example.org/tides?moon=full';
    const { body } = await documentOf([choice('u', { prompt: `المد في ${address} هنا` })], {}, 'ar');
    expect(body).toContain(`<w:r><w:t xml:space="preserve">\u200e${address}\u200e</w:t></w:r>`);
  });

  test('is no matter to other languages', async () => {
    const { parts } = await documentOf([claim], {}, 'de');
    expect(Object.values(parts).join('')).not.toMatch(/w:bidi|w:rtl|[\u200e\u200f]/);
  });
});

test('the key numbers each version from 1', async () => {
  const lines = linesOf(bytesOf(await build(choices(3), { versions: 2 }), 'key.docx'));
  expect(
    lines
      .filter(({ style }) => style === 'Question')
      .map(({ label }) => label)
      .join(''),
  ).toBe('123123');
});

test('a question’s paragraphs stay together, and its last one lets go', async () => {
  const { body } = await documentOf([choice('one'), choice('two')]);
  const kept = [
    ...body.matchAll(/<w:pStyle w:val="(?:Question|Note|Option)"\/><w:keepNext( w:val="false")?\/>/g),
  ];
  expect(kept.map(([, off]) => (off ? '.' : '-')).join('')).toMatch(/^(-+\.){2}$/);
});

test('title, author and language are set, and no time', async () => {
  const { parts } = await documentOf(choices(1), { title: 'Prüfung' }, 'de-AT');
  const core = parts['docProps/core.xml'] ?? '';
  expect(core).toContain('<dc:title>Prüfung, Version A</dc:title>');
  expect(core).toContain('<dc:creator>Ann Writer</dc:creator>');
  expect(core).not.toMatch(/\d{4}-\d\d-\d\d/);
  expect(parts['word/styles.xml']).toContain('<w:lang w:val="de-AT"');
  expect(parts['word/footer1.xml']).toMatch(/Seite .*PAGE.* von .*NUMPAGES/s);
});

describe('what questions hold', () => {
  test('pictures have their words, and parts of a diagram are covered and numbered', async () => {
    const { body, parts } = await documentOf(everyKind);
    expect(body.match(/<wp:docPr [^>]*descr="The Earth and the Moon"/g)).toHaveLength(2);
    expect(body.match(/<wpg:wgp>.*?<\/wpg:wgp>/s)?.[0].match(/<wps:wsp>/g)).toHaveLength(2);
    expect(Object.keys(parts).filter((name) => name.endsWith('.svg'))).toHaveLength(1);
  });

  test('an SVG is there as PNG too, words in it and all, for programs that show no SVG', async () => {
    const file = bytesOf(await build(everyKind), 'A.docx');
    const [name, ...others] = Object.keys(partsOf(file)).filter((part) => part.endsWith('.png'));
    expect(others).toEqual([]);
    const png = UPNG.decode(unzipSync(file)[name ?? '']?.slice().buffer ?? new ArrayBuffer(0));
    expect([png.width, png.height]).toEqual([1600, 800]);
    const pixels = new Uint8Array(UPNG.toRGBA8(png)[0] ?? new ArrayBuffer(0));
    const at = (x: number, y: number) => pixels[4 * (y * 1600 + x)];
    // The paper's grey, the first circle's white, the second's dark grey; and letters, which are black.
    expect([at(40, 40), at(450, 250), at(1200, 400)]).toEqual([0xf2, 0xff, 0x99]);
    const letters = Array.from({ length: 220 }, (_, x) => at(300 + x, 405));
    expect(letters.filter((value) => value === 0).length).toBeGreaterThan(20);
  });

  test.each([
    ['a line', 'width="1" height="5000"', [1, 5000]],
    ['what is smaller than a pixel', 'width="0.01" height="0.02"', [400, 800]],
  ])('%s is drawn as wide as a pixel at least, and as large as its place', async (_what, size, pixels) => {
    const [from, of] = asked([choice('p', { image: { file: 'a.svg', alt: 'A line' } })]);
    const file = bytesOf(await wordOf(from, of, {}, () => svg(size)), 'A.docx');
    const [name = ''] = Object.keys(partsOf(file)).filter((part) => part.endsWith('.png'));
    const { width, height } = UPNG.decode(unzipSync(file)[name]?.slice().buffer ?? new ArrayBuffer(0));
    expect([width, height]).toEqual(pixels);
  });

  test('the photo of a phone that was held upright stands upright, and its parts are covered where they stand', async () => {
    const of = quiz({ sections: [section({ questions: ['p', 'diagram'] })] });
    const pictured = choice('p', { image: { file: 'a.jpg', alt: 'A map' } });
    const from = bank([pictured, ...everyKind.filter(({ kind }) => kind === 'diagram')], [of]);
    const bodyOf = async (orientation: number) => {
      const built = await wordOf(from, of, {}, () => photo(400, 200, orientation));
      return partsOf(bytesOf(built, 'A.docx'))['word/document.xml'] ?? '';
    };
    const lies = await bodyOf(1);
    expect(lies).not.toContain(' rot=');
    const upright = await bodyOf(6);
    // 80 mm high: as wide as that before it is turned.
    const sizes = [...upright.matchAll(/<a:xfrm rot="5400000"><a:off [^>]*><a:ext cx="(\d+)" cy="(\d+)"/g)];
    expect(sizes.map(([, cx, cy]) => [cx, cy])).toEqual(Array(2).fill(['2876550', '1438275']));
    // The Earth, in 151 by 302 pixels of 9525 EMUs.
    expect(upright).toContain('<a:off x="247650" y="1152525"/><a:ext cx="285750" cy="514350"/>');
    expect(upright).toContain('<wp:extent cx="2876550" cy="2876550"/>');
  });

  test('formulas are Word’s own, and what cannot be read is its source', async () => {
    const { body } = await documentOf([
      choice('m', { prompt: 'Is $\\frac{a}{b}$ or $\\nonsense{x}$ right?' }),
    ]);
    expect(body).toMatch(/<m:oMath><m:f><m:num>.*a.*<\/m:num><m:den>.*b.*<\/m:den><\/m:f><\/m:oMath>/);
    expect(body).toContain('<w:rStyle w:val="Code"/></w:rPr><w:t xml:space="preserve">\\nonsense{x}');
  });

  test('a link has its address in a footnote', async () => {
    const { body, parts } = await documentOf([
      choice('l', { prompt: 'See [this](https://example.com/a?b=1&c=2).' }),
    ]);
    expect(body).toContain('<w:hyperlink ');
    expect(parts['word/footnotes.xml']).toContain('https://example.com/a?b=1&amp;c=2');
    expect(parts['word/_rels/document.xml.rels']).toContain('Id="rIdLink1"');
  });

  test('ruled lines are one paragraph, unless there are more than a page holds', async () => {
    const essay = (lines: number) =>
      question<DiscussQuestion>({ kind: 'discuss', id: 'd', prompt: 'Why?', rubric: [], lines });
    const ruled = async (lines: number) =>
      [...(await documentOf([essay(lines)])).body.matchAll(/<w:pStyle w:val="Ruled"\/>(.*?)<\/w:p>/gs)].map(
        ([, xml = '']) => xml.match(/<w:tab\/>/g)?.length,
      );
    expect(await ruled(9)).toEqual([9]);
    expect(await ruled(60)).toEqual(Array(60).fill(1));
  });

  test('what means something in XML prints as typed', async () => {
    const hostile = '<w:br/> & "quoted" &lt; ]]> \u{1f319}';
    const lines = linesOf(bytesOf(await build([choice('h', { prompt: hostile })]), 'A.docx'));
    expect(lines.find(({ style }) => style === 'Question')?.text).toContain(hostile);
  });

  test('a WebP, which Word cannot show, is told', async () => {
    const webp = Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64');
    const of = quiz({ sections: [section({ pick: 1 })] });
    const pictured = choice('p', { image: { file: 'a.webp', alt: 'A map' } });
    const built = await wordOf(bank([pictured], [of]), of, {}, () => webp);
    expect(built.findings).toMatchObject([{ rule: 'picture-not-for-word', quiz: 'quiz' }]);
    expect(linesOf(bytesOf(built, 'A.docx')).map(({ text }) => text)).toContain('[A map]');
  });
});
