import type { Bank } from '../../bank/bank.ts';
import { eachQuestion, type Question } from '../../bank/question.ts';
import type { TypstBlock } from '../../typst/markup.ts';
import { type Tongue, tongueOf } from '../../view/document.ts';
import type { Pictures } from '../../view/pictures.ts';
import type { Words } from '../../words/words.ts';
import type { Desk } from '../prints/kinds/kind.ts';
import { type Side, sidesOf } from './sides.ts';

/** How cards lie on their sheets. */
export interface CardLayout {
  readonly perPage: 8 | 10;
  /** The edge that the printer turns the sheet over. */
  readonly flip: 'long' | 'short';
  /** Front and back beside each other, to fold: for printers that print one side only. */
  readonly fold: boolean;
}

export const standardLayout: CardLayout = { perPage: 8, flip: 'long', fold: false };

/** The data of `flashcards.typ`. */
export interface CardsData extends Tongue {
  readonly documentTitle: string;
  readonly paper: 'a4' | 'us-letter';
  readonly columns: 1;
  readonly words: Words;
  readonly rows: number;
  readonly flip: CardLayout['flip'];
  readonly fold: boolean;
  readonly cards: readonly Card[];
}

interface Card {
  readonly id: string;
  readonly topic: string;
  /** The first card of its topic, which gets a bookmark. */
  readonly opens: boolean;
  readonly front: CardSide;
  readonly back: CardSide;
}

interface CardSide extends Side {
  readonly picture: { readonly path: string; readonly alt: string } | null;
  /** Printed smaller at the end. */
  readonly why: readonly TypstBlock[];
}

/** The cards of a bank: what learners get in Anki, in the order of the bank, as far as a card can hold it. */
export function cardsData(bank: Bank, layout: CardLayout, desk: Desk, pictures: Pictures): CardsData {
  const cards = eachQuestion(bank.questions)
    .filter(isForCards)
    .flatMap((question) => cardOf(question, desk, pictures));
  return {
    ...tongueOf(bank, desk.words),
    documentTitle: bank.deck.replaceAll('::', ' – '),
    paper: bank.quizzes.some(({ paper }) => paper === 'letter') ? 'us-letter' : 'a4',
    columns: 1,
    words: desk.words,
    rows: layout.perPage / 2,
    flip: layout.flip,
    fold: layout.fold,
    cards: cards.map((card, at) => ({ ...card, opens: card.topic !== cards[at - 1]?.topic })),
  };
}

/** A question on a passage means nothing without it. */
const isForCards = ({ retired, targets, passage }: Question): boolean =>
  retired === undefined && targets.includes('anki') && passage === undefined;

function cardOf(question: Question, desk: Desk, pictures: Pictures): Omit<Card, 'opens'>[] {
  const sides = sidesOf(question, desk);
  if (!sides) return [];
  const { id, topic, image, why } = question;
  const picture = image ? { path: pictures.path(image.file), alt: image.alt } : null;
  return [
    {
      id,
      topic,
      front: { ...sides.front, picture, why: [] },
      back: { ...sides.back, picture: null, why: why === undefined ? [] : desk.texts.blocks(why) },
    },
  ];
}
