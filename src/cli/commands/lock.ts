import { basename, dirname } from 'node:path';
import { hasErrors } from '../../bank/diagnostic.ts';
import { textFile } from '../../files/output-file.ts';
import { writeChanges } from '../../files/write.ts';
import { formatLock } from '../../identity/lock.ts';
import { shownPath } from '../../node.ts';
import { type OpenBank, openBanks, printDiagnostics } from '../banks.ts';
import { type Command, someBanks, values } from '../command.ts';
import { readPublished } from '../decisions.ts';
import { readIfThere } from '../read-file.ts';
import { type ExitCode, exit, type Terminal, UsageError } from '../terminal.ts';
import { counted, paragraph } from '../wording.ts';

export interface LockOptions {
  /** The one bank whose lock is lost; the only one there is if none is named. */
  readonly banks: readonly string[];
  /** Packages that were published, the more the better. */
  readonly from: readonly string[];
}

/** `recto lock --from old.apkg`: makes a lock file that is lost from what was published. */
export async function lock({ banks, from }: LockOptions, terminal: Terminal): Promise<ExitCode> {
  if (from.length === 0)
    throw new UsageError('name a package that was published: recto lock --from old.apkg');
  const opened = await openBanks(banks, terminal);
  const [open, more] = opened;
  if (!open || more)
    throw new UsageError(`a lock is of one bank, and these are ${opened.length}; name the one that is meant`);
  if (!open.bank || hasErrors(open.diagnostics)) {
    printDiagnostics(open, terminal);
    return exit.bankHasErrors;
  }
  refuseKnown(open, terminal);
  const made = await readPublished(from, open.bank, open.folder, terminal);
  const file = textFile(basename(open.lockPath), formatLock(made));
  await writeChanges([{ folder: dirname(open.lockPath), files: [file], lasting: true }]);
  const count = counted(Object.keys(made.notes).length, 'note');
  terminal.out(
    paragraph(`${shownPath(open.lockPath, terminal.cwd)} knows ${count} now. ${advice}`, terminal),
  );
  return exit.fine;
}

const advice =
  'See with "recto build --dry-run" what learners would get, and commit it. What had gone before these packages were made, ' +
  'they do not tell.';

function refuseKnown({ lockPath, folder }: OpenBank, { cwd }: Terminal): void {
  if (readIfThere(lockPath, folder) === undefined) return;
  const file = shownPath(lockPath, cwd);
  throw new UsageError(
    `there is ${file}, and it knows more than a package; delete it first if it is not to be used`,
  );
}

export const command: Command = (run, terminal) => ({
  command: 'lock [bank..]',
  describe: 'Make a lock file that is lost, from published packages',
  builder: (yargs) =>
    yargs
      .positional('bank', someBanks)
      .options({ from: values('A package that was published; may be repeated') }),
  handler: ({ bank = [], from = [] }) =>
    run(() => lock({ banks: bank as string[], from: from as string[] }, terminal)),
});
