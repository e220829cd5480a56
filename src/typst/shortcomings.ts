import type { Bank } from '../bank/bank.ts';
import { blame } from '../bank/blame.ts';
import type { Finding } from '../bank/finding.ts';
import type { RuleId } from '../check/catalogue.ts';
import { groupBy } from '../text/group.ts';
import { codePoint } from '../text/unfit.ts';
import type { Typeset } from './typesetter.ts';

/** What Typst could not print, not make accessible, or not print as every machine would. */
export function shortcomings(bank: Bank, documents: readonly Typeset[]): Finding<RuleId>[] {
  const findings: Finding<RuleId>[] = withoutFont(bank, documents);
  const warn = (rule: RuleId, message: string) => findings.push({ rule, message });
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

/** The characters that no font has: for each question that has some, and for what is not in a question. */
function withoutFont(bank: Bank, documents: readonly Typeset[]): Finding<RuleId>[] {
  const missing = [...new Set(documents.flatMap((document) => document.missing))];
  const rule = 'character-without-font';
  const single = blame(
    bank,
    missing.map((character) => ({ rule, message: '', words: { find: character } }) as const),
  );
  return [...groupBy(single, ({ question }) => question ?? '').values()].map((group) => {
    const list = group.map(({ words }) => named(words.find)).join(', ');
    const [boxes, them] = group.length > 1 ? ['boxes are', 'them'] : ['a box is', 'it'];
    const hint = `${boxes} printed instead; install a font that has ${them}`;
    return { ...group[0], message: `no font on this machine has ${list}: ${hint}` };
  });
}

/** A character and its number: one without a font may not show on the screen either. */
const named = (character: string): string =>
  /\p{C}/u.test(character) ? codePoint(character) : `"${character}" (${codePoint(character)})`;
