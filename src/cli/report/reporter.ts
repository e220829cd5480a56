import type { Diagnostic } from '../../bank/diagnostic.ts';
import type { SourceFile } from '../../files/source.ts';
import type { Terminal } from '../terminal.ts';

/** What a run found, over all its banks. */
export interface Findings {
  /** In reading order. */
  readonly diagnostics: readonly Diagnostic[];
  /** The files they speak of, by path. */
  readonly sources: ReadonlyMap<string, SourceFile>;
  /** How many questions were looked at. */
  readonly questions: number;
}

/** What a report is fitted to. */
export type Screen = Pick<Terminal, 'columns' | 'color'>;

/** Writes what was found in one format; '' where there is nothing to write. Ends with a line break. */
export type Reporter = (findings: Findings, screen: Screen) => string;
