import { commands, Unprintable } from './commands.ts';
import { emptyRow, isEmpty, type MathsNode, nodesOf, rowOf } from './node.ts';
import { besideDots, isIsotope, isotopeOf, nothing } from './scripts.ts';
import { merged, withoutLoneOperators } from './signs.ts';
import type { Read, Tex } from './temml.ts';

/** Temml's parse tree as our data; throws `Unprintable`. */
export function readTex(tex: readonly Tex[], display: boolean): MathsNode {
  const inner = (one: Tex | readonly Tex[] | null | undefined): MathsNode => {
    if (!one) return emptyRow;
    return 'type' in one ? single(one, read) : row(one, read);
  };
  const read: Read = Object.assign(inner, { display });
  return read(tex);
}

function single(tex: Tex, read: Read): MathsNode {
  const command = commands[tex.type] as ((tex: Tex, read: Read) => MathsNode) | undefined;
  if (!command) throw new Unprintable(`${writtenAs(tex)} cannot be printed`);
  return command(tex, read);
}

/** What the author wrote, as near as the tree knows it. */
function writtenAs(tex: { type: string }): string {
  const { label, name, funcName } = tex as { label?: string; name?: string; funcName?: string };
  return label ?? name ?? funcName ?? `\\${tex.type}`;
}

function row(all: readonly Tex[], read: Read): MathsNode {
  const texs = all.filter(({ type }) => !/^(label|envTag|noTag|internal)$/.test(type));
  const nodes: MathsNode[] = [];
  for (let at = 0; at < texs.length; at++) {
    if (isIsotope(texs, at)) {
      nodes.push(isotopeOf(texs.slice(at, at + 3), read));
      at += 2;
    } else {
      const tex = texs[at] as Tex;
      nodes.push(texs.length === 1 ? read(tex) : ordinary(tex, read(tex)), ...besideDots(tex, texs[at + 1]));
    }
  }
  const flat = rowOf(nodes);
  return flat.t === 'row' ? rowOf(withoutLoneOperators(merged(flat.c))) : flat;
}

/** In braces an operator is an ordinary sign to its neighbours, as in 1{,}5; and empty braces are one too. */
function ordinary(tex: Tex, node: MathsNode): MathsNode {
  if (tex.type !== 'ordgroup') return node;
  if (isEmpty(node)) return nothing;
  const nodes = nodesOf(node);
  const keepsApart = (one: MathsNode | undefined) =>
    one?.t === 'operator' || (one !== undefined && 'k' in one && one.k !== undefined && one.k !== 'normal');
  return keepsApart(nodes[0]) || keepsApart(nodes.at(-1)) ? { t: 'class', k: 'normal', c: node } : node;
}
