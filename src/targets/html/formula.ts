import { greatest } from '../../text/greatest.ts';
import { type Content, el, joined, type Markup } from '../../text/markup.ts';
import { type MathElement, mathMarkup, mathml } from '../../text/maths/mathml.ts';
import { isTall } from '../../text/maths/node.ts';
import { parseMaths } from '../../text/maths.ts';

/**
 * A formula as MathML; undefined for what cannot be drawn. Browsers break no formula over lines, so one that is longer
 * than half a line is several, with room to break after each relation and operator; a piece that is wider than the
 * line is made smaller. `room` is the line's width in em.
 */
export function formula(tex: string, display: boolean, room: number): Content | undefined {
  const read = parseMaths(tex, display);
  if ('error' in read) return undefined;
  const whole = mathml(tex, display);
  if (!whole) return undefined;
  if (widthOf(whole) <= room / (display ? 1 : 2)) {
    if (isTall(read.maths) && !display) whole.classes?.push('tall');
    return mathMarkup(whole);
  }
  const pieces = piecesOf(whole).map((parts) => piece(parts, display, room));
  const broken = joined(pieces, el('wbr', {}));
  return display ? el('span', { class: 'display' }, broken) : broken;
}

function piece(parts: readonly MathElement[], display: boolean, room: number): Markup {
  const scale = Math.max(30, Math.floor((100 * room) / sum(parts.map(widthOf))));
  parts.forEach(shrinkColumns);
  const attributes = {
    class: 'tall',
    displaystyle: display ? 'true' : undefined,
    style: scale < 100 ? `font-size:${scale}%` : undefined,
  };
  return el('math', attributes, el('mrow', {}, parts.map(mathMarkup)));
}

/** Temml sets the columns of matrices apart in points of a letter of 12 (TeX's); in em they shrink with the letters. */
function shrinkColumns({ style = {}, children = [] }: MathElement): void {
  for (const [name, length] of Object.entries(style))
    if (name.startsWith('padding') && length.endsWith('pt'))
      style[name] = `${Math.round((100 * Number.parseFloat(length)) / 11.955) / 100}em`;
  children.forEach(shrinkColumns);
}

/** The formula's outermost parts, divided after its relations and operators. */
function piecesOf(whole: MathElement): MathElement[][] {
  const row = outermost(whole);
  const pieces: MathElement[][] = [[]];
  row.forEach((part, at) => {
    pieces.at(-1)?.push(part);
    if (at === 0 || at === row.length - 1 || !mayBreakAfter(part)) return;
    // At the end of a piece an operator would lose the distance to its neighbours.
    if (part.attributes) part.attributes.form = 'infix';
    pieces.push([]);
  });
  return pieces;
}

/** The parts of a formula, out of the elements that hold all of it. */
function outermost({ children = [] }: MathElement): readonly MathElement[] {
  const [only, ...others] = children;
  const holder = only && others.length === 0 && (only.type === undefined || only.type === 'mrow');
  return holder && only.children ? outermost(only) : children;
}

/** A relation or an operator that has no form of its own, as brackets have. */
const mayBreakAfter = ({ type, attributes = {}, children = [] }: MathElement): boolean =>
  type === 'mo' && !('form' in attributes) && signs.test(children.map(({ text }) => text).join(''));

const signs = /^[+−±∓·×÷=≠≈≡∼≅<>≤≥∈⊂⊆∪∩∧∨→⇒⇔↔⟹⟺]$/u;

const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0);

/** About how wide a part is drawn, in em. */
function widthOf(part: MathElement): number {
  const { type, text, attributes, children = [] } = part;
  if (text !== undefined) return [...text].length * 0.55;
  const widths = children.map(widthOf);
  const [base = 0, ...others] = widths;
  switch (type) {
    case 'mo':
      return mayBreakAfter(part) ? 1.3 : sum(widths);
    case 'mfrac':
    case 'munder':
    case 'mover':
    case 'munderover':
    case 'mtable':
      return greatest(widths, 0);
    case 'msub':
    case 'msup':
    case 'msubsup':
      return base + 0.75 * greatest(others, 0);
    case 'mtd':
      return sum(widths) + 1;
    case 'mspace':
      return attributes?.width === undefined ? 0 : Number.parseFloat(attributes.width);
    case 'annotation':
      return 0;
    default:
      return sum(widths);
  }
}
