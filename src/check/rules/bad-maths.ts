import { textsOf } from '../../bank/texts.ts';
import { parseMarkdown } from '../../text/markdown.ts';
import { parseMaths } from '../../text/maths.ts';
import { inlinesOf } from '../../text/tree.ts';
import { error } from '../rule.ts';

export const badMaths = error('bad-maths', 'A formula that cannot be printed.', {
  // A question that never goes to paper may use whatever Anki's MathJax knows.
  question(question, say) {
    if (!question.uses.includes('quiz')) return;
    for (const [path, source] of textsOf(question)) {
      if (!source.includes('$')) continue;
      inlinesOf(parseMarkdown(source, { deletions: question.kind === 'cloze' })).forEach((node) => {
        if (node.type !== 'math') return;
        const maths = parseMaths(node.tex, node.display);
        if (!('error' in maths)) return;
        const { at, message } = maths.error;
        const find = at === undefined ? node.tex : node.tex.slice(at);
        say({ path, words: { find } }, `this formula cannot be printed: ${message}`);
      });
    }
  },
});
