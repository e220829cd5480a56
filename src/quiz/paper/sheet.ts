import type { Bank, Quiz } from '../../bank/bank.ts';
import type { TypstInline } from '../../text/typst.ts';
import type { Desk } from '../kinds/kind.ts';
import type { Printed } from '../printed.ts';
import type { Words } from './words.ts';

/** What all templates need to know of a document. */
export interface Sheet {
  /** For the file's metadata. */
  readonly documentTitle: string;
  readonly lang: string;
  readonly region: string | null;
  readonly paper: 'a4' | 'us-letter';
  readonly columns: 1 | 2;
  readonly words: Words;
  readonly title: readonly TypstInline[];
  readonly deck: string;
}

/** What the templates need to know of a bank and a quiz, whatever they print. */
export function sheetOf(bank: Bank, quiz: Quiz, desk: Desk, documentTitle: string): Sheet {
  const [language = 'en', ...subtags] = bank.language.split(/[-_]/);
  return {
    documentTitle,
    lang: /^[A-Za-z]{2,3}$/.test(language) ? language.toLowerCase() : desk.words.language,
    region: subtags.find((subtag) => /^[A-Za-z]{2}$/.test(subtag))?.toUpperCase() ?? null,
    paper: quiz.paper === 'letter' ? 'us-letter' : 'a4',
    columns: quiz.columns,
    words: desk.words,
    title: desk.texts.line(quiz.title),
    deck: bank.deck.replaceAll('::', ' – '),
  };
}

/** The questions' points together, free of the dust that adding tenths leaves. */
export const sum = (questions: readonly Printed[]): number =>
  Math.round(questions.reduce((total, { points }) => total + points, 0) * 1000) / 1000;
