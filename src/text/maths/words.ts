import { type MathsNode, nodesOf, rowOf, type TextFace } from './node.ts';
import { merged } from './signs.ts';
import { glyph } from './temml.ts';

/** A character within \text. */
export const textSign = (text: string): MathsNode => ({
  t: 'text',
  s: text === "'" ? '’' : glyph(text, 'text'),
});

const faces: Readonly<Record<string, TextFace>> = {
  '\\textbf': 'bold',
  '\\textit': 'italic',
  '\\emph': 'italic',
  '\\texttt': 'mono',
};

/** What stands in \textbf and its like; the innermost command decides. */
export function faced(node: MathsNode, command: string | undefined): MathsNode {
  const f = command === undefined ? undefined : faces[command];
  if (!f) return node;
  return rowOf(nodesOf(node).map((one) => (one.t === 'text' && !one.f ? { ...one, f } : one)));
}

/** A letter with an accent, within \text. */
export function accentedText(base: MathsNode, mark: string): MathsNode {
  return base.t === 'text' ? { ...base, s: (base.s + mark).normalize('NFC') } : base;
}

/** Letters and digits side by side as one word, as in \mathrm{kg}. */
export function worded(node: MathsNode): MathsNode {
  const words = nodesOf(node).map((one): MathsNode => (isLetter(one) ? { t: 'word', s: one.s } : one));
  return rowOf(merged(words));
}

const isLetter = (node: MathsNode): node is Extract<MathsNode, { t: 'sign' | 'number' }> =>
  node.t === 'number' || (node.t === 'sign' && !node.k);
