import type { Question } from '../bank/question.ts';
import { parseMarkdown } from '../text/markdown.ts';
import { type Deletion, deletionsOf, inlinesOf } from '../text/tree.ts';

/** What the rules on cloze sentences look at. */
interface Cloze {
  readonly deletions: readonly Deletion[];
  /** True when a "{{" is never closed. */
  readonly isOpen: boolean;
}

const read = new WeakMap<Question, Cloze>();

/** The deletions of a cloze question, read once for all rules; undefined for any other kind. */
export function clozeOf(question: Question): Cloze | undefined {
  if (question.kind !== 'cloze') return undefined;
  const known = read.get(question);
  if (known) return known;
  const tree = parseMarkdown(question.prompt, { deletions: true });
  const isOpen = inlinesOf(tree).some((node) => node.type === 'text' && node.text.includes('{{'));
  const cloze = { deletions: deletionsOf(tree), isOpen };
  read.set(question, cloze);
  return cloze;
}
