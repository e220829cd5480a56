import { sentenceOf } from '../bank/kinds/cloze.ts';
import type { ClozeQuestion, Question } from '../bank/question.ts';
import { once } from '../text/once.ts';
import { type Deletion, deletionsOf, inlinesOf } from '../text/tree.ts';

/** What the rules on cloze sentences look at. */
export interface Cloze {
  readonly deletions: readonly Deletion[];
  /** True when a "{{" is never closed. */
  readonly isOpen: boolean;
}

function readCloze(question: ClozeQuestion): Cloze {
  const sentence = sentenceOf(question);
  const isOpen = inlinesOf(sentence).some((node) => node.type === 'text' && node.text.includes('{{'));
  return { deletions: deletionsOf(sentence), isOpen };
}

/** Reads what a question leaves out, once each; undefined for any kind but cloze. */
export function clozeReader(): (question: Question) => Cloze | undefined {
  const read = once(readCloze, new Map());
  return (question) => (question.kind === 'cloze' ? read(question) : undefined);
}
