import { emptyRow, type MathsNode, nodesOf, type Table } from '../../text/maths/node.ts';
import { type Draw, filled, mathsRun, of, space } from './omml-run.ts';
import { part, properties, type Xml } from './xml.ts';

const marks = {
  brace: { top: '⏞', bot: '⏟' },
  bracket: { top: '⎴', bot: '⎵' },
  paren: { top: '⏜', bot: '⏝' },
} as const;

/** A line or a brace along the whole, and the note at it. */
export function along({ f, c, n }: Extract<MathsNode, { t: 'along' }>, draw: Draw): Xml {
  const over = f.startsWith('over');
  const pos = over ? 'top' : 'bot';
  const kind = f.replace(/^over|^under/, '') as 'line' | keyof typeof marks;
  const drawnAlong =
    kind === 'line'
      ? part('m:bar', [properties('m:barPr', { 'm:pos': pos }), of('e', c, draw)])
      : grouped(marks[kind][pos], pos, draw(c));
  if (!n) return drawnAlong;
  return part(over ? 'm:limUpp' : 'm:limLow', [part('m:e', [drawnAlong]), of('lim', n, draw)]);
}

/** A sign as long as what it stands at. */
const grouped = (chr: string, pos: 'top' | 'bot', inner: readonly Xml[]): Xml =>
  part('m:groupChr', [
    properties('m:groupChrPr', { 'm:chr': chr, 'm:pos': pos, 'm:vertJc': pos === 'top' ? 'bot' : 'top' }),
    part('m:e', inner),
  ]);

/** Arrows with words at them are drawn long, for Word does not stretch them. */
const long: Readonly<Record<string, string>> = {
  '→': '⟶',
  '←': '⟵',
  '↔': '⟷',
  '⇒': '⟹',
  '⇐': '⟸',
  '⇔': '⟺',
  '↦': '⟼',
};

/** An arrow, what stands over and under it. */
export function arrow({ s, over, under }: Extract<MathsNode, { t: 'arrow' }>, draw: Draw): Xml {
  const shaft = [...space(0.25), mathsRun(over || under ? (long[s] ?? s) : s), ...space(0.25)];
  const above = over ? [part('m:limUpp', [part('m:e', shaft), of('lim', over, draw)])] : shaft;
  return under
    ? part('m:limLow', [part('m:e', above), of('lim', under, draw)])
    : part('m:box', [part('m:e', above)]);
}

/** Brackets; a bar in the middle parts what they hold in two. */
export function fence({ l, r, c }: Extract<MathsNode, { t: 'fence' }>, draw: Draw): Xml {
  const parts: MathsNode[][] = [[]];
  let bar = '|';
  for (const node of nodesOf(c)) {
    if (node.t === 'middle') {
      bar = node.s;
      parts.push([]);
    } else parts.at(-1)?.push(node);
  }
  const look = { 'm:begChr': l, ...(parts.length > 1 ? { 'm:sepChr': bar } : {}), 'm:endChr': r };
  return part('m:d', [
    properties('m:dPr', look),
    ...parts.map((nodes) => of('e', { t: 'row', c: nodes }, draw)),
  ]);
}

const sides = { l: 'left', c: 'center', r: 'right' } as const;

/** Matrices, cases, aligned equations. Lines within are bars over and under the cells. */
export function table({ rows, align, hlines, vlines, gap }: Table, draw: Draw): Xml {
  const columns = align.map((side) =>
    part('m:mc', [properties('m:mcPr', { 'm:count': '1', 'm:mcJc': sides[side] })]),
  );
  // Columns of pairs, as in aligned equations, stand close (cGpRule 3: so many twentieths of a point).
  const close: Record<string, string> = gap === 0 ? { 'm:cGpRule': '3', 'm:cGp': '0' } : {};
  const look = properties('m:mPr', { 'm:plcHide': '1', ...close }, part('m:mcs', columns));
  const barred = (inner: readonly Xml[], at: number): readonly Xml[] => {
    const above = at === 0 && hlines.includes(0) ? bar('top', inner) : inner;
    return hlines.includes(at + 1) ? bar('bot', above) : above;
  };
  const drawnRows = rows.map((cells, at) =>
    part(
      'm:mr',
      align.map((_, column) => {
        const cell = draw(cells[column] ?? emptyRow);
        const line = (edge: number) => (vlines.includes(edge) ? [mathsRun('│')] : []);
        const last = column === align.length - 1 ? line(align.length) : [];
        return part('m:e', barred(filled([...line(column), ...cell, ...last]), at));
      }),
    ),
  );
  return part('m:m', [look, ...drawnRows]);
}

const bar = (pos: 'top' | 'bot', inner: readonly Xml[]): Xml[] => [
  part('m:bar', [properties('m:barPr', { 'm:pos': pos }), part('m:e', inner)]),
];
