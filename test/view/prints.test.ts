import type { DiscussQuestion, Question } from '../../src/bank/question.ts';
import { createTypesetter } from '../../src/typst/native.ts';
import { bank, choice, choices, question, quiz, section } from '../quiz/banks.ts';
import { buildQuiz } from '../targets/build-quiz.ts';

const typesetter = await createTypesetter();
const noMedia = (path: string): Uint8Array => {
  throw new Error(`no ${path}`);
};
const build = (
  questions: readonly Question[],
  own: Partial<ReturnType<typeof quiz>> = {},
  readMedia = noMedia,
) => {
  const of = quiz({ sections: [section({ pick: questions.length })], ...own });
  return buildQuiz(bank(questions, [of]), of, { readMedia, typesetter });
};
const rules = ({ findings }: Awaited<ReturnType<typeof build>>) => findings.map(({ rule }) => rule);

test('a quiz of three versions is a paper each, all in one, a key and the answers', async () => {
  const built = await build(choices(5), { versions: 3 });
  expect(built.files.map(({ name }) => name)).toEqual([
    'answers.json',
    'A.pdf',
    'B.pdf',
    'C.pdf',
    'all.pdf',
    'key.pdf',
  ]);
  expect(built).toMatchObject({ pages: 3, questions: 5, findings: [] });
  for (const { name, bytes } of built.files.slice(1)) {
    expect([name, new TextDecoder().decode(bytes.slice(0, 5))]).toEqual([name, '%PDF-']);
  }
});

test('the pages are those of all versions', async () => {
  expect((await build(choices(20), { versions: 4 })).pages).toBe(12);
});

test('the same bank gives the same bytes in another folder, time zone and language', async () => {
  const before = (await build(choices(4))).files;
  const { TZ, LANG } = process.env;
  const folder = process.cwd();
  try {
    Object.assign(process.env, { TZ: 'Pacific/Kiritimati', LANG: 'ru_RU.UTF-8' });
    process.chdir('/');
    const of = quiz({ sections: [section({ pick: 4 })] });
    const again = await buildQuiz(bank(choices(4), [of]), of, {
      readMedia: noMedia,
      typesetter: await createTypesetter(),
    });
    expect(again.files.map(({ bytes }) => Buffer.from(bytes).toString('base64'))).toEqual(
      before.map(({ bytes }) => Buffer.from(bytes).toString('base64')),
    );
  } finally {
    process.chdir(folder);
    restore('TZ', TZ);
    restore('LANG', LANG);
  }
});

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}

test('a blueprint that cannot be met prints nothing', async () => {
  const built = await build(choices(3), { sections: [section({ pick: 4 })] });
  expect(built.files).toEqual([]);
  expect(rules(built)).toEqual(['blueprint-short']);
});

test('a picture that is not there, or is none, prints nothing and names the file', async () => {
  const pictured = choice('p', { image: { file: 'map.png', alt: 'A map' } });
  expect((await build([pictured])).findings).toMatchObject([{ rule: 'missing-file' }]);
  const broken = await build([pictured], {}, () => new TextEncoder().encode('no picture'));
  expect(broken.findings).toMatchObject([{ rule: 'picture-unprintable' }]);
  expect(broken.findings[0]?.message).toContain('"map.png"');
});

test('an SVG prints, in a question and in its text', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>';
  const pictured = choice('p', {
    prompt: 'See ![a box](box.svg).',
    image: { file: 'box.svg', alt: 'A box' },
  });
  expect((await build([pictured], {}, () => new TextEncoder().encode(svg))).findings).toEqual([]);
});

test('characters that no font has are named with their question, and the paper still prints', async () => {
  const [first, second, third] = ['\u{10fffd}', '\u{10fffc}', '\u{10fffb}'];
  const built = await build(
    [choice('p', { prompt: `What are ${first} and ${second}${first}?` }), choice('q', { right: [third] })],
    { title: 'Signs: \u{10fff0}' },
  );
  expect(built.findings.map(({ question, message }) => [question, message.split(':')[0]])).toEqual([
    [undefined, 'no font on this machine has U+10FFF0'],
    ['q', 'no font on this machine has U+10FFFB'],
    ['p', 'no font on this machine has U+10FFFC, U+10FFFD'],
  ]);
  expect(built.files.map(({ name }) => name)).toContain('A.pdf');
});

test.each(['de-AT', 'fr', 'es', 'pt-BR', 'it', 'nl', 'pl', 'ru', 'uk', 'la', 'x-klingon'])(
  'prints in the language %s',
  async (language) => {
    const essay = question<DiscussQuestion>({
      kind: 'discuss',
      id: 'e',
      prompt: 'Erörtern.',
      rubric: [{ text: 'x', points: 5 }],
      words: 2,
      points: 5,
    });
    const of = quiz({ versions: 2, minutes: 1, sections: [section({ pick: 2 })] });
    const built = await buildQuiz(bank([essay, choice('c')], [of], { language }), of, {
      readMedia: noMedia,
      typesetter,
    });
    expect(built.findings).toEqual([]);
  },
);
