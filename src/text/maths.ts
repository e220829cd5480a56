import { greatest } from './greatest.ts';
import { Unprintable } from './maths/commands.ts';
import { boundGrowth, TooLarge } from './maths/growth.ts';
import type { MathsNode } from './maths/node.ts';
import { readTex } from './maths/read.ts';
import { authored, parseTex } from './maths/temml.ts';
import { unfitIn } from './unfit.ts';

/** What is wrong with a formula: a sentence for its author, and where in the TeX, from 0, if that is known. */
export interface MathsError {
  readonly message: string;
  readonly at?: number | undefined;
}

export type Maths = { readonly maths: MathsNode } | { readonly error: MathsError };

/**
 * Reads LaTeX maths with mhchem's \ce and \pu. Whatever an author types gives a tree or an error, never an exception;
 * one text is read once. Nothing it says is carried out: links, files and HTML are errors, and expansion has a limit.
 */
export function parseMaths(tex: string, display: boolean): Maths {
  const key = `${display ? 'display' : 'inline'} ${tex}`;
  const known = read.get(key);
  if (known) return known;
  const maths = parse(tex, display);
  if (read.size >= 5000) read.clear();
  read.set(key, maths);
  return maths;
}

/** How deep a formula is as Typst reads it; what cannot be read prints as its source. */
export function mathsDepth(tex: string, display: boolean): number {
  const read = parseMaths(tex, display);
  return 'maths' in read ? depth(read.maths) : 1;
}

const read = new Map<string, Maths>();

/** Formulas are short; what is not would only slow the reader, or be deeper than the compiler follows. */
const longest = 5000;
const deepest = 60;
const mostParts = 10_000;

function parse(tex: string, display: boolean): Maths {
  if (tex.length > longest) return { error: { message: `a formula may have at most ${longest} characters` } };
  try {
    boundGrowth(tex, authored(display));
    const maths = readTex(parseTex(tex, display), display);
    if (depth(maths) > deepest) return { error: { message: 'this formula is nested too deeply' } };
    if (parts(maths) > mostParts)
      return { error: { message: `a formula may have at most ${mostParts} parts` } };
    const unfit = unfitWithin(maths);
    // What the author typed as it is the reader of the file has told already.
    if (unfit === undefined || unfitIn(tex)) return { maths };
    return { error: { message: `\\char makes ${unfit}`, at: placed('\\char', tex) } };
  } catch (error) {
    return { error: explained(error, tex) };
  }
}

/** How deep the tree is as JSON, which Typst reads to a depth of 128; boxes and ruled tables cost it more than others. */
function depth(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const boxed = 't' in value && (value.t === 'frame' || value.t === 'table');
  return (boxed ? 10 : 1) + greatest(Object.values(value).map(depth), 0);
}

/** How many nodes a tree has, with the lists that hold them. */
function parts(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, inner) => sum + parts(inner), 1);
}

/** What a text in the tree holds that has no place in one: \char gives any number a character. */
function unfitWithin(value: unknown): string | undefined {
  if (typeof value === 'string') return unfitIn(value)?.what;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const inner of Object.values(value)) {
    const what = unfitWithin(inner);
    if (what !== undefined) return what;
  }
  return undefined;
}

/** Temml's message in an author's words; its own mistakes and full stacks are not the author's to understand. */
function explained(error: unknown, tex: string): MathsError {
  if (error instanceof TooLarge) return { message: error.message };
  if (error instanceof Unprintable)
    return { message: error.message, at: placed(/^\S*/.exec(error.message)?.[0], tex) };
  if (!(error instanceof Error) || error.name !== 'ParseError')
    return { message: 'something is missing after a command, ^ or _' };
  const said = error.message.trim().replace(/ at (position \d+|end of input): .*$/s, '');
  const { position } = error as Error & { position?: number };
  const command = /\\[A-Za-z@]+/.exec(said)?.[0];
  // A position counts in the text Temml was reading, which in a macro or in \ce is not the author's.
  const isOwn = !/\\(ce|pu|def|newcommand)\b/.test(tex);
  if (/'}'(, got 'EOF')?$/.test(said) && braces(tex) === 0)
    return { message: 'its last command needs something in braces' };
  return { message: reworded(said), at: command ? placed(command, tex) : isOwn ? position : undefined };
}

/** How many more braces open than close. */
function braces(tex: string): number {
  const signs = tex.replace(/\\./gs, '');
  return signs.split('{').length - signs.split('}').length;
}

/** Where a command stands, if the author wrote it. */
const placed = (command: string | undefined, tex: string): number | undefined =>
  command?.startsWith('\\') ? new RegExp(`\\${command}(?![A-Za-z])`).exec(tex)?.index : undefined;

/** The messages that authors meet most; the others are clear enough as they are. */
const wordings: readonly (readonly [RegExp, string])[] = [
  [/^Unsupported function name: (.+)$/, 'unknown command $1'],
  [/^No such environment: (.+)$/, 'unknown environment {$1}'],
  [/^Expected group as argument to '(.+)'$/, '$1 needs something in braces'],
  [/^Got function '(.+)' with no arguments as .+$/, 'put braces around $1 and what belongs to it'],
  [/^Expected '(.+)', got 'EOF'$/, 'a closing "$1" is missing'],
  [/^.*expected '}'$/, 'a closing "}" is missing'],
  [/^Expected 'EOF', got '&'$/, '"&" needs an environment around it, such as aligned'],
  [/^Expected 'EOF', got '(.+)'$/, '"$1" has no place here'],
  [/^Expected & or .*$/, 'an environment lacks its \\end'],
  [/^Function "(.+)" is not trusted$/, '$1 is not allowed'],
  [/^(.+) can be used only in display mode\.$/, '$1 needs $$$$ on both sides'],
  [/^Too many expansions.*$/, 'its macros expand without end'],
];

function reworded(said: string): string {
  const [pattern, words] = wordings.find(([known]) => known.test(said)) ?? [];
  if (pattern && words) return said.replace(pattern, words);
  return said.charAt(0).toLowerCase() + said.slice(1);
}
