import { parseText } from './markdown.ts';
import type { Inline, Tree } from './tree.ts';

/** What a deletion reads as, by its place among the text's deletions; its answer by default. */
type DeletionText = (index: number) => string;

/**
 * A tree as one line of plain text, for titles, answers.json, ids and word counts: marks gone, blocks and lines joined by
 * a space. What is raised or lowered stays so, in Unicode's signs: "10³", "H₂O"; where there is none, "x^(q)", "x_(q)".
 */
export function toPlain(tree: Tree, deletion?: DeletionText): string {
  const parts = tree.flatMap((block): string[] => {
    if (block.type === 'paragraph') return [inlineText(block.children, deletion)];
    if (block.type === 'list') return block.items.map((item) => toPlain(item, deletion));
    if (block.type === 'table') return block.rows.flat().map((cell) => inlineText(cell, deletion));
    return [block.text];
  });
  return parts.join(' ').replace(/\s+/g, ' ').trim();
}

/** Markdown as one line of plain text. */
export const plainText = (markdown: string): string => toPlain(parseText(markdown));

/** A tree for one line, such as a title: what is no paragraph in it stands there as plain text. */
export const lineOf = (tree: Tree): Inline[] =>
  tree.flatMap((block, at): Inline[] => {
    const nodes: readonly Inline[] =
      block.type === 'paragraph' ? block.children : [{ type: 'text', text: toPlain(tree) }];
    return at === 0 ? [...nodes] : [{ type: 'text', text: ' ' }, ...nodes];
  });

/** Inline nodes as plain text, as `toPlain` writes it. */
export const inlineText = (nodes: readonly Inline[], deletion?: DeletionText): string =>
  textOf(nodes, deletion, {
    sup: (text) => shifted(text, raised, '^'),
    sub: (text) => shifted(text, lowered, '_'),
  });

/**
 * Inline nodes as their letters alone: `10^3^` is "103". By it the lock file knows the parts of a cloze again, so it must
 * never change.
 */
export const bareText = (nodes: readonly Inline[]): string =>
  textOf(nodes, undefined, { sup: (text) => text, sub: (text) => text });

type Shift = Readonly<Record<'sup' | 'sub', (text: string) => string>>;

function textOf(nodes: readonly Inline[], deletion: DeletionText | undefined, shift: Shift): string {
  const inner = (node: Inline): string => {
    switch (node.type) {
      case 'text':
      case 'code':
        return node.text;
      case 'math':
        return node.tex;
      case 'image':
        return node.alt;
      case 'break':
        return ' ';
      case 'sup':
      case 'sub':
        return shift[node.type](textOf(node.children, deletion, shift));
      case 'deletion':
        return deletion ? deletion(node.index) : textOf(node.children, undefined, shift);
      default:
        return textOf(node.children, deletion, shift);
    }
  };
  return nodes.map(inner).join('');
}

const raised = signs(
  '0123456789+-−=()abcdefghijklmnoprstuvwxyz',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ',
);
const lowered = signs('0123456789+-−=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ');

function signs(plain: string, shiftedSigns: string): ReadonlyMap<string, string> {
  const others = [...shiftedSigns];
  return new Map([...plain].map((sign, at) => [sign, others[at] ?? sign]));
}

/** A text in raised or lowered signs, or in brackets behind a mark where one of its characters has none. */
function shifted(text: string, to: ReadonlyMap<string, string>, mark: string): string {
  const characters = [...text];
  if (characters.every((character) => to.has(character)))
    return characters.map((character) => to.get(character)).join('');
  return `${mark}(${text})`;
}
