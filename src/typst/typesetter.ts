import type { Refusal } from '../view/pictures.ts';

/** A document as printed. */
export interface Typeset {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Characters that no font at hand has; boxes are printed for them. */
  readonly missing: readonly string[];
  /** The fonts of this machine that were printed with, by their PostScript names; on another machine they may differ. */
  readonly foreignFonts: readonly string[];
  /** What the template noted, by `metadata` with the label `<noted>`. */
  readonly noted: readonly string[];
  /** Why the document is no PDF/UA, where that is not for want of a font; else empty. */
  readonly objection: string;
}

/** A document's template: the file that is printed, and all that it and its like are made of. */
export interface Template {
  /** Among the sources: "paper.typ". */
  readonly main: string;
  readonly sources: readonly URL[];
}

/** Prints data with a template. Making one costs some 100 milliseconds, so keep it for all the quizzes of a run. */
export interface Typesetter {
  /** One document at a time: await each before the next, so that the memory of the last is free again. */
  typeset(template: Template, data: object, pictures: ReadonlyMap<string, Uint8Array>): Promise<Typeset>;
  /** Why a picture cannot be printed; undefined when it can. A picture that was not tried must not be printed. */
  tryOut(picture: Uint8Array): Promise<Refusal | undefined>;
}

/** This machine has no native typesetter. */
export class NoTypesetter extends Error {}
