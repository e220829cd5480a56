import { readdirSync } from 'node:fs';
import type { Edition } from '../../../src/quiz/editions.ts';
import { fontsInside, ownFonts, paperFonts, unpackWoff } from '../../../src/typst/fonts.ts';
import { createTypesetter } from '../../../src/typst/native.ts';
import { wordsFor } from '../../../src/words/index.ts';
import { count, type Words } from '../../../src/words/words.ts';
import { bank, choice, choices, quiz, section } from '../../quiz/banks.ts';
import { buildQuiz } from '../build-quiz.ts';

const typesetter = await createTypesetter();
const readMedia = () => new Uint8Array();
const build = (editions: readonly Exclude<Edition, 'standard'>[], language = 'en') => {
  const of = quiz({ versions: 2, columns: 2, sections: [section({ pick: 4 })] });
  return buildQuiz(bank(choices(4), [of], { language }), of, { readMedia, typesetter, editions });
};
const bytes = (built: Awaited<ReturnType<typeof build>>, name: string) =>
  Buffer.from(built.files.find((file) => file.name === name)?.bytes ?? '').toString('base64');

test('an edition has the papers of the standard one, in a folder of its own', async () => {
  const names = (await build(['large-print', 'dyslexia'])).files.map(({ name }) => name);
  for (const edition of ['large-print', 'dyslexia'])
    expect(names.filter((name) => name.startsWith(edition))).toEqual(
      ['A.pdf', 'B.pdf', 'all.pdf'].map((name) => `${edition}/${name}`),
    );
});

test('an edition changes nothing in the standard papers, and comes out the same each time', async () => {
  const alone = await build([]);
  const first = await build(['dyslexia']);
  const second = await build(['dyslexia', 'large-print']);
  expect(bytes(first, 'A.pdf')).toBe(bytes(alone, 'A.pdf'));
  expect(bytes(second, 'dyslexia/B.pdf')).toBe(bytes(first, 'dyslexia/B.pdf'));
});

test('editions print in our own fonts in every language that has words, but Chinese', async () => {
  for (const language of languages.filter((each) => each !== 'zh'))
    expect([language, (await build(['large-print', 'dyslexia'], language)).findings]).toEqual([language, []]);
});

test('text of a script that our fonts lack is told, with the font or as missing', async () => {
  const of = quiz({ sections: [section({ pick: 1 })] });
  const built = await buildQuiz(bank([choice('c', { prompt: '你好' })], [of]), of, { readMedia, typesetter });
  expect(built.findings).toHaveLength(1);
  expect(['font-of-this-machine', 'character-without-font']).toContain(built.findings[0]?.rule);
});

describe('the fonts handed to the compiler', () => {
  test('are all that it carries inside, so that the machine’s of the same name have no part', () => {
    const names = paperFonts().map(fontName);
    for (const family of ['Libertinus Serif', 'NewComputerModernMath', 'DejaVu Sans Mono', 'OpenDyslexic'])
      expect(names.some((name) => name.startsWith(family))).toBe(true);
    expect(names.filter((name) => name.startsWith('Libertinus Serif'))).toHaveLength(6);
    expect(names).toHaveLength(25);
    expect(names.map((name) => name.replaceAll(' ', '')).filter((name) => !ownFonts.test(name))).toEqual([]);
  });

  test('are found in a file only where there are some', () => {
    expect(fontsInside(Buffer.from('no OTTO font, OTTO'.repeat(9)))).toEqual([]);
    const [font = Buffer.alloc(0)] = paperFonts();
    expect(fontsInside(Buffer.concat([Buffer.from('OTTO-like'), font, Buffer.from('rest')]))).toEqual([font]);
  });

  test('a WOFF whose tables are not packed comes out as it went in', () => {
    const font = paperFonts()[20] ?? Buffer.alloc(0);
    expect(unpackWoff(woffOf(font)).equals(font)).toBe(true);
  });
});

/** A font as a WOFF file with its tables as they are. */
function woffOf(font: Buffer): Buffer {
  const count = font.readUInt16BE(4);
  const head = Buffer.alloc(44 + 20 * count);
  font.copy(head, 4, 0, 4);
  head.writeUInt16BE(count, 12);
  const shift = head.length - (12 + 16 * count);
  for (let at = 0; at < count; at++) {
    const [entry, from] = [44 + 20 * at, 12 + 16 * at];
    font.copy(head, entry, from, from + 4);
    head.writeUInt32BE(font.readUInt32BE(from + 8) + shift, entry + 4);
    font.copy(head, entry + 8, from + 12, from + 16);
    font.copy(head, entry + 12, from + 12, from + 16);
    font.copy(head, entry + 16, from + 4, from + 8);
  }
  return Buffer.concat([head, font.subarray(12 + 16 * count)]);
}

/** A font's full name, from its table of names. */
function fontName(font: Buffer): string {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, at) => 12 + 16 * at);
  const table = tables.find((at) => font.toString('latin1', at, at + 4) === 'name') ?? 0;
  const names = font.readUInt32BE(table + 8);
  const strings = names + font.readUInt16BE(names + 4);
  for (let at = 0; at < font.readUInt16BE(names + 2); at++) {
    const record = names + 6 + 12 * at;
    if (font.readUInt16BE(record) !== 3 || font.readUInt16BE(record + 6) !== 4) continue;
    const start = strings + font.readUInt16BE(record + 10);
    const raw = Buffer.from(font.subarray(start, start + font.readUInt16BE(record + 8)));
    return raw.swap16().toString('utf16le');
  }
  return '';
}

const languages = readdirSync('src/words').flatMap((file) => /^([a-z]{2,3})\.ts$/.exec(file)?.[1] ?? []);

describe.each(languages)('the fixed words in %s', (language) => {
  const words = wordsFor(language);

  test('are all there, and not left in English', () => {
    expect(words.language).toBe(language);
    const flat = Object.entries(words).filter(([, value]) => typeof value === 'string') as [string, string][];
    for (const [key, value] of flat) expect([key, value.trim()]).not.toEqual([key, '']);
    if (language === 'en') return;
    const english = wordsFor('en') as Words & Record<string, unknown>;
    const sentences = flat.filter(([, value]) => value.endsWith('.'));
    expect(sentences.filter(([key, value]) => english[key] === value)).toEqual([]);
  });

  test('count in every plural form of the language', () => {
    expect(words.pageOf).toContain('{page}');
    expect(words.pageOf).toContain('{pages}');
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    for (const what of ['points', 'minutes'] as const) {
      // French, Italian, Spanish and Portuguese have a form for millions, which is that for many.
      const forms = pluralCategories.filter((form) => form !== 'many' || /^(pl|ru|uk)$/.test(language));
      for (const form of forms)
        expect([form, words[what][form]]).toEqual([form, expect.stringContaining('#')]);
      expect(count(words, what, 21)).toContain('21');
    }
  });

  test('name the verdicts as they are printed', () => {
    const { true: yes, false: no } = words;
    const said = words.trueOrFalse.toLowerCase();
    // Chinese says it in one word.
    for (const verdict of language === 'zh' ? [] : [yes, no]) expect(said).toContain(verdict.toLowerCase());
  });
});
