import type { Bank } from '../../bank/bank.ts';
import { taskOf } from '../../bank/kinds/index.ts';
import { type Asked, eachQuestion, isAsked } from '../../bank/question.ts';
import { parseText } from '../../text/markdown.ts';
import type { Words } from '../../words/words.ts';
import { type Sides, sidesOf } from './sides.ts';

/** A flashcard. */
export interface Card extends Sides {
  readonly id: string;
  readonly topic: string;
  /** The first card of its topic, which gets a bookmark. */
  readonly opens: boolean;
}

/** The cards of a bank: what learners get in Anki, in the order of the bank, as far as a card can hold it. */
export function cardsOf(bank: Bank, words: Words): Card[] {
  const cards = eachQuestion(bank.questions)
    .filter(isAsked)
    .filter(isForCards)
    .flatMap((question) => cardOf(question, words));
  return cards.map((card, at) => ({ ...card, opens: card.topic !== cards[at - 1]?.topic }));
}

/** A question on a passage means nothing without it. */
const isForCards = ({ retired, uses, passage }: Asked): boolean =>
  retired === undefined && uses.includes('anki') && passage === undefined;

function cardOf(question: Asked, words: Words): Omit<Card, 'opens'>[] {
  const { id, topic, image, why } = question;
  const sides = sidesOf(id, taskOf(question, words), words);
  if (!sides) return [];
  const front = { ...sides.front, picture: image };
  const back = why ? { ...sides.back, why: parseText(why) } : sides.back;
  return [{ id, topic, front, back }];
}
