import { join } from 'node:path';
import type { Bank } from '../../bank/bank.ts';
import { hasErrors } from '../../bank/diagnostic.ts';
import { compile, type Order, plan, type World } from '../../compile.ts';
import { worldOf } from '../../node.ts';
import { type CardLayout, standardLayout } from '../../targets/flashcards/layout.ts';
import { groupBy } from '../../text/group.ts';
import { type OpenBank, openBanks, printDiagnostics } from '../banks.ts';
import { describeChanges, reportChanges, reportRelease } from '../changes.ts';
import { type Command, flag, someBanks, value, values } from '../command.ts';
import { readDecisions, refuseUnclearDecisions } from '../decisions.ts';
import {
  changesOfLock,
  isMissing,
  isUpToDate,
  type LockFile,
  missingLock,
  outdatedLock,
  readLock,
} from '../lock-file.ts';
import { changeOfNotes, readSince, refuseUnclearNotes } from '../notes-file.ts';
import { type Made, summary } from '../summary.ts';
import { readTargets, targetsHelp, tellSkipped } from '../targets.ts';
import { type ExitCode, exit, type Terminal, UsageError } from '../terminal.ts';
import { refuseBankFolder, writeOutput } from '../write-output.ts';

export interface BuildOptions {
  readonly banks: readonly string[];
  /** Names of targets; those of each bank if none is given. */
  readonly only: readonly string[] | undefined;
  readonly out: string;
  /** Fail rather than change the lock file. */
  readonly frozen: boolean;
  /** Say what learners would get, and write nothing. */
  readonly dryRun: boolean;
  /** Risks that are meant: "tides:3". */
  readonly accept: readonly string[];
  /** Packages that learners have, and lines such as "tides:4=the wind". */
  readonly published: readonly string[];
  /** An older lock file of the one bank; learners are told what comes since then. */
  readonly since: string | undefined;
  /** The file to which the release notes of the one bank go. */
  readonly notes: string | undefined;
  /** How flashcards lie on their sheets. */
  readonly cards: CardLayout;
}

/** `recto build`: compiles banks into decks and papers. A bank with errors is not built; the others are. */
export async function build(options: BuildOptions, terminal: Terminal): Promise<ExitCode> {
  const started = terminal.clock();
  const opened = await openBanks(options.banks, terminal);
  refuseUnclearNotes(options, opened.length, terminal.cwd);
  refuseUnclearDecisions(options, opened);
  refuseSharedIds(opened);
  for (const { bank } of opened) if (bank) refuseBankFolder(options.out, bank.id, terminal.cwd);
  const made: Made[] = [];
  let worst: ExitCode = exit.fine;
  for (const open of opened) {
    const code = await buildOne(open, options, terminal, (one) => made.push(one));
    worst = worst > code ? worst : code;
  }
  if (made.length > 0) terminal.out(summary(made, options.out, terminal.clock() - started, terminal));
  return worst;
}

function refuseSharedIds(opened: readonly OpenBank[]): void {
  const built = opened.flatMap(({ bank, path }) => (bank ? [{ id: bank.id, path }] : []));
  for (const [id, [one, other]] of groupBy(built, ({ id }) => id)) {
    if (!other) continue;
    throw new UsageError(`"${one.path}" and "${other.path}" have one id, "${id}"; give one of them another`);
  }
}

/** Compiles everything of a bank in memory, and only then writes it. */
async function buildOne(
  open: OpenBank,
  options: BuildOptions,
  terminal: Terminal,
  onMade: (made: Made) => void,
): Promise<ExitCode> {
  const { bank } = open;
  if (!bank || hasErrors(open.diagnostics)) {
    printDiagnostics(open, terminal);
    return exit.bankHasErrors;
  }
  const locked = readLock(open, bank.id, terminal);
  const order: Order = {
    lock: locked.lock,
    since: readSince(options.since, bank.id, terminal),
    decisions: await readDecisions(options, bank, open.folder, terminal),
    now: terminal.now,
    only: options.only,
    how: { cards: options.cards },
  };
  const world: World = {
    ...worldOf(open.folder),
    onStep: (step) => terminal.status(`${bank.id}: ${step} …`),
  };
  const work = { open, bank, locked, order, world };
  return options.dryRun ? tell(work, options, terminal) : make(work, options, terminal, onMade);
}

