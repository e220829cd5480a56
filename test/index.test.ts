import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import type * as library from '../src/index.ts';
import { everyKind } from './bank/every-kind.ts';

/** The library as a browser would load it; a module of Node anywhere behind it has no place there and is an error. */
async function bundled(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'browser',
    format: 'iife',
    globalName: 'rectoverso',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles.map(({ text }) => text).join('');
}

test('a browser can read a bank and say what is wrong with it', async () => {
  const context = createContext({ TextDecoder, TextEncoder });
  runInContext(await bundled('src/index.ts'), context);
  const { hasErrors, inReadingOrder, loadBank, sourceFile } = context.rectoverso as typeof library;
  const file = (path: string, text: string) => sourceFile(path, new TextEncoder().encode(text));
  const maths = String.raw`  - {id: q-maths, ask: 'How much is $\fraction{1}{2}$?', answer: "0.5"}`;
  const { bank, diagnostics, questionCount } = loadBank({
    form: 'folder',
    deck: file('deck.yaml', 'deck: Tides\nid: tides\nsources: {s: {title: T}}\n'),
    topics: [file('tides.yaml', `topic: Tides\nquestions:\n${everyKind}${maths}\n`)],
    others: new Set(['map.png', 'word.mp3']),
  });
  expect(inReadingOrder(diagnostics).map(({ rule, question }) => [rule, question])).toEqual([
    ['bad-maths', 'q-maths'],
  ]);
  expect(hasErrors(diagnostics)).toBe(true);
  expect(bank?.questions.length).toBe(14);
  expect(questionCount).toBe(15);
});

test('what needs Node is no part of it', async () => {
  await expect(bundled('src/node.ts')).rejects.toThrow('Could not resolve "node:fs/promises"');
});
