import { parseMarkdown } from '../../text/markdown.ts';
import { inlineText, toPlain } from '../../text/plain.ts';
import { deletionsOf, type Tree } from '../../text/tree.ts';
import { text } from '../fields/shape.ts';
import type { ClozeQuestion } from '../question.ts';
import { defineKind } from './kind.ts';

/** The sentence with its deletions. */
export const sentenceOf = ({ prompt }: ClozeQuestion): Tree => parseMarkdown(prompt, { deletions: true });

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
