/** What makes MathJax end a formula elsewhere than its author: where that stands, from 0, and what it does. */
export interface EndingElsewhere {
  readonly at: number;
  readonly why: string;
}

/**
 * Why MathJax would not find a formula between its delimiters as it is, but a part of it, or the text behind it too, which
 * nobody has read as a formula. MathJax (3.2, FindTeX) looks for the closing delimiter before it reads TeX: it passes over
 * what stands in braces and counts them wherever they stand, in comments and in `\verb` too.
 */
export function endingElsewhere(tex: string, display: boolean): EndingElsewhere | undefined {
  const close = display ? '\\]' : '\\)';
  const open: number[] = [];
  for (const { 0: sign, index: at } of (tex + close).matchAll(signs)) {
    if (sign === close && open.length === 0)
      return at === tex.length ? undefined : { at, why: `${close} ends it for MathJax` };
    if (sign === '{') open.push(at);
    if (sign === '}') open.pop();
  }
  const [at] = open;
  if (at === undefined) return { at: tex.length - 1, why: 'it ends with a backslash' };
  return { at, why: 'a brace stays open for MathJax, which counts those in comments and in \\verb too' };
}

/** As in FindTeX, where a backslash takes one character with it, but no line break. */
const signs = /\\.|[{}]/g;
