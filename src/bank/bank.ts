import type { BloomLevel, Kind, Question } from './question.ts';

/** What the questions rest on: a book, an article, an essay. */
export interface Source {
  readonly author?: string | undefined;
  readonly title: string;
  readonly published?: string | undefined;
  readonly url?: string | undefined;
  /** The path of the file with the text's hashes, relative to the bank's folder. */
  readonly fingerprint?: string | undefined;
  /** The path of a local copy of the text, relative to the bank's folder. */
  readonly text?: string | undefined;
}

/** A bank as read: plain data, in the order of its files. */
export interface Bank {
  /** The deck's name in Anki; `::` separates levels. */
  readonly deck: string;
  readonly id: string;
  /** A BCP 47 tag: "en-GB". */
  readonly language: string;
  readonly description?: string | undefined;
  readonly authors: readonly string[];
  readonly license?: string | undefined;
  readonly version?: string | undefined;
  /** The day of this version, as 2026-11-24. */
  readonly date?: string | undefined;
  readonly tags: readonly string[];
  readonly subdecks: 'none' | 'topic';
  /** What a build makes, by name; undefined when the bank leaves it open. */
  readonly targets?: readonly string[] | undefined;
  readonly sources: Readonly<Record<string, Source>>;
  readonly anki: { readonly newPerDay?: number | undefined; readonly retention?: number | undefined };
  /** Titles, in the order of the bank. */
  readonly topics: readonly string[];
  readonly questions: readonly Question[];
  readonly quizzes: readonly Quiz[];
}

/** Which questions a section draws from; what is absent does not restrict. */
export interface Filter {
  readonly kinds?: readonly Kind[] | undefined;
  readonly topics?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly level?: readonly BloomLevel[] | undefined;
  /** The least and the greatest difficulty, both included. */
  readonly difficulty?: readonly [number, number] | undefined;
  readonly ids?: readonly string[] | undefined;
}

export type Spread = 'topic' | 'level' | 'difficulty';

/** A part of a quiz: a number of questions to draw, or questions by name. */
export interface Section {
  readonly title?: string | undefined;
  readonly instructions?: string | undefined;
  readonly pick?: number | undefined;
  readonly from: Filter;
  readonly spread?: Spread | undefined;
  /** Points of each question, instead of the question's own. */
  readonly points?: number | undefined;
  readonly questions: readonly string[];
}

/** A quiz's blueprint. */
export interface Quiz {
  readonly id: string;
  readonly title: string;
  readonly instructions?: string | undefined;
  readonly minutes?: number | undefined;
  /** How many versions: 2 makes A and B. */
  readonly versions: number;
  readonly parallel: boolean;
  readonly seed: number;
  readonly avoid: readonly string[];
  readonly paper: 'a4' | 'letter';
  readonly columns: 1 | 2;
  readonly answerSheet: 'none' | 'bubbles';
  readonly sections: readonly Section[];
}
