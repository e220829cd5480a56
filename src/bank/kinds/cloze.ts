import { parseMarkdown } from '../../text/markdown.ts';
import { inlineText, toPlain } from '../../text/plain.ts';
import { deletionsOf, eachInline } from '../../text/tree.ts';
import { text } from '../fields/shape.ts';
import type { ClozeQuestion } from '../question.ts';
import { defineKind, type Report } from './kind.ts';

/** Anki makes cards for the cloze numbers 1 to 500 (`cards.rs`). */
const mostNumbers = 500;

const sentence = ({ prompt }: ClozeQuestion) => parseMarkdown(prompt, { deletions: true });

const deletions = (question: ClozeQuestion) => deletionsOf(sentence(question));

/** A sentence with words left out. */
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
    const prompt = sentence(question);
    return { t: 'gaps', prompt, gaps: deletionsOf(prompt) };
  },
  telling: (question) => deletions(question).map(({ children }) => inlineText(children)),
  stems: (question) => [toPlain(sentence(question), () => ' | ')],
  texts: () => [],
  check: checkDeletions,
});

/** Braces with nothing to recall between them. */
const emptyBraces = /\{\{\s*(?:c\d{1,4}::)?\s*(?:::[^}]*)?\}\}/;

function checkDeletions(question: ClozeQuestion, report: Report): void {
  const tree = parseMarkdown(question.prompt, { deletions: true });
  let open = false;
  eachInline(tree, (node) => {
    open ||= node.type === 'text' && node.text.includes('{{');
  });
  if (open) {
    const message = 'a "{{" is never closed; write "}}" where the deletion ends';
    report(['cloze'], 'open-deletion', message, { find: '{{', nth: -1 });
  }
  const found = deletionsOf(tree);
  if (found.length === 0 && !open) {
    report(['cloze'], 'no-deletion', 'nothing is left out; put {{ }} around the words to recall');
  }
  const empty = found.filter(({ children }) => inlineText(children).trim() === '');
  for (const nth of empty.keys()) {
    const message = 'a deletion is empty; write the words to recall between {{ and }}';
    report(['cloze'], 'empty-deletion', message, { find: emptyBraces, nth });
  }
  const numbers = new Set(found.map(({ number = 1 }) => number));
  for (const number of numbers) {
    if (number >= 1 && number <= mostNumbers) continue;
    const message = `deletion numbers go from c1 to c${mostNumbers}, not c${number}`;
    report(['cloze'], 'deletion-number', message, { find: `c${number}::` });
  }
}
