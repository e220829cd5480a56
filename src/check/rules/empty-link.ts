import type { Quiz } from '../../bank/bank.ts';
import { inlinesIn } from '../../bank/texts.ts';
import type { Path } from '../../bank/yaml/path.ts';
import { parseText } from '../../text/markdown.ts';
import { type Inline, inlinesOf } from '../../text/tree.ts';
import { error, type Say } from '../rule.ts';

/** A link as it is written with nothing between its brackets, or behind them. */
const written = /(?<!!)\[\s*\]\([^)]*\)|\[[^\]]*\]\(\s*(?:<\s*>\s*)?\)/;

export const emptyLink = error('empty-link', 'A link without words or without an address.', {
  question(question, say) {
    for (const [path, nodes] of inlinesIn(question, '](')) sayOf(nodes, path, say);
  },
  bank({ quizzes }, say) {
    for (const [nth, quiz] of quizzes.entries()) {
      const same = quizzes.slice(0, nth).filter(({ id }) => id === quiz.id).length;
      const inQuiz: Say = (where, message) => say({ quiz: quiz.id, nth: same, ...where }, message);
      for (const [path, text] of textsOf(quiz)) sayOf(inlinesOf(parseText(text)), path, inQuiz);
    }
  },
});

function sayOf(nodes: readonly Inline[], path: Path, say: Say): void {
  let nth = 0;
  for (const node of nodes) {
    if (node.type !== 'link' || (node.href !== '' && isSeen(node.children))) continue;
    const message =
      node.href === ''
        ? 'this link leads nowhere; write its address between "(" and ")", or take the brackets away'
        : 'this link has no words to be read; write them between "[" and "]"';
    say({ path, words: { find: written, nth: nth++ } }, message);
  }
}

/** True for what shows something; spaces and marks that take no room do not. */
const isSeen = (nodes: readonly Inline[]): boolean =>
  nodes.some((node) => {
    if ('children' in node) return isSeen(node.children);
    if (node.type === 'text' || node.type === 'code')
      return /[^\s\p{Default_Ignorable_Code_Point}]/u.test(node.text);
    return node.type !== 'break';
  });

/** The texts of a quiz in Markdown, each with its path in the YAML. */
const textsOf = ({ title, instructions, sections }: Quiz): readonly (readonly [Path, string])[] =>
  [
    [['title'], title] as const,
    [['instructions'], instructions] as const,
    ...sections.flatMap((section, at) => [
      [['sections', at, 'title'], section.title] as const,
      [['sections', at, 'instructions'], section.instructions] as const,
    ]),
  ].flatMap(([path, text]) => (text?.includes('](') ? [[path, text] as const] : []));
