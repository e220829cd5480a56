import type { Bank } from '../../bank/bank.ts';
import type { Question } from '../../bank/question.ts';

/** Words as one level of a tag: lower case, hyphens for everything that is no letter or digit. */
export function slug(words: string): string {
  const parts = words
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  return parts?.join('-') ?? 'untitled';
}

/**
 * A note's tags, sorted, as a hierarchy under the bank's id: `bank::topic::wages`, `bank::level::remember`,
 * `bank::difficulty::2`, `bank::paragraph::essay::03`, `bank::retired`, and the author's own as `bank::history`.
 */
export function tagsOf(bank: Bank, question: Question): string[] {
  const own = [...bank.tags, ...question.tags];
  if (question.topic !== '') own.push(`topic::${slug(question.topic)}`);
  if (question.level) own.push(`level::${question.level}`);
  if (question.difficulty) own.push(`difficulty::${question.difficulty}`);
  if (question.retired) own.push('retired');
  for (const { source, paragraph } of question.cite) {
    if (paragraph === undefined) continue;
    const number = String(paragraph).padStart(2, '0');
    own.push(source === undefined ? `paragraph::${number}` : `paragraph::${source}::${number}`);
  }
  return [...new Set(own.map((tag) => `${bank.id}::${tag}`))].sort();
}
