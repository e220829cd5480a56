import { sentenceOf } from '../bank/kinds/cloze.ts';
import type { Question } from '../bank/question.ts';
import { type Deletion, deletionsOf, inlinesOf } from '../text/tree.ts';

/** What the rules on cloze sentences look at. */
interface Cloze {
  readonly deletions: readonly Deletion[];
  /** True when a "{{" is never closed. */
  readonly isOpen: boolean;
}

/** The deletions of a cloze question; undefined for any other kind. */
export function clozeOf(question: Question): Cloze | undefined {
  if (question.kind !== 'cloze') return undefined;
  const sentence = sentenceOf(question);
  const isOpen = inlinesOf(sentence).some((node) => node.type === 'text' && node.text.includes('{{'));
  return { deletions: deletionsOf(sentence), isOpen };
}
