import { parseMarkdown } from '../../text/markdown.ts';
import { inlineText } from '../../text/plain.ts';
import { deletionsOf, eachInline } from '../../text/tree.ts';
import type { ClozeQuestion } from '../question.ts';
import { text } from '../shape.ts';
import { defineKind } from './kind.ts';

/** Anki makes cards for the cloze numbers 1 to 500 (`cards.rs`). */
const mostNumbers = 500;

const deletions = (question: ClozeQuestion) =>
  deletionsOf(parseMarkdown(question.prompt, { deletions: true }));

/** A sentence with words left out. */
export const cloze = defineKind<ClozeQuestion>()({
  kind: 'cloze',
  head: 'cloze',
  about: 'a sentence with {{deletions}}',
  shape: {
    cloze: text('The sentence; `{{words}}` are left out, `{{words::hint}}` with a hint.'),
  },
  points: (question) => Math.max(1, deletions(question).length),
  minutes: () => 1,
  build: () => ({}),
  texts: () => [],
  check(question, report) {
    const tree = parseMarkdown(question.prompt, { deletions: true });
    eachInline(tree, (node) => {
      if (node.type === 'text' && node.text.includes('{{')) {
        const message = 'a "{{" is never closed; write "}}" where the deletion ends';
        report(['cloze'], 'open-deletion', message, { find: '{{' });
      }
    });
    const found = deletionsOf(tree);
    if (found.length === 0) {
      report(['cloze'], 'no-deletion', 'nothing is left out; put {{ }} around the words to recall');
    }
    for (const deletion of found) {
      if (inlineText(deletion.children).trim() === '') {
        report(
          ['cloze'],
          'empty-deletion',
          'a deletion is empty; write the words to recall between {{ and }}',
          { find: '{{' },
        );
      }
      const { number } = deletion;
      if (number !== undefined && (number < 1 || number > mostNumbers)) {
        const message = `deletion numbers go from c1 to c${mostNumbers}, not c${number}`;
        report(['cloze'], 'deletion-number', message, { find: `c${number}::` });
      }
    }
  },
});
