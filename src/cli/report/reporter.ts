import type { Diagnostic } from '../../bank/diagnostic.ts';
import type { SourceFile } from '../../files/source.ts';

/** What a run found, over all its banks. */
export interface Findings {
  /** In reading order. */
  readonly diagnostics: readonly Diagnostic[];
  /** The files they speak of, by path. */
  readonly sources: ReadonlyMap<string, SourceFile>;
  /** How many questions were looked at. */
  readonly questions: number;
}

/** Where a report goes. */
export interface Look {
  /** The width of the terminal. */
  readonly columns: number;
  readonly color: boolean;
}

/** Writes what was found in one format; '' where there is nothing to write. Ends with a line break. */
export type Reporter = (findings: Findings, look: Look) => string;
