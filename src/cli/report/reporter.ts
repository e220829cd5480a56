import type { Diagnostic } from '../../bank/diagnostic.ts';
import type { SourceFile } from '../../files/source.ts';
import { github } from './github.ts';
import { json } from './json.ts';
import { pretty } from './pretty.ts';
import { sarif } from './sarif.ts';

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

/** The formats of `--format`. */
export const reporters = { pretty, json, github, sarif } as const satisfies Record<string, Reporter>;

export type Format = keyof typeof reporters;

export const formats = Object.keys(reporters) as readonly Format[];
