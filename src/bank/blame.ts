import type { Bank } from './bank.ts';
import type { Finding } from './finding.ts';
import { eachQuestion, type Question } from './question.ts';

/** What is wrong with a text or a file name, before it is known which question has it. */
export interface Unblamed<Id extends string = string> extends Finding<Id> {
  readonly words: { readonly find: string };
}

/** Gives each finding the first question of the bank that has its words; a title or a name may, and then none does. */
export function blame<Id extends string>(bank: Bank, findings: readonly Unblamed<Id>[]): Unblamed<Id>[] {
  if (findings.length === 0) return [];
  const texts = eachQuestion(bank.questions).map((question) => ({ id: question.id, text: textOf(question) }));
  return findings.map((finding) => {
    const found = texts.find(({ text }) => text.includes(JSON.stringify(finding.words.find).slice(1, -1)));
    return found ? { ...finding, question: found.id } : finding;
  });
}

/** All that a question says; the questions on a passage say their own. */
const textOf = (question: Question): string =>
  JSON.stringify(question, (key, value) => (key === 'questions' || key === 'id' ? undefined : value));
