import type { ParagraphChild } from 'docx';
import { isEmpty, type MathsNode } from '../../text/maths/node.ts';
import { argument, type Face, mathsRun, nothing, of, plainFace, space, wordsRun } from './omml-run.ts';
import { scripts } from './omml-scripts.ts';
import { along, arrow, fence, table } from './omml-shapes.ts';
import { element, part, properties, type Xml } from './xml.ts';

/**
 * A formula as Word's own (Office Math Markup, ECMA-376 part 1, chapter 22.1), which a teacher can edit in Word. What it
 * has no word for comes as near as it can: lines within a table as bars over the cells, sizes of brackets not at all.
 */
export const formula = (node: MathsNode): ParagraphChild =>
  // The library knows no type for an element of one's own, but writes it as it stands.
  element('m:oMath', {}, drawn(node, plainFace)) as unknown as ParagraphChild;

/** A formula on a line of its own. */
export const displayed = (node: MathsNode): ParagraphChild =>
  element('m:oMathPara', {}, [formula(node) as unknown as Xml]) as unknown as ParagraphChild;

function drawn(node: MathsNode, face: Face): Xml[] {
  switch (node.t) {
    case 'row':
      return row(node.c, face);
    case 'sign':
      // As words, for LibreOffice takes a lone bar for an operator that lacks its other side.
      return [/^[|‖]$/.test(node.s) ? wordsRun(node.s, undefined) : mathsRun(node.s, face)];
    case 'number':
      return [mathsRun(node.s, face)];
    case 'word':
      return [mathsRun(node.s, { ...face, upright: true })];
    case 'text':
      return [wordsRun(node.s, node.f)];
    case 'primes':
      return [mathsRun('′'.repeat(node.n), face)];
    case 'space':
      return space(node.u === 'em' ? node.w : node.w / 11);
    case 'break':
      return [part('m:r', [element('w:br')])];
    case 'operator':
      return drawn(node.c, { ...face, upright: true });
    case 'class':
      // Nothing, with the class of a letter, keeps the distance of the sign after it.
      return isEmpty(node.c) ? [nothing()] : drawn(node.c, face);
    case 'style':
      return drawn(node.c, face);
    case 'font':
      return drawn(node.c, { ...face, font: node.f });
    case 'colour':
      return drawn(node.c, { ...face, colour: node.s.replace('#', '') });
    case 'middle':
    case 'delimiter':
      return [wordsRun(node.s, undefined)];
    case 'deeper':
      return [];
    case 'rule':
      return node.w > 0 && node.h > 0 ? [mathsRun('_'.repeat(Math.ceil(node.w * 2)), face)] : [];
    default:
      return [structure(node, face)];
  }
}

type Structure = Extract<
  MathsNode,
  {
    t:
      | 'fraction'
      | 'binomial'
      | 'root'
      | 'scripts'
      | 'accent'
      | 'along'
      | 'cancel'
      | 'frame'
      | 'fence'
      | 'arrow'
      | 'table'
      | 'room';
  }
>;

function structure(node: Structure, face: Face): Xml {
  const draw = (inner: MathsNode) => drawn(inner, face);
  switch (node.t) {
    case 'fraction':
      return part('m:f', [of('num', node.a, draw), of('den', node.b, draw)]);
    case 'binomial': {
      const bare = properties('m:fPr', { 'm:type': 'noBar' });
      const stack = part('m:f', [bare, of('num', node.a, draw), of('den', node.b, draw)]);
      return part('m:d', [argument('e', [stack])]);
    }
    case 'root': {
      const index = node.n ? of('deg', node.n, draw) : part('m:deg', []);
      const hidden = node.n ? [] : [properties('m:radPr', { 'm:degHide': '1' })];
      return part('m:rad', [...hidden, index, of('e', node.c, draw)]);
    }
    case 'scripts':
      return scripts(node, draw);
    case 'accent':
      return part('m:acc', [properties('m:accPr', { 'm:chr': node.s }), of('e', node.c, draw)]);
    case 'along':
      return along(node, draw);
    case 'cancel':
      return part('m:borderBox', [properties('m:borderBoxPr', strikes[node.how]), of('e', node.c, draw)]);
    case 'frame':
      return part('m:borderBox', [of('e', node.c, draw)]);
    case 'fence':
      return fence(node, draw);
    case 'arrow':
      return arrow(node, draw);
    case 'table':
      return table(node, draw);
    case 'room': {
      const flat: Record<string, string> = node.wide ? {} : { 'm:zeroWid': '1' };
      return part('m:phant', [properties('m:phantPr', { 'm:show': '0', ...flat }), of('e', node.c, draw)]);
    }
  }
}

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

const strikes = {
  up: open({ 'm:strikeBLTR': '1' }),
  down: open({ 'm:strikeTLBR': '1' }),
  cross: open({ 'm:strikeBLTR': '1', 'm:strikeTLBR': '1' }),
  through: open({ 'm:strikeH': '1' }),
} as const;

/** A box without its four sides. */
function open(strike: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return { 'm:hideTop': '1', 'm:hideBot': '1', 'm:hideLeft': '1', 'm:hideRight': '1', ...strike };
}
