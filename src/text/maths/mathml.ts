import library from 'temml';

const temml = library as unknown as { renderToString(tex: string, options: object): string };

/**
 * A formula as MathML, which browsers draw and read aloud themselves. For TeX that `parseMaths` reads; nothing it says
 * is carried out, and what Temml cannot draw after all gives undefined.
 */
export function mathml(tex: string, display: boolean): string | undefined {
  try {
    const limits = { maxExpand: 1000, strict: false, trust: false, throwOnError: true, macros: {} };
    return temml.renderToString(tex, { ...limits, displayMode: display });
  } catch {
    return undefined;
  }
}
