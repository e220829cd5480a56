import { readPictures } from '../../src/view/pictures.ts';
import { blackPng, svg } from '../files/hostile-pictures.ts';
import { photo } from '../files/photo.ts';
import { bank, choice } from '../quiz/banks.ts';

/** What is said of a picture's size. */
function said(bytes: Uint8Array): readonly string[] {
  const image = { file: 'bay.png', alt: 'A bay' };
  const { files, findings } = readPictures(bank([choice('p', { image })]), [image], () => bytes);
  expect(files.size).toBe(findings.length === 0 ? 1 : 0);
  return findings.map(({ rule, question: id, message }) => `${id}: ${rule}: ${message}`);
}

test('a picture of more pixels than cameras make is refused by what its file says', () => {
  expect(said(photo(16_320, 12_240, 1))).toEqual([]);
  expect(said(blackPng(14_000, 14_000, 1))).toEqual([]);
  expect(said(blackPng(30_000, 30_000, 1))).toEqual([
    'p: picture-too-large: "bay.png" is 30000 × 30000 pixels: make it smaller',
  ]);
});

test('a drawing is of any size, but for one that would be thinner than a hair', () => {
  const sizes = [
    'width="1" height="10000"',
    'viewBox="0 0 1e6 1e6"',
    'width="30000" height="30000"',
    'width="0" height="0"',
    'viewBox="0 0 0 0"',
    'viewBox="none at all"',
    '',
  ];
  for (const size of sizes) expect([size, said(svg(size))]).toEqual([size, []]);
  expect(said(svg('width="0.0001" height="100000"'))).toEqual([
    'p: picture-too-large: "bay.png" is 0.0001 × 100000 pixels, too long for its width: make it shorter or wider',
  ]);
});
