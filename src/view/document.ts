import type { Bank, Quiz } from '../bank/bank.ts';
import type { Printed } from '../quiz/versions/printed.ts';
import type { Desk, Edition } from '../targets/prints/kinds/kind.ts';
import type { TypstInline } from '../typst/markup.ts';
import type { Words } from '../words/words.ts';

/** A bank's language, as Typst and screen readers want it told. */
export interface Tongue {
  readonly lang: string;
  readonly region: string | null;
  /** The way the language is written. */
  readonly direction: 'ltr' | 'rtl';
}

/** What all templates need to know of a document. */
export interface Sheet extends Tongue {
  /** For the file's metadata. */
  readonly documentTitle: string;
  readonly edition: Edition;
  readonly paper: 'a4' | 'us-letter';
  readonly columns: 1 | 2;
  readonly words: Words;
  readonly title: readonly TypstInline[];
  readonly deck: string;
}

/** The languages that Typst writes from right to left. */
const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);

export function tongueOf(bank: Bank, words: Words): Tongue {
  const [language = 'en', ...subtags] = bank.language.split(/[-_]/);
  return {
    lang: /^[A-Za-z]{2,3}$/.test(language) ? language.toLowerCase() : words.language,
    region: subtags.find((subtag) => /^[A-Za-z]{2}$/.test(subtag))?.toUpperCase() ?? null,
    direction: rightToLeft.has(language.toLowerCase()) ? 'rtl' : 'ltr',
  };
}

/** What the templates need to know of a bank and a quiz, whatever they print. */
export function sheetOf(bank: Bank, quiz: Quiz, desk: Desk, documentTitle: string): Sheet {
  return {
    ...tongueOf(bank, desk.words),
    documentTitle,
    edition: desk.edition ?? 'standard',
    paper: quiz.paper === 'letter' ? 'us-letter' : 'a4',
    columns: desk.columns,
    words: desk.words,
    title: desk.texts.line(quiz.title),
    deck: bank.deck.replaceAll('::', ' – '),
  };
}

/** The questions' points together, free of the dust that adding tenths leaves. */
export const sum = (questions: readonly Printed[]): number =>
  Math.round(questions.reduce((total, { points }) => total + points, 0) * 1000) / 1000;
