import { sentenceOf } from '../../../bank/kinds/cloze.ts';
import { bareText, inlineText, toPlain } from '../../../text/plain.ts';
import { deletionsOf, type Tree } from '../../../text/tree.ts';
import type { AnkiKind } from './kind.ts';

/** So many letters before a deletion and behind it are remembered. */
const reach = 40;

const lastOf = (text: string): string => [...text.slice(-2 * reach)].slice(-reach).join('');

const firstOf = (text: string): string => [...text.slice(0, 2 * reach)].slice(0, reach).join('');

/** What stands before each deletion of a sentence and behind it, the other deletions filled in, by their index. */
function wordsAround(sentence: Tree): ReadonlyMap<number, readonly [before: string, behind: string]> {
  // No text has these characters, so they can stand for where a deletion is.
  const marked = toPlain(sentence, (index) => `\u0001${index}\u0001`).split('\u0001');
  const answers = new Map(deletionsOf(sentence).map(({ index, children }) => [index, inlineText(children)]));
  const pieces = marked.map((piece, at) => (at % 2 === 1 ? (answers.get(Number(piece)) ?? '') : piece));
  const plain = pieces.join('');
  let start = 0;
  const around = new Map<number, readonly [string, string]>();
  for (const [at, piece] of pieces.entries()) {
    const end = start + piece.length;
    if (at % 2 === 1) {
      const words = [lastOf(plain.slice(0, start)), firstOf(plain.slice(end))] as const;
      around.set(Number(marked[at]), words);
    }
    start = end;
  }
  return around;
}

/** A sentence with a card for each number. */
export const cloze: AnkiKind<'cloze'> = {
  type: 'cloze',
  parts: (question) => {
    const sentence = sentenceOf(question);
    const near = wordsAround(sentence);
    return deletionsOf(sentence).map(({ children, number, index }) => ({
      text: bareText(children),
      number,
      near: near.get(index),
    }));
  },
  part: {
    noun: 'deletion',
    where: (_question, at) => ({ path: ['cloze'], words: { find: /\{\{[\s\S]*?\}\}/, nth: at } }),
  },
  fields: (question, { clozeHtml }) => ({ Text: clozeHtml(question.prompt) }),
};
