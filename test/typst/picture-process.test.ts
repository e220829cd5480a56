import { join } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { type Bounds, PictureProcess } from '../../src/typst/picture-process.ts';
import { removeWorkplaces, workplace } from '../cli/terminal.ts';
import { blackPng, blurred, fine, laughs, nested, noisy, svg, tiled } from '../files/hostile-pictures.ts';

const bounds: Bounds = { seconds: 5, bytes: 1e9 };
const pictures = new PictureProcess(bounds);
const sizeOf = (png: Uint8Array | string) =>
  typeof png === 'string' ? png : [Buffer.from(png).readUInt32BE(16), Buffer.from(png).readUInt32BE(20)];

afterAll(removeWorkplaces);

test('a picture that breaks the process is refused, and those before and after it are tried all the same', async () => {
  const tried = [fine, nested(20_000), svg('width="9" height="9"'), nested(20_001), nested(90)];
  expect(await Promise.all(tried.map((each) => pictures.tryOut(each)))).toEqual([
    undefined,
    'too-much',
    undefined,
    'too-much',
    undefined,
  ]);
});

test('a drawing is drawn so many times as large, also after one that broke off in the middle', async () => {
  const drawn = [fine, tiled, fine].map(async (each) => sizeOf(await pictures.draw(each, 0.8)));
  expect(await Promise.all(drawn)).toEqual([[32, 16], 'too-much', [32, 16]]);
});

test('what is too long, or of no size, is refused and breaks nothing', async () => {
  for (const each of [laughs(), svg('width="0" height="0"')]) {
    expect(await pictures.tryOut(each)).toBe('refused');
    expect(await pictures.draw(each, 2)).toBe('refused');
  }
});

test('what takes too much time is refused', async () => {
  const hasty = new PictureProcess({ ...bounds, seconds: 0.3 });
  expect(await Promise.all([hasty.tryOut(noisy), hasty.tryOut(fine)])).toEqual(['too-much', undefined]);
  expect(await hasty.draw(blurred, 0.16)).toBe('too-much');
});

test('what takes too much memory is refused', async () => {
  const small = new PictureProcess({ ...bounds, bytes: 20e6 });
  const large = blackPng(14_000, 14_000);
  expect(await Promise.all([small.tryOut(large), small.tryOut(fine)])).toEqual(['too-much', undefined]);
  expect(await pictures.tryOut(large)).toBeUndefined();
});

/** A process of which each job comes to its own number. */
const ownNumber = `
  process.on('message', () => {
    process.send({ begun: true });
    process.send({ outcome: Uint8Array.from(String(process.pid), (sign) => sign.charCodeAt(0)) });
  });`;

const running = (script: string) => {
  const folder = workplace({ 'child.mjs': script });
  return new PictureProcess(bounds, pathToFileURL(join(folder, 'child.mjs')));
};

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

test('one process draws all pictures, and is gone soon after the last', async () => {
  const one = running(ownNumber);
  const ids = await Promise.all([1, 2, 3, 4, 5].map((zoom) => one.draw(fine, zoom)));
  const [id, ...others] = new Set(ids.map((bytes) => Number(Buffer.from(bytes))));
  expect(others).toEqual([]);
  for (let waited = 0; isAlive(Number(id)) && waited < 200; waited++) await setTimeout(50);
  expect(isAlive(Number(id))).toBe(false);
  expect(Number(Buffer.from(await one.draw(fine, 1)))).not.toBe(id);
});

test('equal pictures are tried once', async () => {
  const once = running(`
    let count = 0;
    process.on('message', () => {
      process.send({ begun: true });
      process.send({ outcome: count++ === 0 ? 'refused' : undefined });
    });`);
  expect([await once.tryOut(fine), await once.tryOut(Uint8Array.from(fine))]).toEqual(['refused', 'refused']);
});

test('a process that ends between two pictures is no fault of theirs', async () => {
  const brief = running(`
    process.once('message', () => {
      process.send({ begun: true });
      process.send({ outcome: 'refused' }, () => process.exit());
    });`);
  const asked = [1, 2, 3].map((zoom) => brief.draw(fine, zoom));
  expect(await Promise.all(asked)).toEqual(['refused', 'refused', 'refused']);
});

test.each([
  ['ends before it begins', 'process.exit(7)', 'it ended with 7'],
  [
    'has not what it needs',
    'process.on("message", () => process.send({ failed: "no such package" }))',
    'no such package',
  ],
])('a process that %s is no fault of the pictures', async (_what, script, why) => {
  const broken = running(script);
  const asked = [broken.tryOut(fine), broken.draw(fine, 1), broken.draw(fine, 2)];
  for (const result of await Promise.allSettled(asked))
    expect(result).toMatchObject({
      status: 'rejected',
      reason: { message: `the process that draws pictures cannot be started: ${why}` },
    });
});
