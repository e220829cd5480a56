import type { Bank } from '../../bank/bank.ts';
import { typstHead } from '../../typst/head.ts';
import { layPictures } from '../../typst/pictures.ts';
import { shortcomings } from '../../typst/shortcomings.ts';
import type { Template } from '../../typst/typesetter.ts';
import { deckTitle } from '../../view/document.ts';
import { readPictures } from '../../view/pictures.ts';
import { wordsFor } from '../../words/index.ts';
import { directionOf, type Words } from '../../words/words.ts';
import { type Found, nothing, type Target } from '../target.ts';
import { cardsOf } from './cards.ts';
import { type CardLayout, standardLayout } from './layout.ts';

const template: Template = {
  main: 'flashcards.typ',
  sources: [new URL('flashcards.typ', import.meta.url)],
};

/** A bank's questions as two-sided cards to print and cut. The same bank and layout give the same bytes. */
export const flashcards: Target = {
  about: 'two-sided cards to print and cut',
  usual: () => true,
  async make({ bank, how }, workshop) {
    const words = wordsFor(bank.language);
    const cards = cardsOf(bank, words);
    if (cards.length === 0) return nothing();
    const pictures = readPictures(bank, cards, workshop.readMedia);
    if (pictures.findings.length > 0) return nothing(pictures.findings);
    workshop.onStep('flashcards');
    const typesetter = await workshop.typesetter(pictures.files.values());
    const laid = await layPictures(bank, pictures.files, typesetter);
    if (laid.findings.length > 0) return nothing(laid.findings);
    const data = { ...typstHead(headOf(bank, words, how.cards ?? standardLayout)), cards };
    const printed = await typesetter.typeset(template, laid.write(data), laid.files);
    const { bytes, pages } = printed;
    return {
      files: [{ path: 'flashcards.pdf', bytes }],
      rows: [{ path: 'flashcards.pdf', cards: cards.length, pages, size: bytes.length }],
      findings: [...shortcomings(bank, [printed]), ...printed.noted.map(tooFull)],
      tried: [{ rule: 'card-too-full', questions: cards.map(({ id }) => id) }],
    };
  },
};

/** What the template needs to know of all cards together. */
const headOf = (bank: Bank, words: Words, { perPage, flip, fold }: CardLayout) => ({
  documentTitle: deckTitle(bank),
  language: bank.language,
  direction: directionOf(bank.language),
  paper: bank.quizzes.some(({ paper }) => paper === 'letter') ? ('letter' as const) : ('a4' as const),
  columns: 1,
  words,
  rows: perPage / 2,
  flip,
  fold,
});

const tooFull = (question: string): Found => ({
  rule: 'card-too-full',
  message: `"${question}" has more text than its flashcard holds in a readable size: shorten it or make two questions`,
  question,
});
