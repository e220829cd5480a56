import { present } from '../present.ts';
import { accents, along, arrows, cancels, fonts } from './marks.ts';
import { emptyRow, isEmpty, type MathsNode, rowOf } from './node.ts';
import { multiscriptOf, scriptsOf } from './scripts.ts';
import { atomOf, classOf, lengthOf, namedSpace, signOf } from './signs.ts';
import { styles, tableOf } from './table.ts';
import { glyph, type Read, type Size, type Tex, type TexOf } from './temml.ts';
import { accentedText, faced, textSign, worded } from './words.ts';

/** Thrown for a command that Temml knows and paper does not. */
export class Unprintable extends Error {}

/** How each node of TeX's tree is read; one that is not here cannot be printed. */
export const commands: { readonly [Type in Tex['type']]: (tex: TexOf<Type>, read: Read) => MathsNode } = {
  mathord: (tex) => (tex.mode === 'text' ? textSign(tex.text) : signOf(tex)),
  textord: (tex) => (tex.mode === 'text' ? textSign(tex.text) : signOf(tex)),
  atom: (tex) => (tex.mode === 'text' ? textSign(tex.text) : atomOf(tex)),
  spacing: ({ text, mode }) => (mode === 'text' ? { t: 'text', s: ' ' } : namedSpace(text)),
  kern: ({ dimension }) => ({ t: 'space', ...lengthOf(dimension) }),
  ordgroup: inside,
  supsub: scriptsOf,
  multiscript: multiscriptOf,
  op: operator,
  operatorname: ({ body }, read) => ({ t: 'operator', c: worded(read(body)) }),
  mclass: ({ mclass, body }, read) => ({ t: 'class', k: classOf(mclass), c: read(body) }),
  not: ({ body, isCharacterBox }, read) =>
    isCharacterBox ? read(body) : { t: 'class', k: 'relation', c: { t: 'cancel', how: 'up', c: read(body) } },
  font: ({ font, body }, read) => {
    const f = fonts[font];
    const c = /^math(rm|up|it|bf|sf|tt)$/.test(font) ? worded(read(body)) : read(body);
    return f ? { t: 'font', f, c } : c;
  },
  text: ({ font, body }, read) => faced(read(body), font),
  color: ({ color, body }, read) =>
    /^#[0-9a-f]{6}$/i.test(color) ? { t: 'colour', s: color, c: read(body) } : read(body),
  styling: ({ scriptLevel, body }, read) => ({
    t: 'style',
    s: styles[scriptLevel] ?? 'inline',
    c: read(body),
  }),
  mathchoice: (tex, read) => read(read.display ? tex.display : tex.text),
  genfrac: fraction,
  sfrac: ({ numerator, denominator }) => ({ t: 'number', s: `${numerator}⁄${denominator}` }),
  sqrt: root,
  accent,
  accentUnder: accent,
  horizBracket: ({ label, base }, read) => lined(label, read(base)),
  enclose: ({ label, body }, read) => enclosed(label, read(body)),
  cancelto: ({ body, to }, read) => ({
    t: 'scripts',
    c: { t: 'cancel', how: 'up', c: read(body) },
    sup: read(to),
  }),
  leftright: ({ left, right, body }, read) => fence(left, right, read(body)),
  delimiter: ({ left, right, body }, read) =>
    rowOf([
      { t: 'sign', s: glyph(left), k: 'opening' },
      read(body),
      { t: 'sign', s: glyph(right), k: 'closing' },
    ]),
  middle: ({ delim }) => ({ t: 'middle', s: glyph(delim) }),
  delimsizing: ({ size, mclass, delim }) =>
    delim === '.'
      ? emptyRow
      : { t: 'delimiter', s: glyph(delim), h: (6 * (size + 1)) / 10, k: classOf(mclass) },
  xArrow: ({ name, body, below }, read) => arrow(name, read(body), read(below)),
  // \ce{<=>>} and \ce{<<=>}: the equilibrium lies on one side.
  stackedArrow: ({ name, body, lowerArrowBody }, read) => {
    const below = lowerArrowBody?.type === 'hphantom' ? lowerArrowBody.body : lowerArrowBody;
    return arrow(name, read(body?.type === 'hphantom' ? body.body : body), read(below));
  },
  array: tableOf,
  phantom: ({ body }, read) => ({ t: 'room', c: read(body), wide: true }),
  hphantom: ({ body }, read) => ({ t: 'room', c: read(body), wide: true }),
  vphantom: ({ body }, read) => ({ t: 'room', c: read(body), wide: false }),
  pmb: ({ body }, read) => ({ t: 'font', f: 'bold', c: read(body) }),
  // \mathclap keeps a long limit from parting its neighbours, which here it may.
  lap: ({ alignment, body }, read) => {
    if (alignment === 'clap') return read(body);
    throw new Unprintable(`\\math${alignment} cannot be printed`);
  },
  hbox: inside,
  // Finer points of height, which the sizes of Typst's own signs make needless.
  smash: inside,
  raise: inside,
  vcenter: inside,
  sizing: inside,
  rule: ({ width, height, shift }) => ({
    t: 'rule',
    w: Math.max(0, inEm(width)),
    h: Math.max(0, inEm(height)),
    up: shift ? inEm(shift) : 0,
  }),
  tag: ({ body, tag }, read) => rowOf([read(body), { t: 'space', w: 2, u: 'em' }, read(tag)]),
  cr: ({ newLine }) => (newLine ? { t: 'break' } : emptyRow),
  verb: ({ body }) => ({ t: 'text', s: body, f: 'mono' }),
};

