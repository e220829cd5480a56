import { present } from '../present.ts';
import { type MathsNode, rowOf, type SignClass } from './node.ts';
import { glyph, type Size, type TexOf } from './temml.ts';

const classes: Readonly<Record<string, SignClass>> = {
  bin: 'vary',
  rel: 'relation',
  open: 'opening',
  close: 'closing',
  punct: 'punctuation',
};

/**
 * TeX's classes, "rel" of a sign and "mrel" of what behaves like one, in Typst's words. An inner atom differs from an
 * ordinary one by the thin spaces that `besideDots` adds.
 */
export const classOf = (name: string): SignClass => classes[name.replace(/^m/, '')] ?? 'normal';

/** A letter, a digit or a sign; what the maths font hardly has, such as Chinese, is text. */
export function signOf(tex: TexOf<'mathord' | 'textord'>): MathsNode {
  const s = glyph(tex.text, tex.mode);
  if (/^[0-9.]$/.test(s)) return { t: 'number', s };
  if (s === '′') return { t: 'primes', n: 1 };
  if (/^[\p{L}\p{N}]$/u.test(s)) return inMathsFont.test(s) ? { t: 'sign', s } : { t: 'text', s };
  return [...s].length === 1 ? { t: 'sign', s, k: 'normal' } : manySigns(s, 'normal');
}

/** A sign struck through that Unicode does not have by itself, or a word. Typst takes one character for a sign. */
function manySigns(s: string, k: SignClass): MathsNode {
  const struck = s.endsWith('\u0338') ? s.slice(0, -1) : '';
  if ([...struck].length !== 1) return { t: 'word', s };
  return { t: 'class', k, c: { t: 'cancel', how: 'up', c: { t: 'sign', s: struck } } };
}

const inMathsFont = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Common}ℵℶℷℸ]/u;

/**
 * A sign with a class. Temml counts ∇, ¬ and ! among the delimiters, and also an operator it takes for a sign before a
 * number; the former are ordinary, and with the latter Typst decides by itself.
 */
export function atomOf({ family, text }: TexOf<'atom'>): MathsNode {
  const s = glyph(text);
  const k = classOf(family);
  if ([...s].length > 1) return manySigns(s, k);
  if (k !== 'opening' && k !== 'closing') return { t: 'sign', s, k };
  if (/^[∇¬!?‼]$/.test(s)) return { t: 'sign', s, k: 'normal' };
  return { t: 'sign', s, k: /^[\p{Ps}\p{Pe}|‖⌜⌝⌞⌟⎰⎱]$/u.test(s) ? k : 'vary' };
}

/** Spaces that TeX names: a word space, or none where a line may or may not end. */
export const namedSpace = (text: string): MathsNode =>
  /break$/.test(text) && !text.endsWith('nobreakspace') ? rowOf([]) : { t: 'space', w: 0.3, u: 'em' };

const units: Readonly<Record<string, number>> = {
  pt: 1,
  bp: 1,
  px: 0.75,
  pc: 12,
  in: 72,
  cm: 28.35,
  mm: 2.835,
  dd: 1.07,
  cc: 12.8,
  nd: 1.07,
  nc: 12.8,
  sp: 1 / 65536,
};

/** A length in em where TeX measures by the font, else in points; at most as long as a line. */
export function lengthOf({ number, unit }: Size): { w: number; u: 'em' | 'pt' } {
  const most = (length: number, limit: number) =>
    Math.round(Math.max(-limit, Math.min(limit, length)) * 1000) / 1000;
  const ofFont: Record<string, number> = { em: 1, ex: 0.431, mu: 1 / 18 };
  const em = ofFont[unit];
  if (em) return { w: most(number * em, 40), u: 'em' };
  return { w: most(number * present(units[unit], `unit "${unit}" in TeX`), 450), u: 'pt' };
}

/** Digits side by side are one number, and letters of one word or text belong together; TeX's tree has each by itself. */
export function merged(nodes: readonly MathsNode[]): MathsNode[] {
  const found: MathsNode[] = [];
  for (const node of nodes) {
    const joined = together(found.at(-1), node);
    if (joined) found[found.length - 1] = joined;
    else found.push(node);
  }
  return found;
}

function together(last: MathsNode | undefined, node: MathsNode): MathsNode | undefined {
  if (last?.t === 'primes' && node.t === 'primes') return { t: 'primes', n: last.n + node.n };
  if (last?.t === 'text' && node.t === 'text')
    return last.f === node.f ? { ...last, s: last.s + node.s } : undefined;
  if (last?.t !== node.t || (last.t !== 'number' && last.t !== 'word')) return undefined;
  return node.t === 'number' || node.t === 'word' ? { ...last, s: last.s + node.s } : undefined;
}

/** TeX's rule: a binary operator with nothing to its right is none, as the minus in \ce{SO4^2-}. */
export function withoutLoneOperators(nodes: readonly MathsNode[]): MathsNode[] {
  return nodes.map((node, at) => {
    const next = nodes[at + 1];
    const lone = !next || (next.t === 'sign' && /^(relation|closing|punctuation)$/.test(next.k ?? ''));
    return lone && node.t === 'sign' && node.k === 'vary' ? { ...node, k: 'normal' } : node;
  });
}
