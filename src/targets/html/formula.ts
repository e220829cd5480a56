import { type MathElement, mathml } from '../../text/maths/mathml.ts';

/**
 * A formula as MathML; undefined for what cannot be drawn. Browsers break no formula over lines, so one that is longer
 * than half a line is several, with room to break after each relation and operator; a piece that is wider than the
 * line is made smaller. `room` is the line's width in em, `tall` says that the formula is higher than a line.
 */
export function formula(tex: string, display: boolean, tall: boolean, room: number): string | undefined {
  const whole = mathml(tex, display);
  if (!whole) return undefined;
  if (widthOf(whole) <= room / (display ? 1 : 2)) {
    if (tall && !display) whole.classes?.push('tall');
    return whole.toMarkup();
  }
  const formulas = piecesOf(whole).map((parts) => piece(parts, display, room));
  const broken = formulas.join('<wbr>');
  return display ? `<span class="display">${broken}</span>` : broken;
}

function piece(parts: readonly MathElement[], display: boolean, room: number): string {
  const scale = Math.max(30, Math.floor((100 * room) / sum(parts.map(widthOf))));
  const size = scale < 100 ? ` style="font-size:${scale}%"` : '';
  const style = display ? ' displaystyle="true"' : '';
  const inner = parts.map((part) => part.toMarkup()).join('');
  return `<math class="tall"${style}${size}><mrow>${inner.replace(points, inEm)}</mrow></math>`;
}

/** Temml sets the columns of matrices apart in points of a letter of 12 (TeX's); in em they shrink with the letters. */
const points = /(?<=padding-\w+:)([\d.]+)pt/g;
const inEm = (_: string, length: string): string => `${Math.round((100 * Number(length)) / 11.955) / 100}em`;

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
      return Math.max(0, ...widths);
    case 'msub':
    case 'msup':
    case 'msubsup':
      return base + 0.75 * Math.max(0, ...others);
    case 'mtd':
      return sum(widths) + 1;
    case 'mspace':
      return Number.parseFloat(attributes?.width ?? '') || 0;
    case 'annotation':
      return 0;
    default:
      return sum(widths);
  }
}
