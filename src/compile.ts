import type { Bank, Quiz } from './bank/bank.ts';
import type { Diagnostic } from './bank/diagnostic.ts';
import type { BankFiles } from './bank/load.ts';
import { checkPrinted } from './check/engine.ts';
import type { Decisions } from './identity/decisions.ts';
import type { Lock } from './identity/lock.ts';
import { groups, targets } from './targets/index.ts';
import type { How, Job, News, Product, Target, Workshop } from './targets/target.ts';
import { once } from './text/once.ts';
import { present } from './text/present.ts';
import { NoTypesetter } from './typst/typesetter.ts';
import { makePrints } from './view/prints.ts';

/** What is to be compiled of a bank. */
export interface Order {
  readonly lock: Lock;
  /** An older lock of the bank: learners are told what comes since then, and nothing else hangs on it. */
  readonly since?: Lock | undefined;
  /** The time of this build in milliseconds; only what is new or changed since the lock is stamped with it. */
  readonly now: number;
  /** Names of targets and of groups of them; those of the bank, or the usual ones, if there are none. */
  readonly only?: readonly string[] | undefined;
  /** What the author has answered where an earlier build asked. */
  readonly decisions?: Decisions | undefined;
  /** All of the bank's if not said. */
  readonly quizzes?: readonly Quiz[];
  readonly how?: How;
}

/** What compiling takes from the world. */
export type World = Omit<Workshop, 'prints'>;

export interface Compiled {
  /** What each target made, by its name. */
  readonly products: ReadonlyMap<string, Product>;
  /** What learners will get; undefined where no deck was made. */
  readonly news: News | undefined;
  /** Targets that were left out, for they need the native typesetter and this machine has none. */
  readonly skipped: readonly string[];
  /** What is wrong with what was made; with an error among it nothing is to be used. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compiles a bank in memory; nothing is written.
 * @throws {RangeError} when a deck is asked for and `now` is not in whole milliseconds or no year from 2017 to 2099
 */
export async function compile(bank: Bank, files: BankFiles, order: Order, world: World): Promise<Compiled> {
  const { job, workshop } = begun(bank, order, world);
  const products = new Map<string, Product>();
  const skipped: string[] = [];
  for (const [name, target] of Object.entries(targets)) {
    if (!job.asked.has(target) && !target.beside?.(job)) continue;
    const product = await target.make(job, workshop).catch(withoutTypesetter);
    if (product) products.set(name, product);
    else skipped.push(name);
  }
  const made = [...products.values()];
  return {
    products,
    news: made.find(({ news }) => news)?.news,
    skipped,
    diagnostics: checkPrinted(
      bank,
      files,
      made.flatMap(({ findings }) => findings),
      made.flatMap(({ tried = [] }) => tried),
    ),
  };
}

/** What learners will get, with nothing made, and what is wrong with it; no news where the order makes no deck. */
export async function plan(
  bank: Bank,
  files: BankFiles,
  order: Order,
  world: World,
): Promise<{ news: News | undefined; diagnostics: readonly Diagnostic[] }> {
  const { job, workshop } = begun(bank, order, world);
  const plans = await Promise.all([...job.asked].map((target) => target.plan?.(job, workshop)));
  const news = plans.find((each) => each !== undefined);
  return { news, diagnostics: checkPrinted(bank, files, news?.findings ?? []) };
}

function begun(bank: Bank, order: Order, world: World): { job: Job; workshop: Workshop } {
  const { lock, since, decisions, now, only = bank.targets, quizzes = bank.quizzes, how = {} } = order;
  const job: Job = { bank, quizzes, how, lock, since, decisions, now, asked: new Set(asked(bank, only)) };
  const prints = once((quiz: Quiz) => makePrints(bank, quiz, how, world.readMedia), new Map());
  return { job, workshop: { ...world, prints } };
}

/** The targets of these names, or the usual ones of the bank where there are none. */
function asked(bank: Bank, names: readonly string[] | undefined): Target[] {
  if (!names) return Object.values(targets).filter((target) => target.usual(bank));
  return names
    .flatMap((name) => groups[name] ?? [name])
    .map((name) => present(targets[name], `target "${name}"`));
}

function withoutTypesetter(error: unknown): undefined {
  if (!(error instanceof NoTypesetter)) throw error;
}
