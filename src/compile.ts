import type { Bank } from './bank/bank.ts';
import type { Diagnostic } from './bank/diagnostic.ts';
import type { Finding } from './bank/finding.ts';
import type { BankFiles } from './bank/load.ts';
import type { RuleId } from './check/catalogue.ts';
import { checkPrinted } from './check/engine.ts';
import { inQuiz } from './check/quizzes.ts';
import type { Lock } from './identity/lock.ts';
import { buildDeck, type Deck } from './targets/anki/build.ts';
import { type BuiltFlashcards, buildFlashcards } from './targets/flashcards/build.ts';
import type { CardLayout } from './targets/flashcards/data.ts';
import { type BuiltQuiz, buildQuiz } from './targets/prints/prints.ts';
import type { Typesetter } from './typst/typeset.ts';

/** What a bank can be compiled to. */
export const outputs = ['anki', 'quiz', 'flashcards'] as const;
export type Output = (typeof outputs)[number];

/** A file of the output, by its path below the bank's output folder, with `/`. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What compiling takes from the world. */
export interface CompileContext {
  readonly lock: Lock;
  /** The time of this build in milliseconds; only what is new or changed since the lock is stamped with it. */
  readonly now: number;
  /** The bytes of a file of the bank's folder. */
  readonly readMedia: (path: string) => Uint8Array;
  readonly only: readonly Output[];
  readonly typesetter: () => Promise<Typesetter>;
  readonly cards?: CardLayout | undefined;
  /** Told now and then what is being made, in a few words. */
  readonly onStep?: ((step: string) => void) | undefined;
}

export interface Compiled {
  /** The whole output but for `build.json`. */
  readonly files: readonly OutputFile[];
  readonly deck: Deck | undefined;
  readonly papers: readonly { readonly id: string; readonly paper: BuiltQuiz }[];
  readonly flashcards: BuiltFlashcards | undefined;
  /** What is wrong with the quizzes and the flashcards; with an error among it the files are not to be used. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Compiles a bank in memory; nothing is written. */
export async function compile(bank: Bank, files: BankFiles, context: CompileContext): Promise<Compiled> {
  const { lock, now, readMedia, only, onStep = () => {} } = context;
  onStep('the Anki deck');
  const deck = only.includes('anki') ? await buildDeck(bank, lock, now, readMedia) : undefined;
  const quizzes = only.includes('quiz') ? bank.quizzes : [];
  const papers: { id: string; paper: BuiltQuiz }[] = [];
  const findings: Finding<RuleId>[] = [];
  for (const quiz of quizzes) {
    const typesetter = await context.typesetter();
    const onPrint = (printed: number, of: number) => onStep(`quiz "${quiz.id}", ${printed} of ${of} printed`);
    const paper = await buildQuiz(bank, quiz, { readMedia, typesetter, onPrint });
    papers.push({ id: quiz.id, paper });
    findings.push(...inQuiz(quiz, paper.findings));
  }
  onStep('flashcards');
  const flashcards = only.includes('flashcards')
    ? await buildFlashcards(bank, {
        readMedia,
        typesetter: await context.typesetter(),
        layout: context.cards,
      })
    : undefined;
  return {
    files: [
      ...(deck ? [{ path: `${bank.id}.apkg`, bytes: deck.apkg }] : []),
      ...papers.flatMap(({ id, paper }) =>
        paper.files.map(({ name, bytes }) => ({ path: `quizzes/${id}/${name}`, bytes })),
      ),
      ...(flashcards?.bytes ? [{ path: 'flashcards.pdf', bytes: flashcards.bytes }] : []),
    ],
    deck,
    papers,
    flashcards,
    diagnostics: checkPrinted(bank, files, [...findings, ...(flashcards?.findings ?? [])], flashcards?.tried),
  };
}
