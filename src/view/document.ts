import type { Bank, Quiz } from '../bank/bank.ts';
import type { Edition } from '../quiz/editions.ts';
import type { Printed } from '../quiz/versions/printed.ts';
import { parseText } from '../text/markdown.ts';
import { once } from '../text/once.ts';
import { lineOf } from '../text/plain.ts';
import type { Inline, Tree } from '../text/tree.ts';
import { directionOf, type Words } from '../words/words.ts';

/** How a quiz is to be printed, as far as it decides what stands on the paper. */
export interface PrintStyle {
  readonly words: Words;
  readonly columns: 1 | 2;
  readonly edition: Edition;
  /** Letters go on an answer sheet. */
  readonly onSheet: boolean;
  /** Reads Markdown; equal texts give one tree, however many versions print it. */
  readonly read: (markdown: string) => Tree;
}

/** What a printer needs to know of a document as a whole. */
export interface DocumentHead {
  /** For the file's metadata. */
  readonly documentTitle: string;
  /** A BCP 47 tag. */
  readonly language: string;
  /** The way the language is written. */
  readonly direction: 'ltr' | 'rtl';
  readonly edition: Edition;
  readonly paper: Quiz['paper'];
  readonly columns: 1 | 2;
  readonly words: Words;
  readonly title: readonly Inline[];
  readonly deck: string;
}

/** What is to be known of a bank and a quiz, whatever is printed of them. */
export const headOf = (bank: Bank, quiz: Quiz, style: PrintStyle, documentTitle: string): DocumentHead => ({
  documentTitle,
  language: bank.language,
  direction: directionOf(bank.language),
  edition: style.edition,
  paper: quiz.paper,
  columns: style.columns,
  words: style.words,
  title: lineOf(style.read(quiz.title)),
  deck: deckTitle(bank),
});

/** A deck's name for people: its levels with dashes between them. */
export const deckTitle = ({ deck }: Bank): string => deck.replaceAll('::', ' – ');

/** A reader of Markdown that remembers what it has read. */
export const rememberingReader = (): PrintStyle['read'] => once(parseText, new Map());

/** The questions' points together, free of the dust that adding tenths leaves. */
export const sum = (questions: readonly Printed[]): number =>
  Math.round(questions.reduce((total, { points }) => total + points, 0) * 1000) / 1000;
