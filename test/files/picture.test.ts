import { imageSize } from '../../src/files/picture.ts';
import { photo } from './photo.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const base64 = (text: string): Uint8Array => Buffer.from(text, 'base64');

test('a picture is as large as its file says', () => {
  const svg = (attributes: string) => bytes(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}/>`);
  const gif = base64('R0lGODlhBwADAPAAAAAAAAAAACH5BAAAAAAALAAAAAAHAAMAAAIFhI+py1sAOw==');
  const webp = base64('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA');
  expect(imageSize(gif)).toEqual({ width: 7, height: 3, turn: 0 });
  expect(imageSize(webp)).toEqual({ width: 1, height: 1, turn: 0 });
  expect(imageSize(photo(400, 300, 1))).toEqual({ width: 400, height: 300, turn: 0 });
  expect(imageSize(svg('width="72pt" height="1in"'))).toEqual({ width: 96, height: 96, turn: 0 });
  expect(imageSize(svg('viewBox="0,0,30.5,20"'))).toEqual({ width: 30.5, height: 20, turn: 0 });
  expect(imageSize(svg('width="61" viewBox="0 0 30.5 20"'))).toEqual({ width: 61, height: 40, turn: 0 });
});

test('a drawing that gives no size that can be drawn has that of one that says nothing', () => {
  for (const size of ['', 'width="0" height="0"', 'viewBox="0 0 0 0"', 'viewBox="no box"', 'width="1e"'])
    expect([size, imageSize(bytes(`<svg ${size}/>`))]).toEqual([size, { width: 300, height: 150, turn: 0 }]);
});

test.each([
  ['tags that never end', '<svg '.repeat(200_000)],
  ['a view box that never ends', `<svg viewBox="${' '.repeat(1_000_000)}>`],
  ['a length that never ends', `<svg width="1${' '.repeat(1_000_000)}>`],
])('a drawing of %s is measured at once', (_what, text) => {
  const started = performance.now();
  expect(imageSize(bytes(text))).toEqual({ width: 300, height: 150, turn: 0 });
  expect(performance.now() - started).toBeLessThan(5000);
});

test('a photo tells how the camera was held', () => {
  const turned = [1, 3, 6, 8].map((orientation) => imageSize(photo(400, 300, orientation)).turn);
  expect(turned).toEqual([0, 180, 90, 270]);
});

test('a picture that breaks off has a size all the same', () => {
  for (const length of [3, 12, 40]) {
    const { width, height } = imageSize(photo(400, 300, 6).subarray(0, length));
    expect([width, height]).toEqual([300, 300]);
  }
});
