import type { Asked } from '../bank/question.ts';
import type { KnownParts, Part } from './parts/part.ts';

/** Our names for the note types that a lock may hold; each is part of its notes' guids, so none may ever change. */
export const noteTypeKeys = ['basic', 'typed', 'term', 'cloze', 'choice', 'diagram'] as const;
export type NoteTypeKey = (typeof noteTypeKeys)[number];

/** The kinds that become notes: all but passages, which come along in the notes of their questions. */
export type NoteQuestion = Asked;
export type NoteKind = Asked['kind'];

/** The first id that a question ever had: renaming it changes nothing for learners. */
export const firstId = ({ id, was: [first = id] }: NoteQuestion): string => first;

/** What a note says, in whatever form, and what tells whether it still says the same. */
export interface Written<Content> {
  readonly content: Content;
  /** The hash of all that an update would bring. */
  readonly hash: string;
  /** A short hash of each field that is not empty, and of the tags, by name. */
  readonly fields: Readonly<Record<string, string>>;
}

/** The fields that a comparison of two builds must know, by name. */
export interface FieldNames {
  /** Filled when a question is withdrawn. */
  readonly notice: string;
  /** Made from the other fields. */
  readonly derived: string;
  /** Those whose text many notes share, or that are made from the id. */
  readonly shared: ReadonlySet<string>;
}

/** How questions become notes. Who a note is, is decided here; what it says, by who writes it. */
export interface NoteWriter<Content> {
  /** The questions that become notes, in the order of the bank. */
  readonly questions: readonly NoteQuestion[];
  readonly fieldNames: FieldNames;
  typeOf(question: NoteQuestion): NoteTypeKey;
  /** What each of the question's numbered cards is about; undefined where the kind has no numbered cards. */
  partsOf(question: NoteQuestion): readonly Part[] | undefined;
  write(question: NoteQuestion, numbered: KnownParts | undefined): Written<Content>;
  /**
   * A note of an earlier type that its question left behind, as it looks now. `present` is what the question's own note
   * says, `numbers` are those of the parts that the old note had.
   */
  replaced(present: Content, type: NoteTypeKey, numbers: readonly number[]): Written<Content>;
}