function inside({ body }: { body: Tex | Tex[] }, read: Read): MathsNode {
  return read(body);
}

function operator(tex: TexOf<'op'>, read: Read): MathsNode {
  if (tex.body) return { t: 'operator', c: read(tex.body) };
  const name = present(tex.name, 'name of an operator');
  if (tex.symbol) return { t: 'sign', s: glyph(name), k: 'large' };
  return { t: 'operator', c: { t: 'word', s: name.replace(/^\\/, '') } };
}

function fraction(tex: TexOf<'genfrac'>, read: Read): MathsNode {
  const { hasBarLine, leftDelim, rightDelim, scriptLevel } = tex;
  const [a, b] = [read(tex.numer), read(tex.denom)];
  const style = styles[scriptLevel];
  const styled = (node: MathsNode): MathsNode => (style ? { t: 'style', s: style, c: node } : node);
  if (!hasBarLine && leftDelim === '(' && rightDelim === ')') return styled({ t: 'binomial', a, b });
  const stack: MathsNode = hasBarLine
    ? { t: 'fraction', a, b }
    : {
        t: 'table',
        rows: [[a], [b]],
        align: ['c'],
        style: 'inline',
        gap: 0,
        lead: 0.1,
        hlines: [],
        vlines: [],
      };
  return styled(leftDelim || rightDelim ? fence(leftDelim ?? '.', rightDelim ?? '.', stack) : stack);
}

/** Temml puts an invisible rule under every root, for browsers. */
function root({ body, index }: TexOf<'sqrt'>, read: Read): MathsNode {
  const nodes = body.type === 'ordgroup' ? body.body : [body];
  const isStrut = (tex: Tex) => tex.type === 'rule' && tex.width.number === 0;
  return { t: 'root', c: read(nodes.filter((tex) => !isStrut(tex))), n: index ? read(index) : undefined };
}

const fence = (left: string, right: string, c: MathsNode): MathsNode => ({
  t: 'fence',
  c,
  l: left === '.' ? '' : glyph(left),
  r: right === '.' ? '' : glyph(right),
});

function accent({ label, base, isStretchy, mode }: TexOf<'accent'>, read: Read): MathsNode {
  const s = accents[label];
  if (!s) return lined(label, read(base));
  if (mode === 'text') return accentedText(read(base), s);
  return { t: 'accent', c: read(base), s, wide: isStretchy === true || label.startsWith('\\under') };
}

function enclosed(label: string, c: MathsNode): MathsNode {
  const how = cancels[label];
  if (how) return { t: 'cancel', how, c };
  return /box(ed)?$/.test(label) ? { t: 'frame', c } : lined(label, c);
}

function lined(label: string, c: MathsNode): MathsNode {
  const f = along[label];
  if (!f) throw new Unprintable(`${label} cannot be printed`);
  return { t: 'along', f, c };
}

function arrow(name: string, over: MathsNode, under: MathsNode): MathsNode {
  const s = arrows[name];
  if (!s) throw new Unprintable(`${name} cannot be printed`);
  return { t: 'arrow', s, over: isEmpty(over) ? undefined : over, under: isEmpty(under) ? undefined : under };
}

function inEm(size: Size): number {
  const { w, u } = lengthOf(size);
  return u === 'em' ? w : w / 10;
}
