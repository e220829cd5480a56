/** A command of a formula that reaches out of it: where it stands, from 0, as it is written, and what it does. */
export interface ReachingOut {
  readonly at: number;
  readonly command: string;
  /** "makes a link" */
  readonly does: string;
}

/**
 * The first command of a formula by which MathJax would do more than show it: link, load, or put attributes and styles
 * into the page. They are MathJax's own (3.2, with the packages that Anki loads), those of its other versions, which
 * other programs for decks have, and what KaTeX calls the same.
 *
 * A name is found wherever it stands, in a comment or behind another backslash too: what MathJax takes for a command
 * depends on macros, and `\verb` and delimited macros (`\def\x#1\{…}`) can take the first of two backslashes away. It
 * never puts a name together from parts, for where two letters would meet it sets a space.
 */
export function reachingOut(tex: string): ReachingOut | undefined {
  if (!tex.includes('\\')) return undefined;
  const isProgrammed = programming.test(tex);
  for (const { 0: command, 1: name = '', index: at } of tex.matchAll(word)) {
    const does = deeds.find(([names]) => names.test(name))?.[1];
    const rest = tex.slice(at + command.length);
    if (does !== undefined) {
      const isLineBreak = !isProgrammed && common.test(name) && isEscaped(tex, at) && !/^\s*\{/.test(rest);
      if (!isLineBreak) return { at, command, does };
    }
    const harmless = styled.get(name);
    if (harmless && (!harmless.test(rest) || (isProgrammed && /[:;]/.test(tex))))
      return { at, command, does: 'takes styles' };
  }
  return undefined;
}

const word = /\\([A-Za-z]+)/g;

const deeds: readonly (readonly [RegExp, string])[] = [
  [/^(?:href|url)$/, 'makes a link'],
  [/^(?:style|class|cssId|data|mmlToken|html\w*)$/, 'marks up the page'],
  [/^(?:require|setOptions|includegraphics)$/, 'loads something'],
];

/** Those of them that are words which may begin a line: `a \\ class`. */
const common = /^(?:style|class|data|url)$/;

/** Commands by which a formula is more than it seems. */
const programming = /\\(?:def|let|verb|(?:re)?new[a-z]+|Declare[A-Za-z]+|Newextarrow)(?![A-Za-z])/;

/** Commands that take styles, or put what they are given among some, each with what is harmless behind it. */
const styled: ReadonlyMap<string, RegExp> = new Map([
  ['bbox', /^\s*(?:\[[^\][:;{}\\]*\]|\{)/],
  ['unicode', /^\s*(?:\[[^\][:;{}\\]*\]\s*)*\{/],
  ['fcolorbox', /^\s*(?:\{[^:;{}\\]*\}\s*){2}/],
  ['definecolor', /^\s*(?:\{[^:;{}\\]*\}\s*){3}/],
]);

/** True where the backslash at a place is the second of a pair. */
function isEscaped(tex: string, at: number): boolean {
  const [before] = /\\*$/.exec(tex.slice(0, at)) ?? [''];
  return before.length % 2 === 1;
}
