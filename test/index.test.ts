import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { kindNames } from '../src/bank/kinds/index.ts';
import type * as library from '../src/index.ts';
import { everyKind } from './bank/every-kind.ts';
import { withMedia } from './bank/media.ts';

/** The library as a browser would load it; a module of Node anywhere behind it has no place there and is an error. */
async function bundled(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'browser',
    format: 'iife',
    globalName: 'rectoverso',
    define: { 'import.meta.url': '"https://example.org/library/index.js"' },
    write: false,
    logLevel: 'silent',
  });
  return outputFiles.map(({ text }) => text).join('');
}

/** What every browser has, and no more. */
const context = createContext({ TextDecoder, TextEncoder, URL, atob, btoa, setTimeout });
runInContext(await bundled('src/index.ts'), context);
const { checkBank, compile, emptyLock, hasErrors, loadBank, sourceFile } =
  context.rectoverso as typeof library;
const file = (path: string, text: string) => sourceFile(path, new TextEncoder().encode(text));

test('a browser can read a bank and say what is wrong with it', () => {
  const maths = String.raw`  - {id: q-maths, ask: 'How much is $\fraction{1}{2}$?', answer: "0.5"}`;
  const loaded = loadBank({
    form: 'folder',
    deck: file('deck.yaml', 'deck: Tides\nid: tides\nsources: {s: {title: T}}\n'),
    topics: [file('tides.yaml', `topic: Tides\nquestions:\n${everyKind}${maths}\n`)],
    ...withMedia('map.png', 'word.mp3'),
  });
  const { bank, questionCount } = loaded;
  const diagnostics = checkBank(loaded, []);
  expect(diagnostics.map(({ rule, question }) => [rule, question])).toEqual([['bad-maths', 'q-maths']]);
  expect(hasErrors(diagnostics)).toBe(true);
  expect(bank?.questions.length).toBe(kindNames.length + 1);
  expect(questionCount).toBe(everyKind.match(/\bid: q-/g)?.length);
});

test('a browser can compile a bank, but for what needs the typesetter', async () => {
  const quizzes = 'quizzes: [{id: all, title: All, sections: [{pick: 2}]}]\n';
  const { bank, files } = loadBank({
    form: 'folder',
    deck: file('deck.yaml', `deck: Tides\nid: tides\nsources: {s: {title: T}}\n${quizzes}`),
    topics: [file('tides.yaml', `topic: Tides\nquestions:\n${everyKind}\n`)],
    ...withMedia('map.png', 'word.mp3'),
  });
  if (!bank) throw new Error('the bank cannot be read');
  const order = { lock: emptyLock(bank.id), now: 0, only: ['html', 'docx'] };
  const { products, diagnostics } = await compile(bank, files, order, {
    readMedia: () => new TextEncoder().encode('GIF89a\x01\x00\x01\x00'),
    readAsset: ({ pathname }) => `/* ${pathname} */`,
    drawSvg: () => Promise.reject(new Error('there is no SVG')),
    typesetter: () => Promise.reject(new Error('there is no typesetter')),
    onStep: () => {},
  });
  expect(diagnostics).toEqual([]);
  expect([...products].map(([name, { files }]) => [name, files.map(({ path }) => path)])).toEqual([
    ['answers', ['quizzes/all/answers.json']],
    ['docx', ['quizzes/all/A.docx', 'quizzes/all/key.docx']],
    ['html', ['quizzes/all/A.html', 'quizzes/all/key.html']],
    ['omr', []],
  ]);
  const [page] = products.get('html')?.files ?? [];
  expect(new TextDecoder().decode(page?.bytes)).toContain('/* /library/page.css */');
});

test('what needs Node is no part of it', async () => {
  await expect(bundled('src/node.ts')).rejects.toThrow('Could not resolve "node:fs/promises"');
});
