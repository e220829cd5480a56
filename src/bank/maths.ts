import { parseMarkdown } from '../text/markdown.ts';
import { parseMaths } from '../text/maths.ts';
import { eachInline } from '../text/tree.ts';
import type { Report } from './kinds/kind.ts';
import type { Question } from './question.ts';
import { textsOf } from './texts.ts';

/** Formulas that cannot be printed. A question that never goes to paper may use whatever Anki's MathJax knows. */
export function checkMaths(question: Question, report: Report): void {
  if (!question.targets.includes('quiz')) return;
  for (const [path, source] of textsOf(question)) {
    if (!source.includes('$')) continue;
    eachInline(parseMarkdown(source, { deletions: question.kind === 'cloze' }), (node) => {
      if (node.type !== 'math') return;
      const maths = parseMaths(node.tex, node.display);
      if (!('error' in maths)) return;
      const message = `this formula cannot be printed: ${maths.error.message}`;
      const words = maths.error.at === undefined ? node.tex : node.tex.slice(maths.error.at);
      report(path, 'bad-maths', message, { find: words });
    });
  }
}
