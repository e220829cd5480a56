import { parseMarkdown } from '../../text/markdown.ts';
import { once } from '../../text/once.ts';
import { inlineText, toPlain } from '../../text/plain.ts';
import { deletionsOf } from '../../text/tree.ts';
import { text } from '../fields/shape.ts';
import type { ClozeQuestion } from '../question.ts';
import { defineKind } from './kind.ts';

/** The sentence with its deletions, read once for all who ask. */
export const sentenceOf = once(
  ({ prompt }: ClozeQuestion) => parseMarkdown(prompt, { deletions: true }),
  new WeakMap(),
);

const deletions = (question: ClozeQuestion) => deletionsOf(sentenceOf(question));

export const cloze = defineKind<ClozeQuestion>()({
  kind: 'cloze',
  head: 'cloze',
  about: 'a sentence with {{deletions}}',
  shape: {
    cloze: text('The sentence; `{{words}}` are left out, `{{words::hint}}` with a hint.').meta({
      examples: ['Most coasts have {{two::how many?}} high waters a day.'],
    }),
  },
  points: (question) => Math.max(1, deletions(question).length),
  minutes: () => 1,
  build: () => ({}),
  task: (question) => {
    const prompt = sentenceOf(question);
    return { t: 'gaps', prompt, gaps: deletionsOf(prompt) };
  },
  telling: (question) => deletions(question).map(({ children }) => inlineText(children)),
  stems: (question) => [toPlain(sentenceOf(question), () => ' | ')],
  texts: () => [],
});
