import { symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { loadBank } from '../src/bank/load.ts';
import { readBankFiles, worldOf } from '../src/node.ts';
import { brief, check } from './bank/bank-of.ts';
import { sampleOf } from './bank/media.ts';
import { removeWorkplaces, workplace } from './cli/terminal.ts';

afterEach(removeWorkplaces);

const deck = 'deck: A deck\nid: a\n';
const question = 'topic: T\nquestions: [{id: a, ask: Why?, answer: So., image: {file: map.png, alt: M}}]\n';

/** What the check says of the bank in a folder. */
const said = async (cwd: string, path = 'a'): Promise<string[]> =>
  check(loadBank(await readBankFiles(path, cwd))).map(brief);

test('a link that is laid after the check is not packed', () => {
  const cwd = workplace({ 'token.png': 'secret', 'a/map.png': 'a map', 'a/maps/real.png': 'a real map' });
  const { readMedia } = worldOf(join(cwd, 'a'));
  const read = (path: string) => new TextDecoder().decode(readMedia(path));
  expect(read('map.png')).toBe('a map');
  unlinkSync(join(cwd, 'a/map.png'));
  symlinkSync('maps/real.png', join(cwd, 'a/map.png'));
  expect(read('map.png')).toBe('a real map');
  unlinkSync(join(cwd, 'a/map.png'));
  symlinkSync('../token.png', join(cwd, 'a/map.png'));
  for (const path of ['map.png', '../token.png', join(cwd, 'token.png')])
    expect(() => readMedia(path)).toThrow(
      `"${path}" is a link that leads out of the bank's folder, to a hidden file or to nothing; put the file itself there`,
    );
});

test('a folder whose name only begins like the bank’s is outside', async () => {
  const cwd = workplace({ 'a/deck.yaml': deck, 'a/01.yaml': question, 'ab/map.png': sampleOf('map.png') });
  symlinkSync('../ab/map.png', join(cwd, 'a/map.png'));
  expect(await said(cwd)).toEqual([expect.stringContaining('link-outside: "map.png" is a link')]);
});

test('what is hidden in the bank, or is not there, is not reached by a link', async () => {
  const hidden = { 'a/.git/map.png': sampleOf('map.png'), 'a/.env': 'TOKEN=secret\n' };
  const cwd = workplace({ 'a/deck.yaml': deck, 'a/01.yaml': question, ...hidden });
  symlinkSync('.git/map.png', join(cwd, 'a/map.png'));
  symlinkSync('.env', join(cwd, 'a/02.yaml'));
  symlinkSync('nothing.yaml', join(cwd, 'a/03.yaml'));
  symlinkSync('04.yaml', join(cwd, 'a/04.yaml'));
  const links = ['a/02.yaml:1:1', 'a/03.yaml:1:1', 'a/04.yaml:1:1'];
  expect(await said(cwd)).toEqual([
    expect.stringContaining('link-outside: "map.png" is a link'),
    ...links.map((place) => expect.stringContaining(`${place} link-outside: this file is a link`)),
  ]);
});

test('a bank in one file may be hidden itself', async () => {
  const cwd = workplace({
    '.a.yaml': `${deck}topics: [{topic: T, questions: [{id: a, ask: Why?, answer: So.}]}]\n`,
  });
  expect(await said(cwd, '.a.yaml')).toEqual([]);
});

test('a picture that is empty, a folder, or cannot be read', async () => {
  const whole = `${deck}topics:\n  - ${question.replace('\n', '\n    ')}`;
  const empty = workplace({ 'a.yaml': whole, 'map.png': '' });
  expect(await said(empty, 'a.yaml')).toEqual([
    'a.yaml:5:63 media-format: "map.png" is empty; save the picture there anew',
  ]);
  const folder = workplace({ 'a.yaml': whole, 'map.png/x': '' });
  expect(await said(folder, 'a.yaml')).toEqual([expect.stringContaining('missing-file')]);
  const gone = workplace({ 'a.yaml': whole, 'map.png': sampleOf('map.png') });
  const loaded = loadBank(await readBankFiles('a.yaml', gone));
  unlinkSync(join(gone, 'map.png'));
  expect(check(loaded).map(brief)).toEqual([
    'a.yaml:5:63 media-format: "map.png" cannot be read; make sure that you may open it',
  ]);
});

test('only the beginning of a sound is read to know it', async () => {
  const cwd = workplace({
    'a/deck.yaml': deck,
    'a/long.mp3': new Uint8Array(1_000_000),
    'a/short.mp3': 'ID3',
  });
  const { head } = await readBankFiles('a', cwd);
  expect(['long.mp3', 'short.mp3', 'none.mp3'].map((name) => head(name)?.length)).toEqual([
    65_536,
    3,
    undefined,
  ]);
});
