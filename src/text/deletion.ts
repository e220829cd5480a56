import type MarkdownIt from 'markdown-it';
import type { StateInline } from 'markdown-it';
import { once } from './once.ts';
import type { Deletion } from './tree.ts';

/** What stands beside the answer between the braces of a deletion: `{{c1::answer::hint}}`. */
export type DeletionMeta = Omit<Deletion, 'type' | 'children'>;

/** What a parse hands to the rule below; texts of other kinds than cloze leave `deletions` out. */
export interface DeletionEnv {
  deletions?: { count: number; inside: boolean };
}

/** A markdown-it plugin that reads `{{…}}` as a deletion, where the parse's environment asks for it. */
export function deletionPlugin(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'deletion', (state, silent) => {
    const { deletions } = state.env as DeletionEnv;
    if (!deletions || deletions.inside || !state.src.startsWith('{{', state.pos)) return false;
    const end = closing(endsIn(state), state.pos + 2, state.posMax);
    if (end < 0) return false;
    if (!silent) {
      const { number, answer, hint } = split(state.src.slice(state.pos + 2, end));
      const token = state.push('deletion', '', 0);
      token.meta = { index: deletions.count++, number, hint } satisfies DeletionMeta;
      token.children = [];
      deletions.inside = true;
      state.md.inline.parse(answer, state.md, state.env, token.children);
      deletions.inside = false;
    }
    state.pos = end + 2;
    return true;
  });
}

/**
 * Where the `}}` stands that closes a deletion: braces inside it, as maths has them, are balanced. Where they are not it
 * is the first `}}` of all; -1 where there is none before `to`.
 */
function closing({ balanced, first }: Ends, from: number, to: number): number {
  return [balanced[from - 1], first[from]].find((at) => at !== undefined && at >= 0 && at + 2 <= to) ?? -1;
}

/** Where a text's deletions end, whichever of them begins one; -1 where they do not. */
interface Ends {
  /** By the place of a brace that opens: the first `}}` behind it that closes none of what it holds. */
  readonly balanced: Int32Array;
  /** By any place: the first `}}` from there on. */
  readonly first: Int32Array;
}

/** Looked for in all of a text at once, since what is never closed would else be read to the end again and again. */
const endsIn = once(({ src }: StateInline): Ends => {
  const balanced = new Int32Array(src.length).fill(-1);
  const { pairs, loose } = bracesOf(src);
  const first = placesFrom(src.length, (at) => src.startsWith('}}', at));
  const firstLoose = placesFrom(src.length, (at) => loose.has(at) && src.startsWith('}}', at));
  for (const { open, close, around } of pairs) {
    const outside = around < 0 ? firstLoose[close] : balanced[around];
    balanced[open] = src[close + 1] === '}' ? close : (outside ?? -1);
  }
  return { balanced, first };
}, new WeakMap());

/** The first place from each on of which something is true, or -1. */
function placesFrom(length: number, isOne: (at: number) => boolean): Int32Array {
  const places = new Int32Array(length + 1).fill(-1);
  for (let at = length - 1; at >= 0; at--) places[at] = isOne(at) ? at : (places[at + 1] ?? -1);
  return places;
}

/** The braces that belong together, in the order of the opening ones, each with the one around it; and those that close none. */
function bracesOf(source: string) {
  const pairs: { open: number; close: number; around: number }[] = [];
  const open: { readonly open: number; readonly around: number }[] = [];
  const loose = new Set<number>();
  for (let at = 0; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === '{') open.push({ open: at, around: open.at(-1)?.open ?? -1 });
    else if (source[at] === '}') {
      const one = open.pop();
      if (one) pairs.push({ ...one, close: at });
      else loose.add(at);
    }
  }
  return { pairs: pairs.sort((a, b) => a.open - b.open), loose };
}

function split(inside: string): { number: number | undefined; answer: string; hint: string | undefined } {
  const numbered = /^\s*c(\d{1,4})::/.exec(inside);
  const rest = numbered ? inside.slice(numbered[0].length) : inside;
  const hintAt = rest.lastIndexOf('::');
  return {
    number: numbered ? Number(numbered[1]) : undefined,
    answer: (hintAt < 0 ? rest : rest.slice(0, hintAt)).trim(),
    hint: hintAt < 0 ? undefined : rest.slice(hintAt + 2).trim() || undefined,
  };
}
