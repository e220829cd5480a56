import type MarkdownIt from 'markdown-it';
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
    const end = closing(state.src, state.pos + 2, state.posMax);
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

/** Where the `}}` stands that closes a deletion: braces inside it, as maths has them, are balanced. */
function closing(source: string, from: number, to: number): number {
  let depth = 0;
  for (let at = from; at < to; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === '{') depth++;
    else if (source[at] === '}' && depth > 0) depth--;
    else if (source.startsWith('}}', at) && at + 2 <= to) return at;
  }
  const first = source.indexOf('}}', from);
  return first >= 0 && first + 2 <= to ? first : -1;
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
