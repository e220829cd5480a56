import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { CommandModule } from 'yargs';
import type { Bank } from '../../bank/bank.ts';
import { hasErrors, inReadingOrder } from '../../bank/diagnostic.ts';
import { formatManifest, listedFiles, manifest } from '../../build-json.ts';
import { type Compiled, compile, type Output, outputs } from '../../compile.ts';
import { writeAll } from '../../files/write.ts';
import { formatLock } from '../../identity/lock.ts';
import { planDeck } from '../../targets/anki/build.ts';
import { type CardLayout, standardLayout } from '../../targets/flashcards/data.ts';
import { createTypesetter, type Typesetter } from '../../typst/typeset.ts';
import { type OpenBank, openBanks, printDiagnostics } from '../banks.ts';
import { describeChanges, reportChanges } from '../changes.ts';
import { type LockText, missingLock, outdatedLock, readLock } from '../lock-file.ts';
import { programs } from '../programs.ts';
import { readIfThere } from '../read-file.ts';
import { summary } from '../summary.ts';
import { type ExitCode, exit, type Run, type Terminal, UsageError } from '../terminal.ts';

export interface BuildOptions {
  readonly banks: readonly string[];
  readonly only: readonly Output[];
  readonly out: string;
  /** Fail rather than change the lock file. */
  readonly frozen: boolean;
  /** Say what learners would get, and write nothing. */
  readonly dryRun: boolean;
  /** How flashcards lie on their sheets. */
  readonly cards: CardLayout;
}

/** A bank that was compiled and written. */
export interface Built extends Compiled {
  readonly bank: Bank;
}

/** `recto build`: compiles banks into decks and papers. A bank with errors is not built; the others are. */
export async function build(options: BuildOptions, terminal: Terminal): Promise<ExitCode> {
  const started = terminal.clock();
  const opened = await openBanks(options.banks, terminal);
  refuseSharedIds(opened);
  const typesetter = once(createTypesetter);
  const built: Built[] = [];
  let allBuilt = true;
  for (const open of opened) {
    if (!open.bank || hasErrors(open.diagnostics)) {
      printDiagnostics(open, terminal);
      allBuilt = false;
    } else if (options.dryRun) plan(open.bank, open, options, terminal);
    else {
      const result = await buildOne(open.bank, open, options, terminal, typesetter);
      if (result) built.push(result);
      else allBuilt = false;
    }
  }
  const milliseconds = terminal.clock() - started;
  if (built.length > 0) terminal.out(summary(built, options.out, milliseconds, terminal));
  return allBuilt ? exit.fine : exit.bankHasErrors;
}

function refuseSharedIds(opened: readonly OpenBank[]): void {
  const paths = new Map<string, string>();
  for (const { bank, path } of opened) {
    if (!bank) continue;
    const before = paths.get(bank.id);
    if (before)
      throw new UsageError(`"${before}" and "${path}" have one id, "${bank.id}"; give one of them another`);
    paths.set(bank.id, path);
  }
}

function once<Value>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= make();
    return value;
  };
}

function plan(bank: Bank, open: OpenBank, { out }: BuildOptions, terminal: Terminal): void {
  const lock = readLock(open, bank.id);
  const { changes, notes } = planDeck(bank, lock.lock, terminal.now, mediaOf(open));
  if (lock.text === '') terminal.err(missingLock(open, bank.id, out, terminal));
  const cards = notes.reduce((sum, { content }) => sum + content.cards.length, 0);
  terminal.out(`${reportChanges(bank.id, changes, cards, terminal.columns)}\n`);
}

const mediaOf =
  ({ folder }: OpenBank) =>
  (path: string): Uint8Array =>
    readFileSync(join(folder, path));

/** Compiles everything in memory, and only then writes it; undefined when it must not be written. */
async function buildOne(
  bank: Bank,
  open: OpenBank,
  options: BuildOptions,
  terminal: Terminal,
  typesetter: () => Promise<Typesetter>,
): Promise<Built | undefined> {
  const lock = readLock(open, bank.id);
  const context = {
    lock: lock.lock,
    now: terminal.now,
    readMedia: mediaOf(open),
    only: options.only,
    cards: options.cards,
    typesetter,
    onStep: (step: string) => terminal.status(`${bank.id}: ${step} …`),
  };
  const compiled = await compile(bank, open.files, context);
  const diagnostics = inReadingOrder([...open.diagnostics, ...compiled.diagnostics]);
  printDiagnostics({ ...open, diagnostics }, terminal);
  if (hasErrors(diagnostics)) return undefined;
  const newLock = compiled.deck ? formatLock(compiled.deck.lock) : lock.text;
  if (options.frozen && newLock !== lock.text && compiled.deck) {
    const { changes, cards } = compiled.deck;
    terminal.err(outdatedLock(open, lock.text, describeChanges(changes, cards), terminal));
    return undefined;
  }
  if (compiled.deck && lock.text === '') terminal.err(missingLock(open, bank.id, options.out, terminal));
  await write(bank, open, options, terminal, compiled, newLock === lock.text ? undefined : newLock);
  return { ...compiled, bank };
}

