import library from 'temml';

/** Thrown for a formula whose macros make more of it than anyone would read. */
export class TooLarge extends Error {}

/** What is used of Temml's MacroExpander, which it hands to macros that are functions. */
interface Expander {
  _getExpansion(name: string): { tokens: readonly Token[] } | null | undefined;
  consumeArgs(count: number, delimiters?: unknown): Token[][];
}
interface Token {
  readonly text: string;
}

const temml = library as unknown as { __parse(tex: string, options: object): unknown };

/** The commands by which a formula makes macros; by Temml's own it hardly grows. */
const defining = /\\(?:[egx]?def|(?:re)?newcommand|providecommand)(?![A-Za-z@])/;

const mostTokens = 50_000;

/**
 * Throws `TooLarge` if the macros of a formula are more than 50,000 signs when written out: Temml bounds how often they are
 * expanded, and each time they can be many times as long. Temml reads the formula once only for that, up to there, so
 * that it is read as ever if all is well; what else is wrong with it is not told here.
 */
export function boundGrowth(tex: string, options: { readonly maxExpand: number }): void {
  if (!defining.test(tex)) return;
  const macros = {
    '\\@bounded': (expander: Expander) => {
      countTokens(expander);
      return '';
    },
  };
  try {
    temml.__parse(`\\@bounded ${tex}`, { ...options, macros, maxExpand: options.maxExpand + 1 });
  } catch (error) {
    if (error instanceof TooLarge) throw error;
  }
}

/** Has an expander throw before it puts in too much: the bodies of macros, and their arguments for each place. */
function countTokens(expander: Expander): void {
  const { _getExpansion: expansionOf, consumeArgs: argumentsOf } = expander;
  let tokens = 0;
  let places = 0;
  const add = (count: number) => {
    tokens += count;
    if (tokens > mostTokens) throw new TooLarge('its macros make it too large');
  };
  expander._getExpansion = (name) => {
    const expansion = expansionOf.call(expander, name);
    const body = expansion?.tokens ?? [];
    places = body.filter(({ text }) => text === '#').length;
    add(body.length);
    return expansion;
  };
  expander.consumeArgs = (count, delimiters) => {
    const given = argumentsOf.call(expander, count, delimiters);
    add(places * given.reduce((longest, { length }) => Math.max(longest, length), 0));
    return given;
  };
}