/** A bank that is to be built, and what it takes. */
interface Work {
  readonly open: OpenBank;
  readonly bank: Bank;
  readonly locked: LockFile;
  readonly order: Order;
  readonly world: World;
}

/** Says what learners would get. */
async function tell(
  { open, bank, locked, order, world }: Work,
  options: BuildOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { news, diagnostics } = await plan(bank, open.files, order, world);
  if (diagnostics.length > 0) printDiagnostics({ ...open, diagnostics }, terminal);
  if (hasErrors(diagnostics)) return exit.bankHasErrors;
  if (news && isMissing(locked)) terminal.err(missingLock(open, bank.id, options.out, terminal));
  // Of a first version there is nobody to tell.
  const told = news && !isMissing(locked) ? reportRelease(news.release, options.since, terminal.columns) : '';
  terminal.out(
    news
      ? `${reportChanges(bank.id, news.changes, news.cards, terminal.columns)}\n${told}`
      : `${bank.id}: no deck is asked for, so learners get nothing new\n`,
  );
  return exit.fine;
}

/** Makes everything, and writes it if nothing is wrong with it. */
async function make(
  { open, bank, locked, order, world }: Work,
  options: BuildOptions,
  terminal: Terminal,
  onMade: (made: Made) => void,
): Promise<ExitCode> {
  const compiled = await compile(bank, open.files, order, world);
  const diagnostics = [...open.diagnostics, ...compiled.diagnostics];
  printDiagnostics({ ...open, diagnostics }, terminal);
  if (hasErrors(diagnostics)) return exit.bankHasErrors;
  const { news, skipped } = compiled;
  const isFresh = !news || isUpToDate(locked, news.lock);
  if (options.frozen && !isFresh) {
    const { changes, cards } = news;
    terminal.err(outdatedLock(open, locked, describeChanges(changes, cards), terminal));
    return exit.bankHasErrors;
  }
  if (news && isMissing(locked)) terminal.err(missingLock(open, bank.id, options.out, terminal));
  const place = { folder: join(options.out, bank.id), scope: '' };
  const lock = news && !options.frozen ? changesOfLock(open, locked, news.lock) : [];
  await writeOutput(bank, compiled, place, terminal, ...lock, ...changeOfNotes(options, news, terminal));
  onMade({ bank: bank.id, ...compiled });
  return tellSkipped(skipped, terminal);
}

export const command: Command = (run, terminal) => ({
  command: 'build [bank..]',
  describe: 'Compile banks into Anki decks, printed quizzes and flashcards',
  builder: (yargs) =>
    yargs
      .positional('bank', someBanks)
      .options({
        only: value('Some targets only, with commas between them'),
        out: { ...value('Where the output goes'), default: 'output' },
        frozen: flag('Fail rather than change deck.lock.json'),
        'dry-run': flag('Say what learners would get, write nothing'),
        accept: values('A card that may lose its history, as "tides:3"'),
        published: values('A package that learners have, or "tides:4=the wind"'),
        notes: value('Write release notes for learners to this .md file'),
        since: value('Tell learners what comes since this older lock file'),
        'per-page': {
          type: 'number',
          choices: [8, 10] as const,
          default: standardLayout.perPage,
          describe: 'Flashcards on a page',
        },
        flip: {
          choices: ['long', 'short'] as const,
          default: standardLayout.flip,
          describe: 'The edge over which the printer turns the flashcards’ sheets',
        },
        fold: flag('Flashcards to fold, for a printer that prints one side only'),
      })
      .epilogue(targetsHelp()),
  handler: (given) => {
    const options = given as unknown as BuildArguments;
    const { bank: banks = [], only, accept = [], published = [], perPage, flip, fold } = options;
    const cards = { perPage, flip, fold };
    const read = { banks, only: readTargets(only), accept, published, cards };
    return run(async () => build({ ...options, ...read }, terminal));
  },
});

interface BuildArguments
  extends CardLayout,
    Pick<BuildOptions, 'out' | 'frozen' | 'dryRun' | 'since' | 'notes'> {
  readonly bank?: string[];
  readonly only?: string;
  readonly accept?: string[];
  readonly published?: string[];
}