/** Writes the output, then the lock, then takes away what an earlier build made and this one did not. */
async function write(
  bank: Bank,
  open: OpenBank,
  { out, only }: BuildOptions,
  { cwd }: Terminal,
  compiled: Compiled,
  newLock: LockText | undefined,
): Promise<void> {
  const folder = resolve(cwd, out, bank.id);
  const before = listedFiles(readIfThere(join(folder, 'build.json')));
  const written = new Set(compiled.files.map(({ path }) => path));
  const kept = before.filter(({ path }) => !written.has(path) && !only.includes(outputOf(path)));
  const text = formatManifest(manifest(bank, compiled, kept, programs()));
  const encoder = new TextEncoder();
  await writeAll(folder, [...compiled.files, { path: 'build.json', bytes: encoder.encode(text) }]);
  if (newLock !== undefined) {
    await writeAll(dirname(open.lockPath), [
      { path: open.lockPath.slice(dirname(open.lockPath).length + 1), bytes: encoder.encode(newLock) },
    ]);
  }
  const stale = before.filter((file) => !written.has(file.path) && !kept.includes(file));
  await Promise.all(stale.map(({ path }) => rm(join(folder, path), { force: true })));
}

/** The output that a file belongs to, by its path. */
const outputOf = (path: string): Output =>
  path === 'flashcards.pdf' ? 'flashcards' : path.startsWith('quizzes/') ? 'quiz' : 'anki';

/** The command for yargs. */
export const command = (run: Run, terminal: Terminal): CommandModule => ({
  command: 'build [bank..]',
  describe: 'Compile banks into Anki decks, printed quizzes and flashcards',
  builder: (yargs) =>
    yargs
      .positional('bank', {
        type: 'string',
        array: true,
        describe: 'Folders or files; all in cards/ if none',
      })
      .option('only', {
        type: 'string',
        requiresArg: true,
        describe: `Some outputs only: ${outputs.join(',')}`,
      })
      .option('out', {
        type: 'string',
        requiresArg: true,
        default: 'output',
        describe: 'Where the output goes',
      })
      .option('frozen', {
        type: 'boolean',
        default: false,
        describe: 'Fail rather than change deck.lock.json',
      })
      .option('dry-run', {
        type: 'boolean',
        default: false,
        describe: 'Say what learners would get, write nothing',
      })
      .option('per-page', {
        type: 'number',
        choices: [8, 10] as const,
        default: standardLayout.perPage,
        describe: 'Flashcards on a page',
      })
      .option('flip', {
        choices: ['long', 'short'] as const,
        default: standardLayout.flip,
        describe: 'The edge over which the printer turns the flashcards’ sheets',
      })
      .option('fold', {
        type: 'boolean',
        default: standardLayout.fold,
        describe: 'Flashcards to fold, for a printer that prints one side only',
      }),
  handler: (given) => {
    const { bank = [], only, out, frozen, dryRun, perPage, flip, fold } = given as unknown as BuildArguments;
    const cards = { perPage, flip, fold };
    return run(async () =>
      build({ banks: bank, only: readOnly(only), out, frozen, dryRun, cards }, terminal),
    );
  },
});

interface BuildArguments extends CardLayout {
  readonly bank?: string[];
  readonly only?: string;
  readonly out: string;
  readonly frozen: boolean;
  readonly dryRun: boolean;
}

const listed = new Intl.ListFormat('en-GB');

function readOnly(only: string | undefined): readonly Output[] {
  if (only === undefined) return outputs;
  return only.split(',').map((word) => {
    const output = outputs.find((each) => each === word.trim());
    if (!output) throw new UsageError(`--only takes ${listed.format(outputs)}, not "${word}"`);
    return output;
  });
}
