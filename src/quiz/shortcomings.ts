import type { RuleId } from '../bank/rules.ts';
import type { QuizFinding } from './finding.ts';
import type { Typeset } from './paper/typeset.ts';

/** What Typst could not print, not make accessible, or not print as every machine would. */
export function shortcomings(documents: readonly Typeset[]): QuizFinding[] {
  const findings: QuizFinding[] = [];
  const warn = (rule: RuleId, message: string) =>
    findings.push({ rule, level: 'warning', message, path: [] });
  const characters = new Set(documents.flatMap(({ missing }) => missing));
  if (characters.size > 0) {
    const list = [...characters].map(named).join(', ');
    const hint = 'boxes are printed instead; install a font that has them';
    warn('character-without-font', `no font on this machine has ${list}: ${hint}`);
  }
  const foreign = new Set(documents.flatMap(({ foreignFonts }) => foreignFonts));
  if (foreign.size > 0) {
    const list = [...foreign].sort().join(', ');
    const hint = 'another machine may print other letters, or none';
    warn('font-of-this-machine', `some text is printed with a font of this machine (${list}): ${hint}`);
  }
  const objections = new Set(documents.flatMap(({ objection }) => (objection === '' ? [] : [objection])));
  for (const objection of objections)
    warn('paper-not-accessible', `the PDF is readable, but no PDF/UA: ${objection}`);
  return findings;
}

/** A character and its number: one without a font may not show on the screen either. */
const named = (character: string): string =>
  /\p{C}/u.test(character) ? codePoint(character) : `"${character}" (${codePoint(character)})`;

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
