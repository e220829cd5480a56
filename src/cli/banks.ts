import { inReadingOrder } from '../bank/diagnostic.ts';
import { type Loaded, loadBank } from '../bank/load.ts';
import { bankPaths, findBanks, readBankFiles } from '../bank/read.ts';
import type { SourceFile } from '../bank/source.ts';
import { pretty, tally } from './pretty.ts';
import type { Terminal } from './terminal.ts';

/** A bank that was read, and where it lies. */
export interface OpenBank extends Loaded {
  /** As the user called it. */
  readonly path: string;
  readonly folder: string;
  readonly lockPath: string;
}

/** Reads the banks that the user named, or all there are. */
export async function openBanks(named: readonly string[], { cwd }: Terminal): Promise<OpenBank[]> {
  const paths = named.length > 0 ? [...new Set(named)] : await findBanks(cwd);
  return Promise.all(
    paths.map(async (path) => {
      const files = await readBankFiles(path, cwd);
      const { folder, lock } = bankPaths(path, cwd, files.form);
      return { ...loadBank(files), path, folder, lockPath: lock };
    }),
  );
}

/** More than this nobody reads; the count says how many there are. */
const mostShown = 100;

/** Prints what was found in a bank, and a line that counts it. */
export function printDiagnostics({ diagnostics, files }: Loaded, terminal: Terminal): void {
  if (diagnostics.length === 0) return;
  const sources: SourceFile[] = [files.deck, ...(files.quizzes ? [files.quizzes] : []), ...files.topics];
  const byPath = new Map(sources.map((file) => [file.path, file]));
  for (const diagnostic of inReadingOrder(diagnostics).slice(0, mostShown)) {
    terminal.err(`${pretty(diagnostic, byPath.get(diagnostic.file), terminal)}\n`);
  }
  const more = diagnostics.length - mostShown;
  terminal.err(`${tally(diagnostics)}${more > 0 ? `; the first ${mostShown} are shown` : ''}\n`);
}
