import type { BankFiles } from '../../bank/load.ts';
import { withTexts } from '../../edit/edited.ts';
import { giveIds, type IdsGiven } from '../../edit/give-ids.ts';
import { printDiagnostics, readBanks } from '../banks.ts';
import { type Command, flag, someBanks } from '../command.ts';
import { idsInLock } from '../lock-ids.ts';
import { type ExitCode, exit, type Terminal } from '../terminal.ts';
import { counted } from '../wording.ts';
import { writeBank } from '../write-bank.ts';

export interface IdsOptions {
  readonly banks: readonly string[];
  /** List the ids, and write nothing. */
  readonly dryRun: boolean;
}

/** `recto ids`: gives ids to questions that have none, and changes nothing else in their files. */
export async function ids({ banks, dryRun }: IdsOptions, terminal: Terminal): Promise<ExitCode> {
  let complete = true;
  let files = 0;
  let count = 0;
  for (const found of await readBanks(banks, terminal)) {
    const bank = found.files;
    const result = giveIds(bank, idsInLock(found));
    if (!dryRun) await writeBank(result.files, terminal);
    list(result, dryRun, terminal);
    report(bank, result, dryRun, terminal);
    complete &&= result.diagnostics.length === 0 && result.unsafe.length === 0;
    files += result.files.length;
    count += result.files.reduce((sum, { given }) => sum + given.length, 0);
  }
  terminal.err(closing(count, files, complete, dryRun));
  return complete ? exit.fine : exit.bankHasErrors;
}

/** "file:line id", one a line. */
function list({ files }: IdsGiven, dryRun: boolean, { out }: Terminal): void {
  for (const { file, given } of files)
    for (const { id, line, lineBefore } of given) out(`${file.path}:${dryRun ? lineBefore : line} ${id}\n`);
}

/** Says which questions are left without an id, and why. */
function report(bank: BankFiles, result: IdsGiven, dryRun: boolean, terminal: Terminal): void {
  for (const { path } of result.unsafe) {
    terminal.err(
      `${path}: left as it is, for ids cannot be added without changing more than that; write them in by hand.\n`,
    );
  }
  if (result.diagnostics.length === 0) return;
  // The files have new lines by now, which the places in messages must count.
  const files = dryRun ? bank : withTexts(bank, result.files);
  const { diagnostics } = dryRun ? result : giveIds(files, []);
  printDiagnostics({ questionCount: 0, diagnostics, files }, terminal);
}

function closing(count: number, files: number, complete: boolean, dryRun: boolean): string {
  if (count === 0) return complete ? 'Every question has an id.\n' : 'No ids added.\n';
  const what = `${counted(count, 'id')} in ${counted(files, 'file')}`;
  if (dryRun) return `${what} to add. Run "recto ids" without --dry-run to write them.\n`;
  return `${what} added. Read them over, change what you would call otherwise, and commit: after the first build an id is for ever.\n`;
}

export const command: Command = (run, terminal) => ({
  command: 'ids [bank..]',
  describe: 'Give ids to questions that have none, keeping comments and layout',
  builder: (yargs) =>
    yargs.positional('bank', someBanks).options({ 'dry-run': flag('List the ids, write nothing') }),
  handler: ({ bank = [], dryRun }) =>
    run(() => ids({ banks: bank as string[], dryRun: dryRun === true }, terminal)),
});
