import { emptyRow, type MathsNode, type Scripts } from './node.ts';
import type { Read, Tex, TexOf, TexScripts } from './temml.ts';

/** x_1^2, and what is built alike: the limits of a sum, the note at a brace, \overset. */
export function scriptsOf(tex: TexScripts, read: Read): MathsNode {
  const { base, sup, sub } = tex;
  const c = baseOf(base, read);
  if (base?.type === 'horizBracket' && c.t === 'along') {
    const note = base.isOver ? sup : sub;
    if (note && !(sup && sub)) return { ...c, n: read(note) };
  }
  return { t: 'scripts', c, ...both(tex, read), limits: limitsOf(tex) };
}

/** What is raised and what is lowered at a base. */
const both = ({ sup, sub }: Pick<TexScripts, 'sup' | 'sub'>, read: Read): Pick<Scripts, 'sup' | 'sub'> => ({
  sup: sup ? read(sup) : undefined,
  sub: sub ? read(sub) : undefined,
});

/** \overset and \stackrel wrap their base in an operator that they do not mean. */
const baseOf = (base: TexScripts['base'], read: Read): MathsNode =>
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
  const { base, isSideset } = tex;
  const { sup, sub } = both(tex.prescripts ?? {}, read);
  const before = isSideset ? { presup: sup, presub: sub } : { presup: sub, presub: sup };
  return { t: 'scripts', c: read(base), ...before, ...both(tex.postscripts ?? {}, read) };
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
  const { sup, sub } = first as TexScripts;
  const number = (script: Tex | null | undefined) =>
    script ? read(bodyOf(script).map((one) => (one.type === 'hphantom' ? one.body : one))) : undefined;
  const own: Partial<TexScripts> = element?.type === 'supsub' ? element : { base: element };
  return { t: 'scripts', c: read(own.base), presup: number(sup), presub: number(sub), ...both(own, read) };
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
export const nothing: MathsNode = { t: 'class', k: 'normal', c: emptyRow };
