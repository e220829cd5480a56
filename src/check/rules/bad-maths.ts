import type { Use } from '../../bank/question.ts';
import { inlinesIn } from '../../bank/texts.ts';
import { endingElsewhere } from '../../text/maths/end.ts';
import { reachingOut } from '../../text/maths/reach.ts';
import { type MathsError, parseMaths } from '../../text/maths.ts';
import type { Inline } from '../../text/tree.ts';
import { error } from '../rule.ts';

export const badMaths = error('bad-maths', 'A formula that cannot be printed.', {
  question(question, say) {
    for (const [path, nodes] of inlinesIn(question, '$')) {
      for (const node of nodes) {
        if (node.type !== 'math') continue;
        const wrong = problemOf(node, question.uses);
        if (!wrong) continue;
        const { at, message } = wrong;
        const find = at === undefined ? node.tex : node.tex.slice(at);
        say({ path, words: { find } }, message);
      }
    }
  },
});

/** What keeps a formula off paper or a card; one that is never printed may use whatever else Anki's MathJax knows. */
function problemOf(
  { tex, display }: Extract<Inline, { type: 'math' }>,
  uses: readonly Use[],
): MathsError | undefined {
  const read = uses.includes('quiz') ? parseMaths(tex, display) : undefined;
  if (read && 'error' in read) {
    const { at, message } = read.error;
    return { at, message: `this formula cannot be printed: ${message}` };
  }
  const reaching = reachingOut(tex);
  if (reaching) {
    const { at, command, does } = reaching;
    return {
      at,
      message: `this formula cannot stand on a card: ${command} ${does}, and a formula only shows something`,
    };
  }
  const ending = uses.includes('anki') ? endingElsewhere(tex, display) : undefined;
  return ending && { at: ending.at, message: `this formula cannot stand on a card: ${ending.why}` };
}
