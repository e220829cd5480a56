import { type MathsNode, rowOf, type Scripts } from './node.ts';
import type { Tex, TexOf, TexScripts } from './temml.ts';

type Read = (tex: Tex | readonly Tex[] | null | undefined) => MathsNode;

/** x_1^2, and what is built alike: the limits of a sum, the note at a brace, \overset. */
export function scriptsOf(tex: TexScripts, read: Read): MathsNode {
  const { base, sup, sub } = tex;
  const c = baseOf(base, read);
  if (base?.type === 'horizBracket' && c.t === 'along') {
    const note = base.isOver ? sup : sub;
    if (note && !(sup && sub)) return { ...c, n: read(note) };
  }
  const limits = limitsOf(tex);
  return {
    t: 'scripts',
    c,
    ...(sup ? { sup: read(sup) } : {}),
    ...(sub ? { sub: read(sub) } : {}),
    ...(limits ? { limits } : {}),
  };
}

/** \overset and \stackrel wrap their base in an operator that they do not mean. */
const baseOf = (base: Tex | null, read: Read): MathsNode =>
  base?.type === 'op' && base.body && !('fromMathOp' in base) ? read(base.body) : read(base);

function limitsOf({ base, stack }: TexScripts): Scripts['limits'] | undefined {
  if (stack) return 'always';
  if (base?.type === 'operatorname')
    return base.limits ? 'always' : base.alwaysHandleSupSub ? 'display' : undefined;
  if (base?.type !== 'op' || !base.limits) return undefined;
  return base.alwaysHandleSupSub ? 'always' : 'display';
}

/** \sideset and \prescript: scripts on both sides. Temml takes \prescript's two in the wrong order (mathtools: above, below). */
export function multiscriptOf(tex: TexOf<'multiscript'>, read: Read): MathsNode {
  const { prescripts: before, postscripts: after, base, isSideset } = tex;
  const [presup, presub] = isSideset ? [before?.sup, before?.sub] : [before?.sub, before?.sup];
  return {
    t: 'scripts',
    c: read(base),
    ...(presup ? { presup: read(presup) } : {}),
    ...(presub ? { presub: read(presub) } : {}),
    ...(after?.sup ? { sup: read(after.sup) } : {}),
    ...(after?.sub ? { sub: read(after.sub) } : {}),
  };
}

/**
 * \ce{^{14}_{6}C} comes as two phantoms that carry scripts, and the element. As scripts before the element they need
 * no phantoms: the first two nodes are read for their numbers.
 */
export function isIsotope(texs: readonly Tex[], at: number): boolean {
  const [first, second, element] = texs.slice(at, at + 3);
  return element !== undefined && carries(first, 'hphantom') && carries(second, 'lap');
}

export function isotopeOf([first, , element]: readonly Tex[], read: Read): MathsNode {
  const numbers = first as TexScripts;
  const number = (script: Tex | null | undefined) =>
    read(bodyOf(script).flatMap((one) => (one.type === 'hphantom' ? [one.body] : [one])));
  const last = element as Tex;
  return {
    t: 'scripts',
    c: last.type === 'supsub' ? read(last.base) : read(last),
    ...(numbers.sup ? { presup: number(numbers.sup) } : {}),
    ...(numbers.sub ? { presub: number(numbers.sub) } : {}),
    ...(last.type === 'supsub' && last.sup ? { sup: read(last.sup) } : {}),
    ...(last.type === 'supsub' && last.sub ? { sub: read(last.sub) } : {}),
  };
}

const carries = (tex: Tex | undefined, type: 'hphantom' | 'lap'): boolean =>
  tex?.type === 'supsub' &&
  bodyOf(tex.base)[0]?.type === 'vphantom' &&
  [...bodyOf(tex.sup), ...bodyOf(tex.sub)].some((one) => one.type === type);

const bodyOf = (tex: Tex | null | undefined): readonly Tex[] => (tex?.type === 'ordgroup' ? tex.body : []);

/** The thin space on both sides of dots that stand between factors, a_1 ⋯ a_n: Typst has no inner atoms. */
export function besideDots(before: Tex | undefined, after: Tex | undefined): MathsNode[] {
  const isDots = (tex: Tex) => tex.type === 'atom' && tex.family === 'inner';
  const apart =
    before && after && ((isDots(before) && isFactor(after)) || (isFactor(before) && isDots(after)));
  return apart ? [{ t: 'space', w: 0.167, u: 'em' }] : [];
}

const isFactor = ({ type }: Tex): boolean =>
  /^(mathord|textord|supsub|font|genfrac|sqrt|leftright)$/.test(type);

/** Nothing, with the class of a letter. */
export const nothing: MathsNode = { t: 'class', k: 'normal', c: rowOf([]) };
