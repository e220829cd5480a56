import type { Asked } from '../../bank/question.ts';
import { hexDigest } from '../../files/hash.ts';

/** Anki makes cards for the numbers 1 to 500 (`rslib/src/cloze.rs`, `rslib/src/card/mod.rs`). */
export const mostNumbers = 500;

/** What tells equal texts apart, and a part whose text has changed. */
export interface Surroundings {
  /** Texts beside it: the words before and behind a deletion, or the right-hand text of a pair. */
  readonly near?: readonly string[] | undefined;
  /** A region's place: x, y, width and height in fractions of the picture. */
  readonly rect?: readonly number[] | undefined;
}

/** A part of a question that has a card of its own. */
export interface Part extends Surroundings {
  readonly text: string;
  /** The number the author chose, if any. */
  readonly number?: number | undefined;
  /** Its identity, as `id` is the question's. */
  readonly key?: string | undefined;
  /** Earlier texts of it. */
  readonly was?: readonly string[] | undefined;
}

/** A part as the lock remembers it. */
export interface KnownPart extends Surroundings {
  readonly number: number;
  /** Tells its text and the kind of its question: an item of a list is not the deletion of a sentence. */
  readonly hash: string;
  /** The hash with which it got its number. By it a merge knows that two branches speak of one part. */
  readonly first: string;
  /** Undefined where the lock is of format 1, which kept hashes alone. */
  readonly text?: string | undefined;
  /** The kind of question it was a part of; undefined in format 1. */
  readonly kind?: Asked['kind'] | undefined;
  readonly key?: string | undefined;
}

/** The parts of a question that have numbers: those it has, in its order, and those it once had. */
export interface KnownParts {
  readonly parts: readonly KnownPart[];
  readonly gone: readonly KnownPart[];
}

/** The hash of a part's text in a question of this kind. */
export const partHash = (kind: Asked['kind'], text: string): string => hexDigest(8, `${kind}\0${text}`);
