import type { Bank } from '../../bank/bank.ts';
import { blame } from '../../bank/blame.ts';
import type { Finding } from '../../bank/finding.ts';
import type { RuleId } from '../../check/catalogue.ts';
import type { Tried } from '../../check/engine.ts';
import { shortcomings } from '../../typst/shortcomings.ts';
import type { Typesetter } from '../../typst/typeset.ts';
import { Pictures, type ReadMedia } from '../../view/pictures.ts';
import { Texts } from '../../view/texts.ts';
import { wordsFor } from '../../words/words.ts';
import type { Desk } from '../prints/kinds/kind.ts';
import { type CardLayout, cardsData, standardLayout } from './data.ts';

const template = {
  main: 'flashcards.typ',
  sources: [new URL('flashcards.typ', import.meta.url)],
};

export interface BuiltFlashcards {
  /** The PDF; undefined when there are no cards, or an error among the findings. */
  readonly bytes: Uint8Array | undefined;
  readonly cards: number;
  readonly pages: number;
  readonly findings: readonly Finding<RuleId>[];
  readonly tried: readonly Tried[];
}

export interface CardWorkshop {
  readonly readMedia: ReadMedia;
  readonly typesetter: Typesetter;
  readonly layout?: CardLayout | undefined;
}

/** Prints a bank's questions as two-sided cards. The same bank and layout give the same bytes. */
export async function buildFlashcards(
  bank: Bank,
  { readMedia, typesetter, layout = standardLayout }: CardWorkshop,
): Promise<BuiltFlashcards> {
  const pictures = new Pictures(readMedia, typesetter.canPrint);
  const desk: Desk = { words: wordsFor(bank.language), texts: new Texts(pictures), columns: 2 };
  const data = cardsData(bank, layout, desk, pictures);
  const cards = data.cards.length;
  if (cards === 0 || pictures.findings.length > 0)
    return { bytes: undefined, cards, pages: 0, findings: blame(bank, pictures.findings), tried: [] };
  const printed = await typesetter.typeset(template, data, pictures.files);
  const tight = printed.noted.map(
    (question): Finding<RuleId> => ({
      rule: 'card-too-full',
      message: `"${question}" has more text than its flashcard holds in a readable size: shorten it or make two questions`,
      question,
    }),
  );
  const { bytes, pages } = printed;
  const findings = [...shortcomings(bank, [printed]), ...tight];
  const tried = [{ rule: 'card-too-full', questions: data.cards.map(({ id }) => id) }] as const;
  return { bytes, cards, pages, findings, tried };
}
