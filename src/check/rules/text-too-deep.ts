import { textsOf } from '../../bank/texts.ts';
import { parseMarkdown } from '../../text/markdown.ts';
import { mathsDepth } from '../../text/maths.ts';
import { depthOf } from '../../text/tree.ts';
import { error } from '../rule.ts';

/** More is beyond what Typst follows: its functions call each other 80 deep, and some of that the paper takes. */
const deepest = 55;

/** Each list, mark or formula begins with one of these; none adds more than a list. */
const signs = /[*_~^$[\\{]|[-+.)]\s/g;
const mostAdded = 5;

export const textTooDeep = error(
  'text-too-deep',
  'Lists within lists, or marks within marks, too deep to be printed.',
  {
    question(question, say) {
      for (const [path, source] of textsOf(question)) {
        if ((source.match(signs)?.length ?? 0) * mostAdded <= deepest) continue;
        const tree = parseMarkdown(source, { deletions: question.kind === 'cloze' });
        if (depthOf(tree, mathsDepth) <= deepest) continue;
        const message =
          'lists or marks stand within each other too deeply to be printed; write some beside each other';
        say({ path }, message);
      }
    },
  },
);
