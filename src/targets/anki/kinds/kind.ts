import type { Where } from '../../../bank/finding.ts';
import type { QuestionOf } from '../../../bank/question.ts';
import type { NoteKind, NoteTypeKey } from '../../../identity/note.ts';
import type { Part } from '../../../identity/parts/part.ts';

/** What a kind needs to fill a note's fields. */
export interface FieldContext {
  /** Markdown as HTML, its images under the names that the package gives them. */
  html(source: string): string;
  /** The same for a text with `{{…}}`: each deletion becomes a cloze under its part's number. */
  clozeHtml(source: string): string;
  /** A part's HTML as the cloze of its number; `at` counts as `parts` does. */
  cloze(at: number, html: string): string;
  /** A number that belongs to the question, for what its card shuffles. */
  readonly seed: number;
  /** The bank's language, a BCP 47 tag. */
  readonly language: string;
}

/** How one kind of question becomes a note. One file in this folder defines one. */
export interface AnkiKind<K extends NoteKind> {
  readonly type: NoteTypeKey;
  /** Where one question makes several numbered cards: what each is about, as text. */
  parts?(question: QuestionOf<K>): readonly Part[];
  /** What its parts are called, and where one of them stands; `at` counts as `parts` does. */
  readonly part?: { readonly noun: string; where(question: QuestionOf<K>, at: number): Where };
  /** The note's own fields as HTML, by name; those every note has are filled in for all kinds alike. */
  fields(question: QuestionOf<K>, context: FieldContext): Readonly<Record<string, string>>;
  /** What Anki reads aloud where the note's sound plays, as Markdown. */
  say?(question: QuestionOf<K>): string | undefined;
  /** What the card's script must know, for the field `Data`. */
  data?(question: QuestionOf<K>): Readonly<Record<string, unknown>>;
}
