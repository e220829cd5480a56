import { readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from '../../bank/diagnostic.ts';
import { ruleOf } from '../../check/catalogue.ts';
import { ownVersion } from '../programs.ts';
import type { Reporter } from './reporter.ts';

const levels = { error: 'error', warning: 'warning', advice: 'note' } as const;

/** SARIF 2.1.0, which code-scanning services read: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export const sarif: Reporter = ({ diagnostics }) => {
  const raised = [...new Set(diagnostics.map(({ rule }) => rule))].sort();
  const driver = {
    name: 'Recto Verso',
    version: ownVersion,
    semanticVersion: ownVersion,
    rules: raised.map(descriptor),
  };
  const results = diagnostics.map((diagnostic) => result(diagnostic, raised.indexOf(diagnostic.rule)));
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'unicodeCodePoints', results }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

function descriptor(rule: string) {
  const { level, summary } = ruleOf(rule);
  const page = `docs/diagnostics/${rule}.md`;
  // The package brings its pages along.
  const markdown = readFileSync(new URL(`../../../${page}`, import.meta.url), 'utf8');
  return {
    id: rule,
    shortDescription: { text: summary },
    // A package URL (ECMA-427) with the path inside the package, for SARIF takes absolute URIs only.
    helpUri: `pkg:npm/rectoverso@${ownVersion}#${page}`,
    help: { text: markdown, markdown },
    defaultConfiguration: { level: levels[level] },
  };
}

function result({ rule, level, message, file, line, column, length, question }: Diagnostic, index: number) {
  const physicalLocation = {
    artifactLocation: { uri: uriOf(file) },
    region: { startLine: line, startColumn: column, endColumn: column + length },
  };
  const logicalLocations =
    question === null ? {} : { logicalLocations: [{ name: question, kind: 'object' }] };
  return {
    ruleId: rule,
    ruleIndex: index,
    level: levels[level],
    message: { text: message },
    locations: [{ physicalLocation, ...logicalLocations }],
  };
}

/** A path as a URI: relative as paths in messages are, or a file URI for one outside the working folder. */
function uriOf(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  return file.split('/').map(encodeURIComponent).join('/');
}
