import type MarkdownIt from 'markdown-it';

/**
 * A markdown-it plugin that leaves a link as the text it is when its address would start a program: when it has a scheme
 * other than those of the web and of mail. Addresses of pictures are none of its business.
 */
export function foreignLinksPlugin(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'foreign_link', (state, silent) => {
    const { src, pos, posMax } = state;
    const address = src[pos] === '[' ? addressOf(state) : /^<([^\s<>]*)>/.exec(src.slice(pos, posMax))?.[1];
    if (address === undefined || !isForeign(md.normalizeLink(address))) return false;
    // As markdown-it does where a link fails: its first sign is text, and what follows is read anew.
    if (!silent) state.pending += src[pos];
    state.pos++;
    return true;
  });
}

type InlineState = Parameters<Parameters<MarkdownIt['inline']['ruler']['push']>[1]>[0];

/** The address of the link that begins here: behind "[…](", and white space. */
function addressOf(state: InlineState): string | undefined {
  const { src, pos, posMax, md } = state;
  const end = md.helpers.parseLinkLabel(state, pos, true);
  const opening = end < 0 ? undefined : /^\]\([ \t\n]*/.exec(src.slice(end, posMax))?.[0];
  if (opening === undefined) return undefined;
  const { ok, str } = md.helpers.parseLinkDestination(src, end + opening.length, posMax);
  return ok ? str : undefined;
}

const taken: ReadonlySet<string> = new Set(['http', 'https', 'mailto']);

/**
 * True for an address with any other scheme (RFC 3986, 3.1). Browsers pass over control characters and spaces around and
 * in one (URL Standard, 4.4), and other programs may read what is written as %6A.
 */
function isForeign(address: string): boolean {
  const [before] = /^[^:/?#]*(?=:)/.exec(address) ?? [];
  if (before === undefined) return false;
  const scheme = decoded(before)
    .replace(/[\s\p{Cc}]/gu, '')
    .toLowerCase();
  return /^[a-z][a-z0-9+.-]*$/.test(scheme) && !taken.has(scheme);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
