import type { Bank, Quiz } from '../bank/bank.ts';
import type { Finding } from '../bank/finding.ts';
import type { RuleId } from '../check/catalogue.ts';
import type { Tried } from '../check/engine.ts';
import type { ReadAsset } from '../files/asset.ts';
import type { OutputFile } from '../files/output-file.ts';
import type { Changes } from '../identity/changes.ts';
import type { Decisions } from '../identity/decisions.ts';
import type { Lock } from '../identity/lock.ts';
import type { Typesetter } from '../typst/typesetter.ts';
import type { ReadMedia, Refusal } from '../view/pictures.ts';
import type { Printing, Prints } from '../view/prints.ts';
import type { ReleaseCount } from '../words/words.ts';
import type { CardLayout } from './flashcards/layout.ts';

/** What a bank can be compiled to. `targets/index.ts` lists them by name; what is large is loaded only when it is made. */
export interface Target {
  /** What it makes, in a line of the help. */
  readonly about: string;
  /** It makes papers of quizzes, and `recto quiz --format` takes it. */
  readonly papers?: true;
  /** True for a bank that it is made for when the bank does not say. */
  usual(bank: Bank): boolean;
  /** True when it is made beside others that were asked for. */
  beside?(job: Job): boolean;
  /** What learners will get, with nothing made. */
  plan?(job: Job, workshop: Workshop): Promise<News>;
  /** Makes its files. With an error among the findings they are not used. */
  make(job: Job, workshop: Workshop): Promise<Product>;
}

/** What is to be made. */
export interface Job {
  readonly bank: Bank;
  /** The quizzes to print. */
  readonly quizzes: readonly Quiz[];
  readonly how: How;
  readonly lock: Lock;
  /** What the author has answered where an earlier build asked. */
  readonly decisions?: Decisions | undefined;
  /** An older lock of the bank, if learners are to be told what comes since then. */
  readonly since?: Lock | undefined;
  /** The time of this build in milliseconds; only what is new or changed since the lock is stamped with it. */
  readonly now: number;
  /** What was asked for. */
  readonly asked: ReadonlySet<Target>;
}

/** How quizzes and flashcards are printed. */
export interface How extends Printing {
  readonly cards?: CardLayout;
}

/** What the world gives. */
export interface Workshop {
  readonly readMedia: ReadMedia;
  readonly readAsset: ReadAsset;
  /**
   * The native typesetter; `pictures` are those that it will be given first.
   * @throws {NoTypesetter} where this machine has none
   */
  readonly typesetter: (pictures: Iterable<Uint8Array>) => Promise<Typesetter>;
  /** An SVG as PNG, so many times as large, for programs that read no SVG; or why it cannot be drawn. */
  readonly drawSvg: (svg: Uint8Array, zoom: number) => Promise<Uint8Array | Refusal>;
  /** A quiz as it is printed, drawn and laid out once for all who ask. */
  readonly prints: (quiz: Quiz) => Prints;
  /** Told now and then what is being made, in a few words. */
  readonly onStep: (step: string) => void;
}

/** What a target made of a bank. */
export interface Product {
  /** By their paths below the bank's folder of the output. */
  readonly files: readonly OutputFile[];
  readonly rows: readonly Row[];
  readonly findings: readonly Found[];
  /** Rules that were tried, for a waiver of them to be told as idle where they found nothing. */
  readonly tried?: readonly Tried[];
  readonly news?: News | undefined;
  /** Printed quizzes by their folders; see `build-json.ts`. */
  readonly draws?: Readonly<Record<string, string>> | undefined;
}

/** What printing may find. */
export type Found = Finding<RuleId>;

/** What learners will get, and the lock that keeps what was promised to them. */
export interface News {
  /** Where learners could lose a history, or get another's. */
  readonly findings: readonly Found[];
  readonly lock: Lock;
  readonly changes: Changes;
  readonly notes: number;
  readonly cards: number;
  readonly release: Release;
  /** The release notes as Markdown; made when they are asked for. */
  readonly releaseNotes: () => string;
}

/** What a version brings, for learners to read: since the lock, or since the older one that the job names. */
export interface Release {
  readonly version: string | null;
  /** The day of the version, as 2026-11-24. */
  readonly date: string | null;
  /** How many questions. */
  readonly counts: Readonly<Record<ReleaseCount, number>>;
  /** In the bank's language; none where nothing changes for learners. */
  readonly sentences: readonly string[];
}

/** A line of the summary: what stands where, and how much of it. */
export interface Row {
  /** A file or a folder, below the bank's folder of the output. */
  readonly path: string;
  readonly questions?: number;
  readonly notes?: number;
  readonly cards?: number;
  readonly pages?: number;
  /** Bytes. */
  readonly size: number;
}

export const sizeOf = (files: readonly OutputFile[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes.length, 0);

/** Nothing: what a target gives where there is nothing to make, or an error that forbids it. */
export const nothing = (findings: readonly Found[] = []): Product => ({ files: [], rows: [], findings });
