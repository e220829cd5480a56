import type { Bank } from '../bank/bank.ts';
import { type Diagnostic, inReadingOrder, pointAt } from '../bank/diagnostic.ts';
import type { Finding } from '../bank/finding.ts';
import type { BankFiles, Loaded } from '../bank/load.ts';
import { answered, type Question } from '../bank/question.ts';
import { mediaOf } from '../bank/texts.ts';
import { once } from '../text/once.ts';
import { ask, type RuleId, ruleOf } from './catalogue.ts';
import { clozeReader } from './cloze.ts';
import { type Places, placesOf } from './places.ts';
import { checkQuizzes } from './quizzes.ts';
import type { Rule } from './rule.ts';
import { checkWaivers, isWaived } from './waivers.ts';

/**
 * Every problem of a bank that can be found without building it, in reading order.
 * @param targets the names of all targets there are, of which a bank may name some
 */
export function checkBank(loaded: Loaded, targets: readonly string[]): Diagnostic[] {
  const { bank, diagnostics, questionCount, files, read } = loaded;
  const places = placesOf(files, read.questions);
  const material = {
    ...places,
    files,
    bank,
    quizzes: read.quizzes,
    targets,
    mediaOf: once(mediaOf, new Map()),
    clozeOf: clozeReader(),
  };
  const isComplete = answered(read.questions).length === questionCount;
  const ofQuestions = ask((rule, sayOf) => {
    let asked: Question | undefined;
    const say = sayOf(() => (asked ? places.whereIs(asked) : {}));
    rule.bank?.(material, say);
    if (rule.question) for (asked of places.questions) rule.question(asked, say, material);
  });
  const findings = [...ofQuestions, ...(bank ? checkQuizzes(bank, isComplete) : [])];
  const isIdle = (rule: Rule, question: Question): boolean => {
    if (!bank || !isComplete || !(rule.question ?? rule.bank ?? rule.quiz)) return false;
    return rule.isMuted ? !rule.isMuted(question, bank) : isSilent(rule, question, findings, places);
  };
  const said = [...findings, ...checkWaivers(places, isIdle)];
  return inReadingOrder([...diagnostics, ...pointed(said, places)]);
}

/** A rule that printing has tried on these questions, by their ids. */
export interface Tried {
  readonly rule: RuleId;
  readonly questions: readonly string[];
}

/**
 * What printing a bank has brought, as `checkBank` says what it has found itself.
 * @param tried the rules of which a waiver is idle where they have found nothing
 */
export function checkPrinted(
  { questions }: Pick<Bank, 'questions'>,
  files: BankFiles,
  findings: readonly Finding<RuleId>[],
  tried: readonly Tried[] = [],
): Diagnostic[] {
  const places = placesOf(files, questions);
  const isIdle = ({ id }: Rule, question: Question): boolean =>
    tried.some((each) => each.rule === id && each.questions.includes(question.id)) &&
    isSilent({ id }, question, findings, places);
  const idle = checkWaivers(places, isIdle, (waiver) => waiver.isIdle);
  return inReadingOrder(pointed([...findings, ...idle], places));
}

const isSilent = (
  { id }: Pick<Rule, 'id'>,
  question: Question,
  findings: readonly Finding[],
  { questionOf }: Places,
): boolean => !findings.some((finding) => finding.rule === id && questionOf(finding) === question);

/** Findings as diagnostics, but for those that are waived: nothing else applies waivers, or looks for places. */
const pointed = (findings: readonly Finding<RuleId>[], places: Places): Diagnostic[] =>
  findings
    .filter((finding) => !isWaived(finding, places))
    .map((finding) => {
      const { file, range } = places.locate(finding);
      return pointAt(file, range, finding, ruleOf(finding.rule).level);
    });
