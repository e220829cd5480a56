import { mathml } from '../../text/maths/mathml.ts';

/** An element of MathML; a text's `tag` is ''. */
interface Part {
  readonly tag: string;
  readonly xml: string;
  readonly parts: readonly Part[];
}

/**
 * A formula as MathML; undefined for what cannot be drawn. Browsers break no formula over lines, so one that is longer
 * than half a line is several, with room to break after each relation and operator; a piece that is wider than the
 * line is made smaller. `room` is the line's width in em, `tall` says that the formula is higher than a line.
 */
export function formula(tex: string, display: boolean, tall: boolean, room: number): string | undefined {
  const drawn = mathml(tex, display);
  if (drawn === undefined) return undefined;
  const whole = parsed(drawn);
  if (!whole || widthOf(whole) <= room / (display ? 1 : 2)) return opened(drawn, tall ? ' class="tall"' : '');
  const pieces = piecesOf(whole).map((parts) => piece(parts, display, room));
  const formulas = pieces.join('<wbr>');
  return display ? `<span class="display">${formulas}</span>` : formulas;
}

/** A display has a class already. */
const opened = (drawn: string, attributes: string): string => drawn.replace(/^<math>/, `<math${attributes}>`);

function piece(parts: readonly Part[], display: boolean, room: number): string {
  const width = parts.reduce((sum, part) => sum + widthOf(part), 0);
  const scale = Math.max(30, Math.floor((100 * room) / width));
  const size = scale < 100 ? ` style="font-size:${scale}%"` : '';
  const style = display ? ' displaystyle="true"' : '';
  const inner = parts.map(({ xml }) => xml).join('');
  return `<math class="tall"${style}${size}><mrow>${inner.replace(points, inEm)}</mrow></math>`;
}

/** Temml sets the columns of matrices apart in points of a letter of 12 (TeX's); in em they shrink with the letters. */
const points = /(?<=padding-\w+:)([\d.]+)pt/g;
const inEm = (_: string, length: string): string => `${Math.round((100 * Number(length)) / 11.955) / 100}em`;

/** The formula's outermost parts, divided after its relations and operators. */
function piecesOf({ parts }: Part): Part[][] {
  const [only] = parts;
  const row = parts.length === 1 && only?.tag === 'mrow' ? only.parts : parts;
  const pieces: Part[][] = [[]];
  row.forEach((part, at) => {
    const between = at > 0 && at < row.length - 1 && part.tag === 'mo' && breaks.test(part.xml);
    pieces.at(-1)?.push(between ? { ...part, xml: part.xml.replace(/^<mo\b/, '<mo form="infix"') } : part);
    if (between) pieces.push([]);
  });
  return pieces.filter((piece) => piece.length > 0);
}

/** A relation or an operator that has no form of its own, as brackets have. */
const breaks = /^<mo(?![^>]* form=)[^>]*>(?:[+−±∓·×÷=≠≈≡∼≅<>≤≥∈⊂⊆∪∩∧∨→⇒⇔↔⟹⟺]|&[lg]t;)<\/mo>$/;

function parsed(xml: string): Part | undefined {
  interface Open {
    tag: string;
    from: number;
    parts: Part[];
  }
  const open: Open[] = [{ tag: '', from: 0, parts: [] }];
  for (const { 0: token, index } of xml.matchAll(/<[^>]*>|[^<]+/g)) {
    const tag = /^<\/?(\w+)/.exec(token)?.[1] ?? '';
    if (tag === '') open.at(-1)?.parts.push({ tag, xml: token, parts: [] });
    else if (!token.startsWith('</')) open.push({ tag, from: index, parts: [] });
    if (!(token.startsWith('</') || token.endsWith('/>'))) continue;
    const closed = open.pop();
    if (closed) open.at(-1)?.parts.push({ ...closed, xml: xml.slice(closed.from, index + token.length) });
  }
  return open[0]?.parts[0];
}

/** About how wide a part is drawn, in em. */
function widthOf({ tag, xml, parts }: Part): number {
  const widths = parts.map(widthOf);
  const sum = () => widths.reduce((all, width) => all + width, 0);
  const [base = 0, ...others] = widths;
  switch (tag) {
    case '':
      return [...xml.replace(/&\w+;/g, 'x')].length * 0.55;
    case 'mo':
      return breaks.test(xml) ? 1.3 : sum();
    case 'mfrac':
    case 'munder':
    case 'mover':
    case 'munderover':
      return Math.max(0, ...widths);
    case 'msub':
    case 'msup':
    case 'msubsup':
      return base + 0.75 * Math.max(0, ...others);
    case 'mtable':
      return Math.max(0, ...widths);
    case 'mtd':
      return sum() + 1;
    case 'mspace':
      return Number(/width="([\d.]+)em"/.exec(xml)?.[1] ?? 0);
    case 'annotation':
      return 0;
    default:
      return sum();
  }
}
