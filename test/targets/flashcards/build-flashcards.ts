import type { Bank } from '../../../src/bank/bank.ts';
import { emptyLock } from '../../../src/identity/lock.ts';
import { worldOf } from '../../../src/node.ts';
import { flashcards } from '../../../src/targets/flashcards/flashcards.ts';
import { type CardLayout, standardLayout } from '../../../src/targets/flashcards/layout.ts';
import type { Workshop } from '../../../src/targets/target.ts';
import type { Typesetter } from '../../../src/typst/typesetter.ts';

/** A bank's flashcards: the PDF if there are any, how many cards and pages, and what is said of them. */
export async function buildFlashcards(
  bank: Bank,
  { readMedia, typesetter }: Pick<Workshop, 'readMedia'> & { readonly typesetter: Typesetter },
  own: Partial<CardLayout> = {},
) {
  const how = { cards: { ...standardLayout, ...own } };
  const job = { bank, quizzes: [], how, lock: emptyLock(bank.id), now: 0, asked: new Set([flashcards]) };
  const { files, rows, findings } = await flashcards.make(job, {
    ...worldOf('.'),
    readMedia,
    typesetter: async () => typesetter,
    prints: () => {
      throw new Error('flashcards ask for no quiz');
    },
    onStep: () => {},
  });
  const [row] = rows;
  return { bytes: files[0]?.bytes, cards: row?.cards, pages: row?.pages ?? 0, findings };
}
