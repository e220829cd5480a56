import type { MathsNode, Scripts } from '../../text/maths/node.ts';
import { argument, type Draw, nothing, of } from './omml-run.ts';
import { part, properties, type Xml } from './xml.ts';

/** What stands above, below and before something. */
export function scripts(node: Scripts, draw: Draw): Xml {
  const { c, sup, sub, presup, presub, limits } = node;
  const inner = presup || presub ? { ...node, presup: undefined, presub: undefined } : node;
  if (presup || presub) {
    const own = sup || sub ? [attached(inner as Scripts, draw)] : draw(c);
    const empty: MathsNode = { t: 'row', c: [] };
    return part('m:sPre', [
      of('sub', presub ?? empty, draw),
      of('sup', presup ?? empty, draw),
      argument('e', own),
    ]);
  }
  const large = c.t === 'sign' && c.k === 'large' ? c.s : undefined;
  if (large !== undefined) return nary(large, node, draw);
  return limits ? limited(node, draw) : attached(node, draw);
}

function attached({ c, sup, sub }: Scripts, draw: Draw): Xml {
  const base = of('e', c, draw);
  if (sup && sub) return part('m:sSubSup', [base, of('sub', sub, draw), of('sup', sup, draw)]);
  if (sup) return part('m:sSup', [base, of('sup', sup, draw)]);
  return sub ? part('m:sSub', [base, of('sub', sub, draw)]) : part('m:box', [base]);
}

/** What stands above and below. */
function limited({ c, sup, sub }: Scripts, draw: Draw): Xml {
  const over = sup
    ? part('m:limUpp', [of('e', c, draw), of('lim', sup, draw)])
    : part('m:box', [of('e', c, draw)]);
  return sub ? part('m:limLow', [argument('e', sup ? [over] : draw(c)), of('lim', sub, draw)]) : over;
}

/** A sum or an integral. TeX does not say how far it reaches, so it holds a space of no width and the rest follows. */
function nary(sign: string, { sup, sub, limits }: Scripts, draw: Draw): Xml {
  const empty: MathsNode = { t: 'row', c: [] };
  const look = {
    'm:chr': sign,
    'm:limLoc': limits ? 'undOvr' : 'subSup',
    ...(sub ? {} : { 'm:subHide': '1' }),
    ...(sup ? {} : { 'm:supHide': '1' }),
  };
  return part('m:nary', [
    properties('m:naryPr', look),
    of('sub', sub ?? empty, draw),
    of('sup', sup ?? empty, draw),
    argument('e', [nothing()]),
  ]);
}
