import type { Finding, Where } from '../bank/finding.ts';
import { present } from '../text/present.ts';
import type { Rule, Say } from './rule.ts';
import { rules } from './rules/index.ts';

/** The name of a rule: "unknown-field". */
export type RuleId = (typeof rules)[number]['id'];

/** The rules' names, in the order of the index in docs/diagnostics. */
export const ruleIds: readonly RuleId[] = rules.map(({ id }) => id);

const all: readonly Rule<RuleId>[] = rules;
const byId: ReadonlyMap<string, Rule> = new Map(all.map((rule) => [rule.id, rule]));

export const isRule = (word: string): word is RuleId => byId.has(word);

/** The rule of this name; undefined when there is none. */
export const findRule = (name: string): Rule | undefined => byId.get(name);

/**
 * The rule that something was found by.
 * @throws {Error} when there is none of this name
 */
export const ruleOf = (name: string): Rule => present(byId.get(name), `rule "${name}"`);

/** True for what stops a build. */
export const isError = ({ rule }: { readonly rule: string }): boolean => ruleOf(rule).level === 'error';

/** What the rules say, each asked by `put`; what `sayOf` makes speaks of the subject or of a place inside it. */
export function ask(
  put: (rule: Rule<RuleId>, sayOf: (subject: () => Where) => Say) => void,
): Finding<RuleId>[] {
  const findings: Finding<RuleId>[] = [];
  for (const rule of all) {
    put(rule, (subject) => (where, message) => {
      findings.push({ rule: rule.id, message, ...subject(), ...where });
    });
  }
  return findings;
}
