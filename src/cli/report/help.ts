import { readFileSync } from 'node:fs';
import { ownVersion } from '../programs.ts';

const page = (rule: string): string => `docs/diagnostics/${rule}.md`;

/**
 * Names a rule's page wherever the package is kept: a package URL (ECMA-427) with the path inside the package, for
 * SARIF takes absolute URIs only.
 */
export const helpUri = (rule: string): string => `pkg:npm/rectoverso@${ownVersion()}#${page(rule)}`;

/** A rule's page, which the package brings along, as SARIF wants it. */
export function helpPage(rule: string): { text: string; markdown: string } {
  const markdown = readFileSync(new URL(`../../../${page(rule)}`, import.meta.url), 'utf8');
  return { text: markdown, markdown };
}
