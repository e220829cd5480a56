import type { Bank } from '../bank/bank.ts';
import { blame, type Unprintable } from '../bank/blame.ts';
import type { QuizFinding } from '../bank/finding.ts';
import type { RuleId } from '../bank/rules.ts';
import type { Typeset } from './typesetter.ts';

/** What Typst could not print, not make accessible, or not print as every machine would. */
export function shortcomings(bank: Bank, documents: readonly Typeset[]): QuizFinding[] {
  const findings: QuizFinding[] = withoutFont(bank, documents);
  const warn = (rule: RuleId, message: string) =>
    findings.push({ rule, level: 'warning', message, path: [] });
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
function withoutFont(bank: Bank, documents: readonly Typeset[]): QuizFinding[] {
  const missing = [...new Set(documents.flatMap((document) => document.missing))];
  const single = blame(
    bank,
    missing.map(
      (mention): Unprintable => ({
        ...{ rule: 'character-without-font', level: 'warning', message: '', path: [], mention },
      }),
    ),
  );
  return [...new Set(single.map(({ question }) => question))].flatMap((question) => {
    const group = single.filter((finding) => finding.question === question);
    const [first] = group;
    if (!first) return [];
    const list = group.map(({ mention }) => named(mention)).join(', ');
    const [boxes, them] = group.length > 1 ? ['boxes are', 'them'] : ['a box is', 'it'];
    const hint = `${boxes} printed instead; install a font that has ${them}`;
    return [{ ...first, message: `no font on this machine has ${list}: ${hint}` }];
  });
}

/** A character and its number: one without a font may not show on the screen either. */
const named = (character: string): string =>
  /\p{C}/u.test(character) ? codePoint(character) : `"${character}" (${codePoint(character)})`;

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
