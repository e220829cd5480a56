import { inReadingOrder } from '../bank/diagnostic.ts';
import { filesOf, type Loaded, loadBank } from '../bank/load.ts';
import { checkBank } from '../check/engine.ts';
import { bankPaths, findBanks, readBankFiles } from '../node.ts';
import { pretty } from './report/pretty.ts';
import type { Findings } from './report/reporter.ts';
import type { Terminal } from './terminal.ts';

/** A bank that was read and checked, and where it lies. */
export interface OpenBank extends Loaded {
  /** As the user called it. */
  readonly path: string;
  readonly folder: string;
  readonly lockPath: string;
}

/** Reads the banks that the user named, or all there are. */
export async function readBanks(named: readonly string[], { cwd }: Terminal) {
  const paths = named.length > 0 ? [...new Set(named)] : await findBanks(cwd);
  return Promise.all(
    paths.map(async (path) => {
      const files = await readBankFiles(path, cwd);
      return { path, files, ...bankPaths(path, cwd, files.form) };
    }),
  );
}

/** Reads and checks the banks that the user named, or all there are. */
export async function openBanks(named: readonly string[], terminal: Terminal): Promise<OpenBank[]> {
  const found = await readBanks(named, terminal);
  return Promise.all(
    found.map(async (each) => {
      const loaded = loadBank(each.files);
      return { ...each, ...loaded, diagnostics: checkBank(loaded, await targetsFor(loaded)) };
    }),
  );
}

/** The targets there are, for a bank that names some; to load them takes as long as to read most banks. */
export const targetsFor = async ({ bank }: Loaded): Promise<readonly string[]> =>
  bank && !bank.targets ? [] : (await import('../targets/index.ts')).targetNames;

/** What is said of a bank, and its files. */
export type Checked = Pick<Loaded, 'diagnostics' | 'files' | 'questionCount'>;

/** What was found in banks, together, for a reporter. */
export function findingsOf(banks: readonly Checked[]): Findings {
  const sources = banks.flatMap(({ files }) => filesOf(files));
  return {
    diagnostics: banks.flatMap(({ diagnostics }) => diagnostics),
    sources: new Map(sources.map((file) => [file.path, file])),
    questions: banks.reduce((sum, { questionCount }) => sum + questionCount, 0),
  };
}

/** Prints what was found in a bank, in reading order, and a line that counts it. */
export function printDiagnostics(bank: Checked, terminal: Terminal): void {
  const diagnostics = inReadingOrder(bank.diagnostics);
  terminal.err(pretty(findingsOf([{ ...bank, diagnostics }]), terminal));
}
