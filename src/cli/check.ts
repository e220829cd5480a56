import type { CommandModule } from 'yargs';
import { hasErrors } from '../bank/diagnostic.ts';
import { openBanks, printDiagnostics } from './banks.ts';
import { type ExitCode, exit, type Run, type Terminal } from './terminal.ts';

/** `recto check`: every problem of the banks, and nothing else. */
export async function check(banks: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const opened = await openBanks(banks, terminal);
  for (const bank of opened) {
    printDiagnostics(bank, terminal);
    if (bank.diagnostics.length === 0)
      terminal.out(`${bank.path}: ${bank.questionCount} questions, no problems\n`);
  }
  return opened.some((bank) => hasErrors(bank.diagnostics)) ? exit.bankHasErrors : exit.fine;
}

/** The command for yargs. */
export const checkCommand = (run: Run, terminal: Terminal): CommandModule => ({
  command: 'check [bank..]',
  describe: 'Say what is wrong with banks, and where',
  builder: (yargs) =>
    yargs.positional('bank', {
      type: 'string',
      array: true,
      describe: 'Folders or files; all in cards/ if none',
    }),
  handler: ({ bank = [] }) => run(() => check(bank as string[], terminal)),
});
