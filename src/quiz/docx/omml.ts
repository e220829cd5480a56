import type { ParagraphChild } from 'docx';
import type { MathsNode, Scripts, Table } from '../../text/maths/node.ts';
import { type Face, mathsRun, plainFace, wordsRun } from './omml-run.ts';
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

/** An argument of a structure: `m:e`, `m:num`, `m:sup` … */
const of = (name: string, node: MathsNode, face: Face): Xml => part(`m:${name}`, drawn(node, face));

const argument = (name: string, inner: readonly Xml[]): Xml => part(`m:${name}`, inner);

function drawn(node: MathsNode, face: Face): Xml[] {
  switch (node.t) {
    case 'row':
      return row(node.c, face);
    case 'sign':
      return [mathsRun(node.s, face)];
    case 'number':
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
    case 'style':
      return drawn(node.c, face);
    case 'font':
      return drawn(node.c, { ...face, font: node.f });
    case 'colour':
      return drawn(node.c, { ...face, colour: node.s.replace('#', '') });
    case 'middle':
    case 'delimiter':
      return [mathsRun(node.s, face)];
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
  switch (node.t) {
    case 'fraction':
      return part('m:f', [of('num', node.a, face), of('den', node.b, face)]);
    case 'binomial': {
      const bare = properties('m:fPr', { 'm:type': 'noBar' });
      const stack = part('m:f', [bare, of('num', node.a, face), of('den', node.b, face)]);
      return part('m:d', [argument('e', [stack])]);
    }
    case 'root': {
      const index = node.n ? of('deg', node.n, face) : part('m:deg', []);
      const hidden = node.n ? [] : [properties('m:radPr', { 'm:degHide': '1' })];
      return part('m:rad', [...hidden, index, of('e', node.c, face)]);
    }
    case 'scripts':
      return scripts(node, face);
    case 'accent':
      return part('m:acc', [properties('m:accPr', { 'm:chr': node.s }), of('e', node.c, face)]);
    case 'along':
      return along(node, face);
    case 'cancel':
      return part('m:borderBox', [properties('m:borderBoxPr', strikes[node.how]), of('e', node.c, face)]);
    case 'frame':
      return part('m:borderBox', [of('e', node.c, face)]);
    case 'fence':
      return fence(node, face);
    case 'arrow':
      return arrow(node, face);
    case 'table':
      return table(node, face);
    case 'room': {
      const flat: Record<string, string> = node.wide ? {} : { 'm:zeroWid': '1' };
      return part('m:phant', [properties('m:phantPr', { 'm:show': '0', ...flat }), of('e', node.c, face)]);
    }
  }
}

/** Nodes side by side; Word leaves no room around a function's name by itself. */
function row(nodes: readonly MathsNode[], face: Face): Xml[] {
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

/** Spaces of Unicode, the widest first, with their widths in em. */
const spaces = [
  ['\u2003', 1],
  ['\u2002', 0.5],
  ['\u2004', 0.33],
  ['\u2005', 0.25],
  ['\u2009', 0.17],
  ['\u200a', 0.08],
] as const;

/** What goes back, a negative space, is left out. */
function space(width: number): Xml[] {
  let left = width;
  let text = '';
  for (const [character, wide] of spaces) for (; left > wide - 0.04; left -= wide) text += character;
  return text === '' ? [] : [mathsRun(text, plainFace)];
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

function scripts(node: Scripts, face: Face): Xml {
  const { c, sup, sub, presup, presub, limits } = node;
  const inner = presup || presub ? { ...node, presup: undefined, presub: undefined } : node;
  if (presup || presub) {
    const own = sup || sub ? [attached(inner as Scripts, face)] : drawn(c, face);
    const empty: MathsNode = { t: 'row', c: [] };
    return part('m:sPre', [
      of('sub', presub ?? empty, face),
      of('sup', presup ?? empty, face),
      argument('e', own),
    ]);
  }
  const large = c.t === 'sign' && c.k === 'large' ? c.s : undefined;
  if (large !== undefined) return nary(large, node, face);
  return limits ? limited(node, face) : attached(node, face);
}

function attached({ c, sup, sub }: Scripts, face: Face): Xml {
  const base = of('e', c, face);
  if (sup && sub) return part('m:sSubSup', [base, of('sub', sub, face), of('sup', sup, face)]);
  if (sup) return part('m:sSup', [base, of('sup', sup, face)]);
  return sub ? part('m:sSub', [base, of('sub', sub, face)]) : part('m:box', [base]);
}

/** What stands above and below. */
function limited({ c, sup, sub }: Scripts, face: Face): Xml {
  const over = sup
    ? part('m:limUpp', [of('e', c, face), of('lim', sup, face)])
    : part('m:box', [of('e', c, face)]);
  return sub ? part('m:limLow', [argument('e', sup ? [over] : drawn(c, face)), of('lim', sub, face)]) : over;
}

/** A sum or an integral. TeX does not say how far it reaches, so it holds a space of no width and the rest follows. */
function nary(sign: string, { sup, sub, limits }: Scripts, face: Face): Xml {
  const empty: MathsNode = { t: 'row', c: [] };
  const look = {
    'm:chr': sign,
    'm:limLoc': limits ? 'undOvr' : 'subSup',
    ...(sub ? {} : { 'm:subHide': '1' }),
    ...(sup ? {} : { 'm:supHide': '1' }),
  };
  return part('m:nary', [
    properties('m:naryPr', look),
    of('sub', sub ?? empty, face),
    of('sup', sup ?? empty, face),
    argument('e', [mathsRun('\u200b', plainFace)]),
  ]);
}

const lines = { line: '', brace: '⏞⏟', bracket: '⎴⎵', paren: '⏜⏝' } as const;

function along({ f, c, n }: Extract<MathsNode, { t: 'along' }>, face: Face): Xml {
  const over = f.startsWith('over');
  const pos = over ? 'top' : 'bot';
  const kind = f.replace(/^over|^under/, '') as keyof typeof lines;
  const chr = lines[kind][over ? 0 : 1] ?? '';
  const drawnAlong =
    kind === 'line'
      ? part('m:bar', [properties('m:barPr', { 'm:pos': pos }), of('e', c, face)])
      : grouped(chr, pos, drawn(c, face));
  if (!n) return drawnAlong;
  return part(over ? 'm:limUpp' : 'm:limLow', [argument('e', [drawnAlong]), of('lim', n, face)]);
}

/** A sign as long as what it stands at. */
const grouped = (chr: string, pos: 'top' | 'bot', inner: readonly Xml[]): Xml =>
  part('m:groupChr', [
    properties('m:groupChrPr', { 'm:chr': chr, 'm:pos': pos, 'm:vertJc': pos === 'top' ? 'bot' : 'top' }),
    argument('e', inner),
  ]);

function arrow({ s, over, under }: Extract<MathsNode, { t: 'arrow' }>, face: Face): Xml {
  const pad = space(0.33);
  const text = over ? [...pad, ...drawn(over, face), ...pad] : [mathsRun('\u2003\u2003', plainFace)];
  const shaft = grouped(s, 'bot', text);
  return under
    ? part('m:limLow', [argument('e', [shaft]), of('lim', under, face)])
    : part('m:box', [argument('e', [shaft])]);
}

/** Brackets; a bar in the middle parts what they hold in two. */
function fence({ l, r, c }: Extract<MathsNode, { t: 'fence' }>, face: Face): Xml {
  const parts: MathsNode[][] = [[]];
  let bar = '|';
  for (const node of c.t === 'row' ? c.c : [c]) {
    if (node.t === 'middle') {
      bar = node.s;
      parts.push([]);
    } else parts.at(-1)?.push(node);
  }
  const look = { 'm:begChr': l, ...(parts.length > 1 ? { 'm:sepChr': bar } : {}), 'm:endChr': r };
  return part('m:d', [
    properties('m:dPr', look),
    ...parts.map((nodes) => of('e', { t: 'row', c: nodes }, face)),
  ]);
}

const sides = { l: 'left', c: 'center', r: 'right' } as const;

function table({ rows, align, hlines, vlines, gap }: Table, face: Face): Xml {
  const columns = align.map((side) =>
    part('m:mc', [properties('m:mcPr', { 'm:count': '1', 'm:mcJc': sides[side] })]),
  );
  // Columns of pairs, as in aligned equations, stand close (cGpRule 3: so many twentieths of a point).
  const close: Record<string, string> = gap === 0 ? { 'm:cGpRule': '3', 'm:cGp': '0' } : {};
  const look = part('m:mPr', [
    ...Object.entries({ 'm:plcHide': '1', ...close }).map(([name, value]) =>
      element(name, { 'm:val': value }),
    ),
    part('m:mcs', columns),
  ]);
  const barred = (inner: Xml[], at: number): Xml[] => {
    const above = at === 0 && hlines.includes(0) ? bar('top', inner) : inner;
    return hlines.includes(at + 1) ? bar('bot', above) : above;
  };
  const drawnRows = rows.map((cells, at) =>
    part(
      'm:mr',
      align.map((_, column) => {
        const cell = drawn(cells[column] ?? { t: 'row', c: [] }, face);
        const line = (edge: number) => (vlines.includes(edge) ? [mathsRun('│', plainFace)] : []);
        const last = column === align.length - 1 ? line(align.length) : [];
        return argument('e', barred([...line(column), ...cell, ...last], at));
      }),
    ),
  );
  return part('m:m', [look, ...drawnRows]);
}

const bar = (pos: 'top' | 'bot', inner: readonly Xml[]): Xml[] => [
  part('m:bar', [properties('m:barPr', { 'm:pos': pos }), argument('e', inner)]),
];
