import { loadBank } from '../../src/bank/load.ts';
import { bankFiles, brief, check } from '../bank/bank-of.ts';
import { sampleOf } from '../bank/media.ts';

/** What is said of a picture or a sound of this name that begins as one of another name does, or with these words. */
function said(file: string, { like, words = '' }: { like?: string; words?: string }): string[] {
  const field = /\.(png|jpg|jpeg|webp|svg|gif)$/i.test(file)
    ? `image: {alt: A, file: ${file}}`
    : `audio: {file: ${file}}`;
  const files = bankFiles(`  - {id: a, ask: Q, answer: A, ${field}}\n`, {}, [file]);
  const bytes = like === undefined ? Buffer.from(words) : sampleOf(like);
  return check(loadBank({ ...files, head: () => bytes })).map(brief);
}

test.each([
  ['map.png', 'map.png'],
  ['map.png', 'map.jpg'],
  ['map.JPG', 'map.webp'],
  ['map.jpeg', 'map.jpg'],
  ['map.gif', 'map.png'],
  ['map.SVG', 'map.svg'],
  ['word.mp3', 'word.wav'],
  ['word.ogg', 'word.ogg'],
  ['word.M4A', 'word.m4a'],
])('"%s" may be what "%s" is called', (file, like) => expect(said(file, { like })).toEqual([]));

const wrong: [file: string, inside: { like?: string; words?: string }, message: string][] = [
  [
    'map.svg',
    { words: 'root:x:0:0:root:/root:/bin/bash' },
    'is no picture that every Anki takes, whatever its name says; save it anew as one of png, jpg, jpeg, webp, svg, gif',
  ],
  [
    'map.png',
    { words: 'Not Found' },
    'is no picture that every Anki takes, whatever its name says; save it anew as one of png, jpg, jpeg, webp, svg, gif',
  ],
  [
    'env.mp3',
    { words: 'PATH=/bin\0TOKEN=secret\0' },
    'is no sound that every Anki takes, whatever its name says; save it anew as one of mp3, ogg, wav, m4a, flac',
  ],
  [
    'word.mp3',
    { like: 'map.png' },
    'is no sound that every Anki takes, whatever its name says; save it anew as one of mp3, ogg, wav, m4a, flac',
  ],
  ['map.png', { words: '' }, 'is empty; save the picture there anew'],
  ['word.ogg', { words: '' }, 'is empty; save the sound there anew'],
  [
    'map.png',
    { like: 'map.svg' },
    'is SVG inside, and no program shows that under this name; let it end in .svg',
  ],
  [
    'map.svg',
    { like: 'map.png' },
    'is PNG inside, and no program shows that under this name; let it end in .png',
  ],
];

test.each(wrong)('"%s" is not taken: %j', (file, inside, message) => {
  const [found, ...more] = said(file, inside);
  expect(found).toMatch(/^01-topic\.yaml:3:\d+ media-format: /);
  expect(found?.replace(/^.*?media-format: /, '')).toBe(`"${file}" ${message}`);
  expect(more).toEqual([]);
});
