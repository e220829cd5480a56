import type { Finding } from '../bank/finding.ts';
import type { Question } from '../bank/question.ts';
import { ask, findRule, isError, type RuleId, ruleIds } from './catalogue.ts';
import type { Places } from './places.ts';
import type { Rule, Waiver } from './rule.ts';

/** True when the question that a finding is about switches its rule off; an error cannot be switched off. */
export function isWaived(finding: Finding<RuleId>, { questionOf }: Places): boolean {
  const question = questionOf(finding);
  return question !== undefined && !isError(finding) && Object.hasOwn(question.waive, finding.rule);
}

/**
 * What is wrong with the waivers of a bank.
 * @param isIdle true for a rule that was asked, and has nothing to say of the question
 * @param isMeant which waivers to look at
 */
export const checkWaivers = (
  { questions, whereIs }: Places,
  isIdle: (rule: Rule, question: Question) => boolean,
  isMeant: (waiver: Waiver) => boolean = () => true,
): Finding<RuleId>[] =>
  questions.flatMap((question) =>
    Object.keys(question.waive).flatMap((name) => {
      const rule = findRule(name);
      const waiver = { name, rule, isIdle: rule !== undefined && isIdle(rule, question), names: ruleIds };
      if (!isMeant(waiver)) return [];
      const place = { ...whereIs(question), path: ['waive'], words: { find: name } };
      return ask((each, sayOf) =>
        each.waiver?.(
          waiver,
          sayOf(() => place),
        ),
      );
    }),
  );
