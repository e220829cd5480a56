import { emptyRow, type Scripts } from '../../text/maths/node.ts';
import { type Draw, nothing, of } from './omml-run.ts';
import { part, properties, type Xml } from './xml.ts';

/** What stands above, below and before something. */
export function scripts(node: Scripts, draw: Draw): Xml {
  const { c, sup, sub, presup, presub, limits } = node;
  if (presup || presub) {
    const own = sup || sub ? [attached(node, draw)] : draw(c);
    return part('m:sPre', [
      of('sub', presub ?? emptyRow, draw),
      of('sup', presup ?? emptyRow, draw),
      part('m:e', own),
    ]);
  }
  if (c.t === 'sign' && c.k === 'large') return nary(c.s, node, draw);
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
  const over = sup && part('m:limUpp', [of('e', c, draw), of('lim', sup, draw)]);
  if (sub) return part('m:limLow', [part('m:e', over ? [over] : draw(c)), of('lim', sub, draw)]);
  return over ?? part('m:box', [of('e', c, draw)]);
}

/** A sum or an integral. TeX does not say how far it reaches, so it holds a space of no width and the rest follows. */
function nary(sign: string, { sup, sub, limits }: Scripts, draw: Draw): Xml {
  const look = {
    'm:chr': sign,
    'm:limLoc': limits ? 'undOvr' : 'subSup',
    ...(sub ? {} : { 'm:subHide': '1' }),
    ...(sup ? {} : { 'm:supHide': '1' }),
  };
  return part('m:nary', [
    properties('m:naryPr', look),
    of('sub', sub ?? emptyRow, draw),
    of('sup', sup ?? emptyRow, draw),
    part('m:e', [nothing()]),
  ]);
}
