import type { Bank, Quiz } from '../bank/bank.ts';
import type { Where } from '../bank/finding.ts';
import type { BankFiles } from '../bank/load.ts';
import type { Question } from '../bank/question.ts';
import type { Level, Rule as Named } from '../bank/rules.ts';
import type { Medium } from '../bank/texts.ts';
import type { Change } from '../edit/change.ts';
import type { YamlPlace } from '../edit/diagnosed-bank.ts';
import type { Problem } from '../quiz/draw/problem.ts';
import type { Cloze } from './cloze.ts';
import type { Places } from './places.ts';

/**
 * One thing that may be wrong with a bank; each stands in a file of `rules/`. It looks at one or more of these; a rule that
 * looks at none of them is what printing finds.
 */
export interface Rule<Id extends string = string> extends Named<Id> {
  /** Looks at a question, also at those on a passage. */
  question?(question: Question, say: Say, material: Material): void;
  /** Looks at all of the bank. */
  bank?(material: Material, say: Say): void;
  /** Looks at what a draw found wrong with a quiz. */
  quiz?(problem: Problem, say: Say, quiz: Quiz): void;
  /** Looks at a waiver, when all else has been said. */
  waiver?(waiver: Waiver, say: Say): void;
  /** True when it would have spoken of the question without a waiver, for a rule whose waivers decide what is drawn. */
  isMuted?(question: Question, bank: Bank): boolean;
  /** What `check --fix` changes at a place that it complains of, if that is safe; `names` are those of all rules. */
  repair?(place: YamlPlace, names: readonly string[]): Change | undefined;
}

/** Says what is wrong and what to do; `where` is inside of what the rule looks at. */
export type Say = (where: Where, message: string) => void;

/** What rules look at: a bank as far as it could be read. */
export interface Material extends Places {
  readonly files: BankFiles;
  /** Undefined when the deck's own fields are not right; questions and quizzes may be there all the same. */
  readonly bank: Bank | undefined;
  readonly quizzes: readonly Quiz[];
  /** The names of the targets there are. */
  readonly targets: readonly string[];
  /** What several rules look at in a question, read once for all of them. */
  readonly mediaOf: (question: Question) => readonly Medium[];
  readonly clozeOf: (question: Question) => Cloze | undefined;
}

/** A rule that a question switches off. */
export interface Waiver {
  readonly name: string;
  /** Undefined when there is none of this name. */
  readonly rule: Named | undefined;
  /** True when the rule was asked, and has nothing to say of the question. */
  readonly isIdle: boolean;
  /** The names of all rules. */
  readonly names: readonly string[];
}

/** Makes a rule: its name, what is wrong where it speaks in one line, and what it looks at. */
const making =
  (level: Level) =>
  <const Id extends string>(id: Id, summary: string, looks: Omit<Rule, keyof Named> = {}): Rule<Id> => ({
    id,
    level,
    summary,
    ...looks,
  });

export const error = making('error');
export const warning = making('warning');
export const advice = making('advice');
