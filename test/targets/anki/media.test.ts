import { emptyLock } from '../../../src/identity/lock.ts';
import { planDeck } from '../../../src/targets/anki/build.ts';
import { Media } from '../../../src/targets/anki/media.ts';
import { brief, check, load } from '../../bank/bank-of.ts';
import { bytesOf, kept, mediaBank, shownFiles } from './media-bank.ts';

describe('the names of media', () => {
  test('come from the content, in small letters that every system takes', () => {
    const media = new Media(bytesOf);
    for (const path of ['a.png', 'maps/Größe É.PNG', 'x.tar.webp', '../up.svg', 'Ωμέγα.flac'])
      expect(media.name(path)).toMatch(/^recto-[0-9a-f]{20}\.[a-z0-9]+$/);
    const names = media.files.map(({ path }) => path);
    expect(names).toEqual(names.map((name) => name.normalize('NFC').toLowerCase()));
  });

  test('are one for equal files, and change with the content', () => {
    const contents: Record<string, string> = { 'a.png': 'same', 'b/c.PNG': 'same', 'd.png': 'other' };
    const media = new Media((path) => Buffer.from(contents[path] ?? ''));
    expect(media.name('a.png')).toBe(media.name('b/c.PNG'));
    expect(media.name('a.png')).not.toBe(media.name('d.png'));
    expect(media.files).toHaveLength(2);
  });
});

test('a file of ours is there once, under a name of the same form', () => {
  const media = new Media(() => Buffer.from('same'));
  const name = media.keep(Buffer.from('same'), '.gif');
  expect(name).toBe(media.name('a.gif'));
  expect(media.keep(Buffer.from('same'), '.gif')).toBe(name);
  expect(media.files.map(({ path }) => path)).toEqual([name]);
});

test('a package holds what its cards show, and nothing else', () => {
  const read: string[] = [];
  const bank = mediaBank();
  const { media } = planDeck(bank, emptyLock(bank.id), Date.UTC(2026, 0, 1), (path) => {
    read.push(path);
    return bytesOf(path);
  });
  expect(media.files).toHaveLength(shownFiles);
  expect(read.filter((path) => kept.includes(path))).toEqual([]);
});

describe('a format that not every Anki takes', () => {
  const found = (question: string, file: string) =>
    check(load(`  - {id: a, ${question}}\n`, {}, [file])).map(brief);

  test('is an error that names those that are taken', () =>
    expect(found('ask: A?, answer: b, image: {file: kent.tiff, alt: Kent}', 'kent.tiff')).toEqual([
      '01-topic.yaml:3:47 media-format: "kent.tiff" is no picture that every Anki takes; save it as one of png, jpg, jpeg, webp, svg, gif',
    ]));
  test('is one in a text', () =>
    expect(found('ask: A?, answer: "![Kent](kent.bmp)"', 'kent.bmp')).toEqual([
      expect.stringContaining('media-format'),
    ]));
  test('is one for a sound', () =>
    expect(found('ask: A?, answer: b, audio: {file: tide.aiff}', 'tide.aiff')).toEqual([
      expect.stringContaining('one of mp3, ogg, wav, m4a, flac'),
    ]));
  test('is a picture where a sound belongs', () =>
    expect(found('ask: A?, answer: b, audio: {file: kent.png}', 'kent.png')).toEqual([
      expect.stringContaining('no sound'),
    ]));
  test('is not asked of a file that is missing', () =>
    expect(found('ask: A?, answer: b, audio: {file: kent.aiff}', 'x')).toEqual([
      expect.stringContaining('missing-file'),
    ]));
});
