import { de } from './words/de.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';
import { it } from './words/it.ts';
import { nl } from './words/nl.ts';
import { pl } from './words/pl.ts';
import { pt } from './words/pt.ts';
import { ru } from './words/ru.ts';
import { uk } from './words/uk.ts';
import { zh } from './words/zh.ts';

/** A phrase with `#` for a number, for each of its language's plural forms (CLDR's names). */
export type Counted = { readonly other: string } & { readonly [Form in Intl.LDMLPluralRule]?: string };

/** The fixed words of a paper, in one language. */
export interface Words {
  /** The language's tag: "en". */
  readonly language: string;
  readonly name: string;
  readonly class: string;
  readonly date: string;
  readonly version: string;
  readonly answerKey: string;
  /** With {page} and {pages}. */
  readonly pageOf: string;
  readonly points: Counted;
  readonly minutes: Counted;
  readonly aboutWords: Counted;
  readonly chooseOne: string;
  readonly chooseAll: string;
  readonly trueOrFalse: string;
  readonly fillBlanks: string;
  readonly matchTerms: string;
  readonly writeLetters: string;
  readonly writeNumbers: string;
  readonly answerShortly: string;
  readonly writeSentences: string;
  /** Comes before a term to explain. */
  readonly explain: string;
  /** What a screen reader says where a blank is printed. */
  readonly blank: string;
}

const languages: Readonly<Record<string, Words>> = { en, de, fr, es, pt, it, nl, pl, ru, uk, zh };

/** The words for a BCP 47 tag ("de-AT"); English where the language has none yet. */
export const wordsFor = (tag: string): Words => languages[tag.toLowerCase().split(/[-_]/)[0] ?? ''] ?? en;

/** "1 point", "2 points", "0,5 Punkte": a number with its word, as the language writes both. */
export function count(words: Words, what: 'points' | 'minutes' | 'aboutWords', amount: number): string {
  const forms = words[what];
  const form = forms[new Intl.PluralRules(words.language).select(amount)] ?? forms.other;
  return form.replace('#', decimal(words, amount));
}

/** A number with the language's decimal sign. */
export const decimal = (words: Words, amount: number): string =>
  new Intl.NumberFormat(words.language, { maximumFractionDigits: 2, useGrouping: false }).format(amount);
