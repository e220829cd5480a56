import type { Bank } from './bank.ts';
import type { QuizFinding } from './finding.ts';
import { eachQuestion, type Question } from './question.ts';

/** What is wrong with one text or file name, before it is known which question has it. */
export interface Unprintable extends QuizFinding {
  readonly mention: string;
}

/** Gives each finding the first question of the bank that mentions it; a title or a name may, and then none does. */
export function blame<Finding extends Unprintable>(bank: Bank, findings: readonly Finding[]): Finding[] {
  if (findings.length === 0) return [];
  const texts = eachQuestion(bank.questions).map((question) => ({ id: question.id, text: textOf(question) }));
  return findings.map((finding) => {
    const found = texts.find(({ text }) => text.includes(JSON.stringify(finding.mention).slice(1, -1)));
    return found ? { ...finding, question: found.id } : finding;
  });
}

/** All that a question says; the questions on a passage say their own. */
const textOf = (question: Question): string =>
  JSON.stringify(question, (key, value) => (key === 'questions' || key === 'id' ? undefined : value));
