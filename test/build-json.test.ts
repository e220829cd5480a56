import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listedFiles, updateOf } from '../src/build-json.ts';
import { recto, removeWorkplaces, workplace } from './cli/terminal.ts';
import { bank } from './quiz/banks.ts';

const own = [
  'tides.apkg',
  'quizzes/exam/A.pdf',
  'quizzes/exam/omr/a..b.csv',
  'quizzes/exam/class/…/.Ä-9.pdf',
];

/** What leads out of the folder, or would where a file system is not ours; and what no file can be called. */
const doctored: readonly unknown[] = [
  ...[
    '..',
    '../x',
    'a/../../x',
    'quizzes/./../..',
    'a/..',
    'a/../b',
    './../x',
    'a//../../x',
    '.. /x',
    '.../x',
  ],
  ...['/', '/etc/passwd', '//srv/share/x', '/../x'],
  ...['..\\x', 'a\\..\\..\\x', 'a/..\\..\\x', '\\x', '\\\\srv\\x', '\\\\?\\C:\\x', 'a\\b'],
  ...['C:x', 'C:/x', 'c:\\x', 'a/C:/x', 'tides.apkg:stream', 'file:///etc/passwd'],
  ...['', ' ', '.', './', './x', 'a/./b', 'a/', 'a//b', '\0', 'a\0b', 'tides.apkg\0/../../x'],
  ...[undefined, null, 0, 17, true, ['..', 'x'], ['a.pdf'], { toString: 'a.pdf' }, {}],
];

const content = 'as it was made';

/** A build.json that says of each path what is true of a file with that content, so that it looks unedited. */
function listing(...paths: readonly unknown[]): string {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return JSON.stringify({ files: paths.map((path) => ({ path, size: content.length, sha256 })) });
}

const pathsIn = (text: string | undefined) => listedFiles(text).map(({ path }) => path);

test('what a build wrote is listed', () => expect(pathsIn(listing(...own))).toEqual(own));

test.each(doctored)('%j in a build.json is passed over, and what stands beside it is not', (path) =>
  expect(pathsIn(listing('tides.apkg', path, 'flashcards.pdf'))).toEqual(['tides.apkg', 'flashcards.pdf']),
);

test.each([
  ...[undefined, '', 'not JSON', '{"files": [', 'null', '17', '"files"', '[]', '{}'],
  ...['{"files": null}', '{"files": {"path": "a.pdf"}}', '{"files": "a.pdf"}'],
  ...['{"files": [null, 17, "a.pdf", ["a.pdf"], {}, {"paths": "a.pdf"}]}'],
])('%j lists nothing', (text) => expect(listedFiles(text)).toEqual([]));

test('a printing of one quiz writes no doctored path on', () => {
  const before = listing('a.apkg', '../x', 'quizzes/exam/A.pdf');
  const { list, stale } = updateOf(
    bank([]),
    { products: new Map(), news: undefined },
    before,
    'quizzes/exam/',
    {},
  );
  expect([...list.files, ...stale].map(({ path }) => path).sort()).toEqual(['a.apkg', 'quizzes/exam/A.pdf']);
});

describe('a doctored build.json', () => {
  afterEach(removeWorkplaces);

  test('does not make a build delete a file outside, nor keep a stale one', async () => {
    const outside = ['output/other/other.apkg', 'precious.txt', '.git/config'];
    const stale = 'output/sky/quizzes/exam/B.pdf';
    const folder = workplace({
      'sky.yaml':
        'deck: Sky\nid: sky\nlanguage: en-GB\n' +
        'topics: [{topic: Sky, questions: [{id: moon, claim: The Moon is round., verdict: true}]}]\n',
      ...Object.fromEntries([...outside, stale].map((path) => [path, content])),
    });
    const ways = outside.flatMap((path) => [
      join(folder, path),
      `../../${path}`,
      `quizzes/../../../${path}`,
      `quizzes/exam/./../../../../${path}`,
    ]);
    const listed = listing(...ways, ...doctored, 'quizzes/exam/B.pdf');
    writeFileSync(join(folder, 'output/sky/build.json'), listed);
    expect(await recto(folder, 'build', 'sky.yaml')).toMatchObject({ code: 0 });
    expect([...outside, stale].filter((path) => existsSync(join(folder, path)))).toEqual(outside);
  }, 60_000);
});
