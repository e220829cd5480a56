import { github } from './github.ts';
import { json } from './json.ts';
import { pretty } from './pretty.ts';
import type { Reporter } from './reporter.ts';
import { sarif } from './sarif.ts';

/** The formats of `--format`. */
export const reporters = { pretty, json, github, sarif } as const satisfies Record<string, Reporter>;

export type ReporterName = keyof typeof reporters;

export const formats = Object.keys(reporters) as readonly ReporterName[];
