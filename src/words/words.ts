/** A phrase with `#` for a number, for each of its language's plural forms (CLDR's names). */
export type Counted = { readonly other: string } & { readonly [Form in Intl.LDMLPluralRule]?: string };

/** The fixed words of cards, papers and release notes, in one language: what its file gives. */
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
  /** The heads of the table of points: section, its points, what the pupil scored; and its last line. */
  readonly section: string;
  readonly worth: string;
  readonly score: string;
  readonly total: string;
  readonly points: Counted;
  readonly minutes: Counted;
  readonly aboutWords: Counted;
  readonly chooseOne: string;
  /** Beside a single question, where its section does not say it. */
  readonly chooseJustOne: string;
  readonly chooseAll: string;
  readonly trueOrFalse: string;
  readonly fillBlanks: string;
  readonly matchTerms: string;
  readonly writeLetters: string;
  /** The same where letters go on an answer sheet. */
  readonly markLetters: string;
  readonly writeNumbers: string;
  readonly answerShortly: string;
  readonly writeSentences: string;
  /** Comes before a term to explain. */
  readonly explain: string;
  /** What a screen reader says where a blank is printed. */
  readonly blank: string;
  readonly answerSheet: string;
  /** How to fill bubbles, on the answer sheet. */
  readonly fillBubbles: string;
  /** On the paper, where there is an answer sheet. */
  readonly answerOnSheet: string;
  readonly copy: string;
  /** Over the bubbles for a pupil's number. */
  readonly pupilNumber: string;
  /** With `#` for how many items of a list are enough. */
  readonly anyOf: string;
  readonly byLetter: string;
  readonly longestRun: string;
  readonly allVersions: string;
  readonly question: string;
  /** What a claim is when it is right, and when it is wrong, on cards and on paper. */
  readonly true: string;
  readonly false: string;
  /** Said on a card of a withdrawn question; `%` is the day. */
  readonly withdrawn: string;
  /** Said on a card whose question became another kind, and with it another card. */
  readonly replaced: string;
  readonly release: ReleaseWords;
  /** Said on the deck's page: what becomes of a learner's own edits. */
  readonly updates: string;
}

/** What a version brings, as learners are told it. In the counts, `#` is how many questions; they fit any number. */
export interface ReleaseWords extends Readonly<Record<ReleaseCount | Corrected, string>> {
  /** A sentence of counts; `%` is their list. */
  readonly summary: string;
  /** Stands between what is listed. */
  readonly comma: string;
  /** A question's text, `%`, in quotation marks. */
  readonly quoted: string;
  /** That an update replaces what learners wrote, and how to keep it; `%` is the list of the questions. */
  readonly edits: string;
  /** Names the entry of Anki's menu as Anki does in this language. */
  readonly emptyCards: string;
  readonly removedStay: string;
  readonly replacedBy: string;
  /** How to import, and that schedules stay. */
  readonly howTo: string;
}

/** What may happen to a question from one version to the next, as learners see it. */
export const releaseCounts = [
  'corrected',
  'added',
  'withdrawn',
  'replaced',
  'restored',
  'sorted',
  'removed',
] as const;
export type ReleaseCount = (typeof releaseCounts)[number];

/** What of a question may have been corrected, in the order in which it is said. */
export const correctable = [
  'question',
  'text',
  'picture',
  'options',
  'answer',
  'explanation',
  'hint',
  'source',
  'sound',
] as const;
export type Corrected = (typeof correctable)[number];

/** The languages that are written from right to left. */
const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The way a language is written, told by its BCP 47 tag. */
export const directionOf = (tag: string): 'ltr' | 'rtl' => (rightToLeft.has(languageOf(tag)) ? 'rtl' : 'ltr');

/** The language alone of a BCP 47 tag: "de" for "de-AT". */
export const languageOf = (tag: string): string => tag.toLowerCase().replace(/[-_].*/s, '');

/** "1 point", "2 points", "0,5 Punkte": a number with its word, as the language writes both. */
export function count(words: Words, what: 'points' | 'minutes' | 'aboutWords', amount: number): string {
  const forms = words[what];
  const form = forms[pluralRules(words.language).select(amount)] ?? forms.other;
  return form.replace('#', decimal(words, amount));
}

/** A number with the language's decimal sign. */
export const decimal = (words: Words, amount: number): string => numberFormat(words.language).format(amount);

// Making one takes a thousand times as long as asking it.
const pluralRules = cached((language: string) => new Intl.PluralRules(language));
const numberFormat = cached(
  (language: string) => new Intl.NumberFormat(language, { maximumFractionDigits: 2, useGrouping: false }),
);

/** A function that makes its value for each language once. */
function cached<Value>(make: (language: string) => Value): (language: string) => Value {
  const made = new Map<string, Value>();
  return (language) => {
    const value = made.get(language) ?? make(language);
    made.set(language, value);
    return value;
  };
}
