import type { ParagraphChild } from 'docx';
import { isEmpty, type MathsNode } from '../../text/maths/node.ts';
import { type Draw, type Face, mathsRun, nothing, of, space, wordsRun } from './omml-run.ts';
import { scripts } from './omml-scripts.ts';
import { along, arrow, fence, table } from './omml-shapes.ts';
import { element, part, properties, type Xml } from './xml.ts';

/**
 * A formula as Word's own (Office Math Markup, ECMA-376 part 1, chapter 22.1), which a teacher can edit in Word. What it
 * has no word for comes as near as it can: lines within a table as bars over the cells, sizes of brackets not at all.
 */
export const formula = (node: MathsNode): ParagraphChild =>
  // The library knows no type for an element of one's own, but writes it as it stands.
  element('m:oMath', {}, drawn(node, {})) as unknown as ParagraphChild;

/** A formula on a line of its own. */
export const displayed = (node: MathsNode): ParagraphChild =>
  element('m:oMathPara', {}, [formula(node) as unknown as Xml]) as unknown as ParagraphChild;

function drawn(node: MathsNode, face: Face): Xml[] {
  const drawer = drawers[node.t] as (node: MathsNode, draw: Draw, face: Face) => Xml | Xml[];
  return [drawer(node, (inner) => drawn(inner, face), face)].flat();
}

type Drawers = {
  readonly [Type in MathsNode['t']]: (
    node: Extract<MathsNode, { t: Type }>,
    draw: Draw,
    face: Face,
  ) => Xml | Xml[];
};

/** How each node of a formula is drawn. */
const drawers: Drawers = {
  row: ({ c }, _, face) => row(c, face),
  // As words, for LibreOffice takes a lone bar for an operator that lacks its other side.
  sign: ({ s }, _, face) => (/^[|‖]$/.test(s) ? wordsRun(s) : mathsRun(s, face)),
  number: ({ s }, _, face) => mathsRun(s, face),
  word: ({ s }, _, face) => mathsRun(s, upright(face)),
  text: ({ s, f }) => wordsRun(s, f),
  primes: ({ n }, _, face) => mathsRun('′'.repeat(n), face),
  space: ({ w, u }) => space(u === 'em' ? w : w / 11),
  break: () => part('m:r', [element('w:br')]),
  operator: ({ c }, _, face) => drawn(c, upright(face)),
  // Nothing, with the class of a letter, keeps the distance of the sign after it.
  class: ({ c }, draw) => (isEmpty(c) ? nothing() : draw(c)),
  style: ({ c }, draw) => draw(c),
  font: ({ c, f }, _, face) => drawn(c, { ...face, font: f }),
  colour: ({ c, s }, _, face) => drawn(c, { ...face, colour: s.replace('#', '') }),
  middle: ({ s }) => wordsRun(s),
  delimiter: ({ s }) => wordsRun(s),
  deeper: () => [],
  rule: ({ w, h }, _, face) => (w > 0 && h > 0 ? mathsRun('_'.repeat(Math.ceil(w * 2)), face) : []),
  fraction: ({ a, b }, draw) => part('m:f', [of('num', a, draw), of('den', b, draw)]),
  binomial: ({ a, b }, draw) => {
    const bare = properties('m:fPr', { 'm:type': 'noBar' });
    return part('m:d', [part('m:e', [part('m:f', [bare, of('num', a, draw), of('den', b, draw)])])]);
  },
  root: ({ c, n }, draw) => {
    const index = n ? [of('deg', n, draw)] : [properties('m:radPr', { 'm:degHide': '1' }), part('m:deg', [])];
    return part('m:rad', [...index, of('e', c, draw)]);
  },
  scripts,
  accent: ({ c, s }, draw) => part('m:acc', [properties('m:accPr', { 'm:chr': s }), of('e', c, draw)]),
  along,
  cancel: ({ c, how }, draw) =>
    part('m:borderBox', [properties('m:borderBoxPr', { ...openBox, ...strikes[how] }), of('e', c, draw)]),
  frame: ({ c }, draw) => part('m:borderBox', [of('e', c, draw)]),
  fence,
  arrow,
  table,
  room: ({ c, wide }, draw) => {
    const flat: Record<string, string> = wide ? {} : { 'm:zeroWid': '1' };
    return part('m:phant', [properties('m:phantPr', { 'm:show': '0', ...flat }), of('e', c, draw)]);
  },
};

/** Upright, unless an alphabet is asked for. */
const upright = (face: Face): Face => ({ font: 'upright', ...face });

/** A box without its four sides. */
const openBox = { 'm:hideTop': '1', 'm:hideBot': '1', 'm:hideLeft': '1', 'm:hideRight': '1' };

const strikes = {
  up: { 'm:strikeBLTR': '1' },
  down: { 'm:strikeTLBR': '1' },
  cross: { 'm:strikeBLTR': '1', 'm:strikeTLBR': '1' },
  through: { 'm:strikeH': '1' },
} as const;

/** Nodes side by side; Word leaves no room around a function's name by itself. */
function row(given: readonly MathsNode[], face: Face): Xml[] {
  const nodes = withBases(given);
  const isName = (node: MathsNode | undefined): boolean =>
    node?.t === 'operator' || (node?.t === 'scripts' && isName(node.c));
  const isOpen = (node: MathsNode) =>
    node.t === 'fence' || (node.t === 'sign' && node.k !== undefined) || node.t === 'space';
  return nodes.flatMap((node, at) => {
    const before = nodes[at - 1];
    const beside = before !== undefined && !isOpen(before) && (isName(node) || isName(before));
    const after = isName(before) && !isOpen(node);
    return [...(beside || after ? space(0.17) : []), ...drawn(node, face)];
  });
}

/** Scripts that stand behind nothing, as in \ce{H2}, belong to what they follow: Word draws a box for an empty base. */
function withBases(nodes: readonly MathsNode[]): MathsNode[] {
  const found: MathsNode[] = [];
  for (const node of nodes) {
    const before = found.at(-1);
    const bare = node.t === 'scripts' && isEmpty(node.c) && !node.presup && !node.presub;
    if (bare && before && before.t !== 'space') found[found.length - 1] = { ...node, c: before };
    else found.push(node);
  }
  return found;
}
