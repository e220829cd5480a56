import library from 'temml';
import { alreadyMarkup, type Markup } from '../markup.ts';
import { authored } from './temml.ts';

/** An element of MathML, a text in one, or elements in a row that have no element around them. */
export interface MathElement {
  /** "mfrac"; none for a text and a row. */
  readonly type?: string;
  readonly text?: string;
  readonly attributes?: Record<string, string>;
  readonly classes?: string[];
  readonly style?: Record<string, string>;
  readonly children?: readonly MathElement[];
  toMarkup(): string;
}

const temml = library as unknown as { __renderToMathMLTree(tex: string, options: object): MathElement };

/**
 * A formula as MathML, which browsers draw and read aloud themselves. For TeX that `parseMaths` reads; nothing it says
 * is carried out, and what Temml cannot draw after all gives undefined.
 */
export function mathml(tex: string, display: boolean): MathElement | undefined {
  try {
    return temml.__renderToMathMLTree(tex, authored(display));
  } catch {
    return undefined;
  }
}

/** An element as Temml writes it, with the texts in it escaped. */
export const mathMarkup = (element: MathElement): Markup => alreadyMarkup(element.toMarkup());
